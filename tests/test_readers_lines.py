"""Line by line: what templates leave of YAML, and lines that a backslash joins."""

from __future__ import annotations

import pytest

from pinlint.readers import lines
from pinlint.value import Value


def stands(text: str, value: Value) -> None:
    for piece in value.pieces:
        assert text[piece.start : piece.start + len(piece.text)] == piece.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 3.7\nb: 3.8\n", [("a", "3.7", False), ("b", "3.8", False)], id="keys"),
        pytest.param("a:\n  b: 3.7\nc: 3.8\n", [("a.b", "3.7", False), ("c", "3.8", False)], id="a key ends what is below it"),
        pytest.param("a:\n  - x\n  - y\nb: 1", [("a", "x", True), ("a", "y", True), ("b", "1", False)], id="elements"),
        pytest.param("a:\n- x\nb:\n- y\n", [("a", "x", True), ("b", "y", True)], id="elements as far out as their key"),
        pytest.param("a:\n- pip:\n  - x\n- y\n", [("a.pip", "x", True), ("a", "y", True)], id="a list within a list"),
        pytest.param("a:\n  - b: 1\n    c: 2\n  - b: 3\n", [("a.b", "1", False), ("a.c", "2", False), ("a.b", "3", False)], id="mappings in a list"),
        pytest.param("a: '3.7'\nb: \"3.8\"  # newer\nc: '3.7\nd: '\n", [("a", "3.7", False), ("b", "3.8", False), ("c", "'3.7", False), ("d", "'", False)], id="quotes"),
        pytest.param("# a: 1\n{% if x %}\n{# a: 2 #}\n \nb: 3\r\n", [("b", "3", False)], id="what says nothing"),
        pytest.param("x{{ y }}: 1\nb: {{ z }}\n", [("", "x{{ y }}: 1", False), ("b", "{{ z }}", False)], id="templates within"),
        pytest.param("http://a\nb:c\n", [("", "http://a", False), ("", "b:c", False)], id="colons that make no key"),
    ],
)
def test_outline(text: str, expected: list[tuple[str, str, bool]]) -> None:
    found = list(lines.outline(text))
    assert [(".".join(line.keys), line.value.text, line.item) for line in found] == expected
    for line in found:
        stands(text, line.value)


def test_an_outline_keeps_comments_apart() -> None:
    assert [(line.value.text, line.comment) for line in lines.outline("- a  # b\n- c#d\n")] == [("a", "# b"), ("c#d", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\nb", [("a", 1), ("b", 2)], id="lines"),
        pytest.param("a \\\n b\nc", [("a  b", 1), ("c", 3)], id="continued"),
        pytest.param("a \\\r\n b\r\nc\r\n", [("a  b", 1), ("c", 3), ("", 4)], id="continued, CRLF"),
        pytest.param("a # \\\nb", [("a", 1), ("b", 2)], id="a comment ends the line"),
        pytest.param("a \\\nb \\", [("a b ", 1)], id="continued by nothing"),
    ],
)
def test_logical(text: str, expected: list[tuple[str, int]]) -> None:
    found = list(lines.logical(text))
    assert [(value.text, number) for value, number in found] == expected
    for value, _ in found:
        stands(text, value)
