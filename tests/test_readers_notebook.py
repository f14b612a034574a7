"""Notebooks: the code cells, their escapes resolved, and every character where it stands in the file."""

from __future__ import annotations

import json

import pytest

from pinlint.model import Unreadable
from pinlint.readers import notebook
from pinlint.value import Value


def cells(text: str, worth: str = "") -> list[tuple[int, Value]]:
    return list(notebook.cells(text, lambda written: worth in written))


def cell(source: object, kind: str = "code") -> dict[str, object]:
    return {"cell_type": kind, "source": source}


def test_code_cells_are_read_and_numbered_among_all() -> None:
    text = json.dumps({"nbformat": 4, "cells": [cell("a", "markdown"), cell("b"), cell('of "code"', "raw"), cell(["c\n", "d!"])]})
    assert [(number, value.text) for number, value in cells(text)] == [(1, "b"), (3, "c\nd!")]
    assert [number for number, _ in cells(text, "d!")] == [3], "what isn't worth it is passed over"
    assert cells('{"metadata": [{"cell_type": "code", "source": "a"}]}') == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r"a\nb", "a\nb"), (r"a\tb\rc\bd\fe", "a\tb\rc\bd\fe"), (r"\"a\" \\ \/", '"a" \\ /'), (r"\u00e9\u0031", "é1"), ("é\\n", "é\n"), ("", ""),
        (r"\\u0031", r"\u0031"), (r"\ud83d", "\ud83d"),
    ],
)
def test_escapes(written: str, said: str) -> None:
    text = f'{{"cells": [{{"cell_type": "code", "source": ["{written}", "3.7"]}}]}}'
    ((_, value),) = cells(text)
    assert value.text == said + "3.7"
    assert all(piece.text for piece in value.pieces)
    for piece in value.pieces:
        assert text[piece.start : piece.start + len(piece.text)] == piece.text or len(piece.text) == 1
    span = value.span(len(said), len(said) + 3)
    assert span is not None and text[span.start : span.end] == "3.7"


def test_what_is_not_strictly_json_is_read_where_it_is_worth_it() -> None:
    text = '{"cells": [{"cell_type": "code", "source": "a",},]}'
    assert [value.text for _, value in cells(text)] == ["a"]
    assert cells(text, "x") == []
    with pytest.raises(Unreadable):
        cells('{"cells": [')
    assert cells('{"cells": [', "x") == []
