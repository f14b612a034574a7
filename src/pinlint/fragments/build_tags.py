"""What cibuildwheel is told to build: `cp37-* cp38-manylinux_x86_64`, `cp3{7,8}-*`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import notations
from pinlint.model import Item, Mention
from pinlint.value import Value, mention

LONGEST = 4_000  # characters
TAG = re.compile(r"(?<![\w{,-])cp(?P<digits>[23]\d{1,2})(?=-)[\w*?{},.-]*")
BRACES = re.compile(r"(?<![\w{,-])cp3\{(?P<inner>[\d,]{1,40})\}(?=-)")
MINOR = re.compile(r"\d+")


def read(value: Value, where: str) -> Iterator[Mention]:
    """One mention of Python for each tag; an element of a list where no two tags have one version."""
    text = value.text
    if len(text) > LONGEST:
        return
    tags = list(TAG.finditer(text))
    distinct = len({m["digits"] for m in tags}) == len(tags)
    for match in tags:
        found = _found(value, match.span("digits"), "compact", where)
        yield found._replace(item=_item(value, match.span(), where)) if distinct else found
    for match in BRACES.finditer(text):
        for minor in MINOR.finditer(text, *match.span("inner")):
            found = _found(value, minor.span(), "minor-of-3", where)
            yield found._replace(item=_item(value, minor.span(), f"{where}:{match.start()}"))


def _found(value: Value, span: tuple[int, int], notation: str, where: str) -> Mention:
    said = notations.read(notation, value.text[slice(*span)])
    return mention(value, *span, "python", notation, "supports", where, version=said)


def _item(value: Value, span: tuple[int, int], where: str) -> Item | None:
    whole = value.span(*span)
    return Item(where, whole.start, whole.end) if whole else None
