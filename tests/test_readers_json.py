"""JSON as editors write it."""

from __future__ import annotations

import pytest

from pinlint.model import Unreadable
from pinlint.readers import json
from pinlint.readers.tree import Scalar


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
    ],
)
def test_what_is_no_json(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as caught:
        json.read(text)
    assert caught.value.line == line
