"""The one tree: what is missing is nothing, what is there twice or merged is found once, and everything has its path."""

from __future__ import annotations

import pytest

from pinlint.readers import json, yaml
from pinlint.readers.tree import NOTHING, Node, Scalar


def walked(root: Node) -> list[tuple[str, str, str]]:
    return [(where, key, node.text) for where, key, node in root.walk() if isinstance(node, Scalar)]


def root_of(text: str) -> Node:
    return yaml.read(text)[0]


def test_what_is_missing_is_nothing_at_every_step() -> None:
    root = root_of("a: {b: [1]}")
    for node in (root["x"], root["x"]["y"], root.at("a", "b", "c"), root["a"]["b"]["0"], root.at("a", "x")):
        assert node is NOTHING and not node
        assert (list(node), list(node.items()), list(node.scalars()), node.text) == ([], [], [], "")
    assert root and root["a"] and root.at("a", "b")


def test_a_scalar_is_its_own_scalars_and_a_list_gives_its_own() -> None:
    root = root_of("a: x\nb: [y, [z], w]")
    assert [s.text for s in root["a"].scalars()] == ["x"]
    assert [s.text for s in root["b"].scalars()] == ["y", "w"]
    assert list(root["a"]) == [] and list(root["a"].items()) == []


def test_paths_and_keys() -> None:
    root = root_of("a: {b: [x, {c: y}]}\nd: z")
    assert walked(root) == [("a.b[0]", "b", "x"), ("a.b[1].c", "c", "y"), ("d", "d", "z")]
    assert [where for where, _, _ in root["a"].walk("from")] == ["from", "from.b", "from.b[0]", "from.b[1]", "from.b[1].c"]


def test_a_node_is_walked_once_but_a_scalar_wherever_it_is_named() -> None:
    assert walked(root_of("a: &l {x: 1}\nb: *l\nc: &s 2\nd: *s")) == [("a.x", "x", "1"), ("c", "c", "2"), ("d", "d", "2")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<<: {a: 1, b: 2}\na: 3", {"a": "3", "b": "2"}, id="what is written here wins"),
        pytest.param("<<: [{a: 1}, {a: 2, b: 3}]", {"a": "1", "b": "3"}, id="the first of a list wins"),
        pytest.param("<<: {<<: {a: 1}, b: 2}", {"a": "1", "b": "2"}, id="merged by what is merged"),
        pytest.param("&x\n<<: *x\na: 1", {"a": "1"}, id="itself"),
        pytest.param("<<: 1\na: 1", {"a": "1"}, id="no mapping"),
    ],
)
def test_merged(text: str, expected: dict[str, str]) -> None:
    root = root_of(text)
    assert {key.text: node.text for key, node in root.items()} == expected
    assert {key: root[key].text for key in expected} == expected


def test_of_a_key_that_is_there_twice_the_last_counts_and_both_are_told() -> None:
    root = json.read('{"a": 1, "a": 2}')
    assert root["a"].text == "2"
    assert [node.text for _, node in root.items()] == ["1", "2"]


def test_a_value_knows_its_list() -> None:
    scalar = next(root_of("a: ['3.7']")["a"].scalars())
    (piece,) = scalar.value("via", "a").pieces
    assert (piece.text, piece.start, piece.via) == ("3.7", 5, "via")
    assert piece.item is not None and (piece.item.list, piece.item.start, piece.item.end) == ("a", 4, 9)
    assert scalar.value().pieces[0].item is None
