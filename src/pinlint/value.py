"""A piece of text that knows where each of its characters stands in the document, however many variables built it.

`FROM nvidia/cuda:${CUDA}-cudnn8` with `ARG CUDA=11.3.1` becomes the value `nvidia/cuda:11.3.1-cudnn8` of three pieces.
A fragment reads the expanded text; `span` leads each version back to the digits that a fix may edit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from pinlint.model import Item, Mention

DEPTH = 8  # variables that lead to variables; more is a cycle or a puzzle
MOST = 1000  # variables followed for one value: each may name the next a hundred times
CHOICES = 64  # values of one word, where variables have several
LONGEST = 20_000  # characters that variables may add to one value: each may double the one before


class Piece(NamedTuple):
    """`text` stands in the document from the character offset `start` on."""

    text: str
    start: int
    via: str = ""  # the variable that led here, for people: "ARG CUDA"
    item: Item | None = None  # the piece is an element of a list
    plain: str = ""  # the quote for it, if the piece is a whole plain YAML scalar


class Span(NamedTuple):
    start: int
    end: int
    piece: Piece
    whole: bool  # the span is all of its piece


class Value(NamedTuple):
    text: str
    pieces: tuple[Piece, ...]

    @property
    def start(self) -> int:
        return self.pieces[0].start if self.pieces else 0

    def span(self, start: int, end: int) -> Span | None:
        """Where `text[start:end]` stands in the document; None where it is put together from several places."""
        at = 0
        for piece in self.pieces:
            if at <= start and end <= at + len(piece.text):
                first = piece.start + start - at
                return Span(first, first + end - start, piece, end - start == len(piece.text))
            at += len(piece.text)
        return None

    def slice(self, start: int, end: int) -> Value:
        """The part `text[start:end]`, with its own pieces."""
        if len(self.pieces) == 1:  # as nearly always: the loop below, at a third of its price
            text, first, via, item, plain = self.pieces[0]
            low, high = max(start, 0), min(end, len(text))
            if low == 0 and high == len(text) == len(self.text):
                return self
            part = (Piece(text[low:high], first + low, via, item, plain if high - low == len(text) else ""),)
            return Value(self.text[start:end], part if low < high else ())
        parts, at = [], 0
        for piece in self.pieces:
            if at >= end:
                break
            after = at + len(piece.text)
            if start < after:
                low, high = max(start, at), min(end, after)
                if low < high:
                    text = piece.text[low - at : high - at]
                    parts.append(piece._replace(text=text, start=piece.start + low - at, plain=piece.plain if text == piece.text else ""))
            at = after
        return Value(self.text[start:end], tuple(parts))


def numbered(value: Value, start: int, end: int) -> bool:
    """Whether a variable puts a number into the name `value.text[start:end]`: it is another name once that has moved."""
    return value.span(start, end) is None and any(c.isdecimal() for c in value.text[start:end])


def of(
    text: str, start: int, end: int, *, via: str = "", item: Item | None = None, plain: str = ""
) -> Value:
    """The value that stands in the document's `text` from `start` to `end`."""
    return Value(text[start:end], (Piece(text[start:end], start, via, item, plain),))


def join(values: list[Value]) -> Value:
    if len(values) == 1:
        return values[0]
    return Value("".join(v.text for v in values), tuple(p for v in values for p in v.pieces))


Lookup = Callable[[str], "list[Value]"]
"""From a variable's name to its values: none if unknown, several if it is a list (a matrix)."""


def expand(
    value: Value, pattern: re.Pattern[str], lookup: Lookup, depth: int = 0, budget: list[int] | None = None
) -> list[Value]:
    """Every value of `value` once the variables in it are followed.

    `pattern` finds a reference and names it by its group `name`; a group `default` is what stands for an unknown one.
    A reference without value or default stays as it is written. `budget` counts down the references that may be followed.
    """
    budget = [MOST] if budget is None else budget
    if depth > DEPTH:
        return [value]
    matches = list(pattern.finditer(value.text))
    if not matches:
        return [value]
    results: list[list[Value]] = [[]]
    at, room = 0, LONGEST
    for match in matches:
        before = value.slice(at, match.start())
        name = match["name"]
        budget[0] -= 1
        followed = lookup(name) if budget[0] > 0 else []
        choices = list(islice((w for v in followed for w in expand(v, pattern, lookup, depth + 1, budget)), CHOICES))
        room -= max((len(choice.text) for choice in choices), default=0)
        if not choices or room < 0:
            default = match.span("default") if "default" in pattern.groupindex and match["default"] else match.span()
            choices = [value.slice(*default)]
        at = match.end()
        results = list(islice(([*done, before, choice] for done in results for choice in choices), CHOICES))
    rest = value.slice(at, len(value.text))
    return [join([*done, rest]) for done in results]


def mention(
    value: Value,
    start: int,
    end: int,
    subject: str,
    notation: str,
    role: str,
    where: str,
    *,
    version: str = "",
    frozen: str = "",
) -> Mention:
    """The mention that `value.text[start:end]` makes of `subject`, led back to its digits in the document."""
    span = value.span(start, end)
    text = value.text[start:end]
    if span is None:
        first = value.span(start, start + 1) or Span(value.start, value.start, Piece("", value.start), False)
        return Mention(
            subject, first.start, first.start + len(first.piece.text) - (first.start - first.piece.start), text,
            notation, role, where, version, first.piece.via, None,
            frozen or "the version is put together from several variables",
        )
    item = span.piece.item
    via = span.piece.via
    if item is not None and role == "uses":
        role = "supports"
    return Mention(
        subject, span.start, span.end, text, notation, role, where, version, via, item, frozen,
        span.piece.plain if span.whole else "",
    )
