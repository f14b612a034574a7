"""Jupyter notebooks: the source of each code cell as a value, its JSON escapes resolved and every character placed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pinlint.patterns import later
from pinlint.readers import json
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Piece, Value

ESCAPE = later(r"\\(?:u[0-9a-fA-F]{4}|.)", re.DOTALL)
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def cells(text: str, worth: Callable[[str], bool]) -> Iterator[tuple[int, Value]]:
    """The number (0-based) and the source of each code cell whose JSON is `worth` reading.

    Raises Unreadable for what is no JSON, if it is worth reading.
    """
    for number, (start, end) in enumerate(_spans(text, worth)):
        written = text[start:end]
        if '"code"' in written and worth(written):
            cell = json.read(text, start, end)
            if [s.text for s in cell["cell_type"].scalars()] == ["code"]:
                yield number, source(cell["source"])


def _spans(text: str, worth: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Where each cell stands. Most of a notebook is pictures and prose, which the decoder in C passes over."""
    try:
        found = [(start, end) for key, start, end in json.children(text) if key == "cells"]
        return [(start, end) for _, start, end in json.children(text, *found[-1])] if found else []
    except (ValueError, RecursionError):
        return [(cell.start, cell.end) for cell in json.read(text)["cells"]] if worth(text) else []


def source(node: Node) -> Value:
    """A string, or a list of strings that follow one another, as one value."""
    pieces = [piece for scalar in node.scalars() for piece in _pieces(scalar)]
    return Value("".join(p.text for p in pieces), tuple(pieces))


def _pieces(scalar: Scalar) -> Iterator[Piece]:
    at = 0
    for match in ESCAPE.finditer(scalar.text):
        if match.start() > at:
            yield Piece(scalar.text[at : match.start()], scalar.inner + at)
        escaped = match[0][1:]
        char = chr(int(escaped[1:], 16)) if escaped[0] == "u" and len(escaped) == 5 else ESCAPES.get(escaped, escaped)
        yield Piece(char, scalar.inner + match.end() - 1)
        at = match.end()
    if at < len(scalar.text):
        yield Piece(scalar.text[at:], scalar.inner + at)
