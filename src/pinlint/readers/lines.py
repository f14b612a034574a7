"""Line by line: what can still be read where templates keep a file from being what its name says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pinlint import value
from pinlint.patterns import later
from pinlint.value import Value

INDENTED = later(r"(?P<indent>[ ]*(?:-[ ]+)*)(?:(?P<key>[A-Za-z_][\w.-]*)[ ]*:(?=\s|$)[ ]*)?(?P<rest>.*)")
COMMENT = later(r"(?:^|\s)#.*$")
JINJA = later(r"\s*\{[%#]")


class Line(NamedTuple):
    """`value` is what stands behind a dash or a key, without quotes and comment; `keys` are those it stands under."""

    keys: tuple[str, ...]
    value: Value
    comment: str
    item: bool


def outline(text: str) -> Iterator[Line]:
    """The lines of YAML-like text by indentation; lines that are only Jinja statements say nothing."""
    stack: list[tuple[int, str]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        body = line.rstrip("\r\n")
        if not body.strip() or body.lstrip().startswith("#") or JINJA.match(body):
            continue
        match = INDENTED.match(body)
        assert match is not None  # every group may be empty
        depth = len(match["indent"])
        while stack and stack[-1][0] >= depth:
            stack.pop()
        comment = COMMENT.search(match["rest"])
        end = match.start("rest") + (comment.start() if comment else len(match["rest"]))
        low, high = _unquoted(body, match.start("rest"), end)
        if match["key"]:
            stack.append((depth, match["key"]))
        keys = tuple(key for _, key in stack)
        if low < high:
            found = value.of(text, start + low, start + high)
            yield Line(keys, found, comment[0].strip() if comment else "", "-" in match["indent"] and not match["key"])


def _unquoted(line: str, start: int, end: int) -> tuple[int, int]:
    end = start + len(line[start:end].rstrip())
    if end - start > 1 and line[start] in "\"'" and line[end - 1] == line[start]:
        return start + 1, end - 1
    return start, end


def logical(text: str) -> Iterator[tuple[Value, int]]:
    """Lines with their continuations joined, without comments; each with the 1-based number of its first line."""
    parts: list[Value] = []
    at = first = 0
    for number, line in enumerate(text.split("\n"), 1):
        start, at = at, at + len(line) + 1
        body = line.rstrip("\r\n")
        continued = body.endswith("\\")
        if comment := COMMENT.search(body):
            body, continued = body[: comment.start()], False
        if not parts:
            first = number
        parts.append(value.of(text, start, start + len(body) - continued))
        if not continued:
            yield value.join(parts), first
            parts = []
    if parts:
        yield value.join(parts), first
