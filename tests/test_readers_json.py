"""JSON as editors write it."""

from __future__ import annotations

from json import dumps

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinlint.model import Unreadable
from pinlint.readers import json
from pinlint.readers.tree import Mapping, Node, Scalar


def test_comments_and_trailing_commas() -> None:
    root = json.read('// a\n{"a": ["1", 2.0,], /* "a": 3 */ "b": {"c": "x \\"y\\"",},}')
    assert [scalar.text for scalar in root["a"].scalars()] == ["1", "2.0"]
    scalar = root.at("b", "c")
    assert isinstance(scalar, Scalar) and json.content(scalar).text == 'x "y"'


def test_depth_costs_no_stack() -> None:
    assert json.read("[" * 50_000 + "]" * 50_000).end == 100_000


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("", 1, id="empty"),
        pytest.param('{"a": 1\n', 2, id="open"),
        pytest.param('{"a":\n}', 2, id="no-value"),
        pytest.param("[1}\n", 1, id="wrong-bracket"),
        pytest.param("1\n2", 2, id="two-values"),
        pytest.param("/*", 1, id="open-comment"),
        pytest.param("\n,1", 2, id="a comma in front"),
        pytest.param("{[1]: 2}", 1, id="a key that is no string"),
    ],
)
def test_what_is_no_json(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as caught:
        json.read(text)
    assert caught.value.line == line


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


@given(VALUES, st.sampled_from([None, 1, "\t"]), st.text(" \n,:[]{}\"/*1", max_size=3), st.integers(0, 60))
def test_children_stand_where_read_finds_them(value: object, indent: int | str | None, noise: str, at: int) -> None:
    """Whatever stands there, the quick way says what the tree says, or that it doesn't know."""
    text = dumps(value, indent=indent)
    text = text[:at] + noise + text[at:]
    try:
        found = list(json.children(text))
    except (ValueError, RecursionError):
        return
    root = json.read(text)
    nodes: list[tuple[str, Node]] = [(key.text, node) for key, node in root.entries] if isinstance(root, Mapping) else [("", n) for n in root]
    assert found == [(key, node.start, node.end) for key, node in nodes]


@pytest.mark.parametrize("text", ["", "// a", "{}", "1", '{"a": 1,}', "[1] 2", '[1}', '{"a" 1}', "[" * 50_000 + "]" * 50_000, "[1"])
def test_children_of_what_the_quick_way_does_not_know(text: str) -> None:
    with pytest.raises((ValueError, RecursionError)):
        list(json.children(text))


def test_children_of_a_part() -> None:
    text = '{"cells": [ {"a": 1}, 2 ], "b": {}}'
    (_, start, end), (key, *_) = json.children(text)
    assert key == "b" and [text[a:b] for _, a, b in json.children(text, start, end)] == ['{"a": 1}', "2"]
