"""Makefiles: assignments and recipe lines, each with its continuations and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pinlint import value
from pinlint.patterns import later
from pinlint.value import Value

ASSIGNMENT = later(
    r"[ ]*(?:(?:export|override|unexport|private)[ \t]+)*(?P<name>[A-Za-z_.][\w.-]*)[ \t]*"
    r"(?P<operator>::?:?=|\?=|\+=|!=|=)[ \t]*"
)
TARGET = later(r"(?P<names>[^\s:#=][^:#=]*?)[ \t]*::?(?!=)[ \t]*")
DEFINE = later(r"[ ]*(?:export[ \t]+|override[ \t]+)*define[ \t]+(?P<name>[\w.-]+)")
REFERENCE = later(r"(?<!\$)\$(?:(?P<brace>\{)|\()(?P<name>[A-Za-z_.][\w.-]*)(?(brace)\}|\))")
PREFIX = later(r"[@+\s-]*")


class Entry(NamedTuple):
    """`operator` is empty for a recipe line; `name` is the variable's name or the recipe's target."""

    name: str
    operator: str
    value: Value


def read(text: str) -> Iterator[Entry]:
    target = ""
    defining = ""
    for start, end in _logical(text):
        line = text[start:end]
        if line.lstrip().startswith("#") or not line.strip():
            continue
        if defining:
            if line.strip().startswith("endef"):
                defining = ""
            else:
                yield Entry(defining, "", _trimmed(text, start, end))
        elif line.startswith("\t"):
            yield Entry(target, "", _trimmed(text, start, end))
        elif match := DEFINE.match(line):
            defining = match["name"]
        elif match := ASSIGNMENT.match(line):
            yield Entry(match["name"], match["operator"], _value(text, start + match.end(), end))
        elif match := TARGET.match(line):
            target = match["names"]
            rest = start + match.end()
            if assigned := ASSIGNMENT.match(text[rest:end]):
                yield Entry(assigned["name"], assigned["operator"], _value(text, rest + assigned.end(), end))
            elif (semicolon := text.find(";", rest, end)) >= 0:
                yield Entry(target, "", value.of(text, semicolon + 1, end))


def shell(recipe: Value) -> Value:
    """What the shell gets of a recipe line whose variables are followed: `$$X` is its `$X`."""
    parts, at = [], 0
    for match in re.finditer(r"\$\$", recipe.text):
        parts.append(recipe.slice(at, match.start() + 1))
        at = match.end()
    return value.join([*parts, recipe.slice(at, len(recipe.text))])


def _logical(text: str) -> Iterator[tuple[int, int]]:
    """The span of each line together with those that a backslash joins to it."""
    start = at = 0
    for line in text.splitlines(keepends=True):
        at += len(line)
        body = line.rstrip("\r\n")
        if not body.endswith("\\") or body.lstrip().startswith("#"):
            yield start, at
            start = at
    if start < at:
        yield start, at


def _trimmed(text: str, start: int, end: int) -> Value:
    prefix = PREFIX.match(text[start:end])
    return value.of(text, start + (prefix.end() if prefix else 0), end)


def _value(text: str, start: int, end: int) -> Value:
    """A value without its comment and the space around it."""
    line = text[start:end]
    comment = re.search(r"(?:^|[^\\])#", line)
    stop = comment.end() - 1 if comment else len(line)
    return value.of(text, start, start + len(line[:stop].rstrip("\\ \t\r\n")))
