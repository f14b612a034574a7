"""YAML: every scalar stands where the reader says, whatever anchors, tags, quotes and folds are around it."""

from __future__ import annotations

import pytest

from pinlint.model import Unreadable
from pinlint.readers import yaml
from pinlint.readers.tree import Scalar


def scalars(text: str) -> list[tuple[str, Scalar]]:
    return [(where, node) for root in yaml.read(text) for where, _, node in root.walk() if isinstance(node, Scalar)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 3.7", [("a", "3.7")], id="plain"),
        pytest.param("a: '3.7'\nb: \"3.8\"", [("a", "3.7"), ("b", "3.8")], id="quoted"),
        pytest.param("a: &v 3.7", [("a", "3.7")], id="anchor"),
        pytest.param("a: &ver  3.7", [("a", "3.7")], id="anchor and two spaces"),
        pytest.param("a: !!str 3.7", [("a", "3.7")], id="tag"),
        pytest.param("a: !!str &v '3.7'", [("a", "3.7")], id="tag and anchor"),
        pytest.param("a: &v", [("a", "")], id="an anchor of nothing"),
        pytest.param("a: {b: &v 3.7}\nc: *v", [("a.b", "3.7"), ("c", "3.7")], id="an alias behind the end of a mapping"),
        pytest.param("a: [&v 3.7]\nc: *v", [("a[0]", "3.7"), ("c", "3.7")], id="an alias behind the end of a list"),
        pytest.param("a: &v 3.7\n---\nb: *v", [("a", "3.7")], id="an anchor ends with its document"),
        pytest.param("a: &l [3.7]\nb: *l", [("a[0]", "3.7")], id="a node is walked once"),
        pytest.param("? [a]\n: 3.7", [("", "3.7")], id="a key that is no scalar has no name"),
        pytest.param("<<: {a: 3.7}\nb: 1", [("b", "1"), ("a", "3.7")], id="merged"),
        pytest.param("'<<': {a: 3.7}", [("<<.a", "3.7")], id="a quoted << is a key"),
        pytest.param("a: |", [("a", "")], id="an empty block"),
        pytest.param("a: |\n  x\n  y\n", [("a", "  x\n  y\n")], id="block"),
        pytest.param("a: >\n  x\n  y\n\n  z\n", [("a", "  x   y\n\n  z\n")], id="folded"),
        pytest.param("a: >\n  x\n    y\n  z\n", [("a", "  x\n    y\n  z\n")], id="folded, further indented"),
        pytest.param("a: >\n  x \\\n  y\n  z\n", [("a", "  x \\\n  y   z\n")], id="folded, a shell's continuation"),
        pytest.param("a: x\n  y\n\n  z", [("a", "x   y\n\n  z")], id="plain over lines"),
        pytest.param("# caf\udce9\na: 3.7", [("a", "3.7")], id="undecodable bytes"),
        pytest.param("# café \U0001f40d\na: 3.7", [("a", "3.7")], id="not ASCII"),
    ],
)
def test_scalars(text: str, expected: list[tuple[str, str]]) -> None:
    found = scalars(text)
    assert [(where, node.text) for where, node in found] == expected
    for _, node in found:
        assert node.text.split() == text[node.inner : node.inner_end].split(), "what an edit would replace"


@pytest.mark.parametrize(
    ("text", "quotable"),
    [
        pytest.param("a: 3.7", '"', id="double quotes if nothing tells"),
        pytest.param("a: 3.7\nb: 'x'", "'", id="single quotes as elsewhere in the file"),
        pytest.param("a: 3.7\nb: 'x'\nc: \"y\"", '"', id="as many of both"),
        pytest.param("a: !!str 3.7", "", id="a tag says what it is: 3.10 needs no quotes"),
        pytest.param("a: '3.7'", "", id="quoted already"),
    ],
)
def test_which_quotes_a_version_would_get(text: str, quotable: str) -> None:
    assert scalars(text)[0][1].quotable == quotable


@pytest.mark.parametrize(
    ("text", "line", "cause"),
    [
        pytest.param("a: [1", 1, "expected", id="open"),
        pytest.param("\n\na: b: c\n", 3, "mapping values", id="two colons"),
        pytest.param("é: é\nb: \x01\n", 2, "control characters are not allowed", id="a character that YAML has not"),
        pytest.param("\n" + "[" * 202, 2, "nested more than 200 deep", id="deep"),
    ],
)
def test_what_is_no_yaml(text: str, line: int, cause: str) -> None:
    with pytest.raises(Unreadable) as caught:
        yaml.read(text)
    assert caught.value.line == line and cause in caught.value.cause


def test_a_file_of_too_many_nodes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "MAX_EVENTS", 10)
    assert yaml.read("[1, 2]")
    with pytest.raises(Unreadable, match="more YAML than pinlint reads"):
        yaml.read("[1, 2, 3, 4, 5, 6, 7]")
