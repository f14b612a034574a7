"""Names of environments and builds that hold a Python: `py37-lint, py3{8,9}, {py310,py311}-x` and `cp37-* cp38-*`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import notations
from pinlint.model import Item, Mention
from pinlint.patterns import later
from pinlint.value import Value, mention

LONGEST = 10_000  # characters
ENTRY = later(r"(?:[^\s,{}]|\{[^{}]*\})+")
# A Python at the start of a factor; what follows it ends the factor.
PLAIN = later(
    r"(?:^|(?<=-))(?:(?:py|cp)(?P<compact>[23]\d{1,2})|(?:python|py)?(?P<dotted>[23]\.\d+))(?=$|[-{])"
)
GROUP = later(r"(?:^|(?<=-))(?P<head>(?:py|cp)3?)?\{(?P<body>[^{}]*)\}")
ANY = later(r"(?:^|(?<=[\s,{-]))(?:py|python)3(?=$|[\s,}-])")
ELEMENT = later(r"[^\s,]+")
BARE = {
    "py3": re.compile(r"(?P<minor>\d+)(?=-[A-Za-z]|$)"),
    "py": re.compile(r"(?:(?P<compact>[23]\d{1,2})|(?P<dotted>[23]\.\d+))(?=-[A-Za-z]|$)"),
    "": re.compile(r"(?:py(?P<compact>[23]\d{1,2})|(?:python|py)?(?P<dotted>[23]\.\d+))(?=-[A-Za-z]|$)"),
}
NOTATION = {"minor": "minor-of-3", "compact": "compact", "dotted": "dotted"}


def read(value: Value, where: str, *, items: bool = True) -> Iterator[Mention]:
    """Every Python in the names, all of them elements of one list.

    `py27, py3` is the last Python 2 and any Python 3: a list of two, of which only one could be moved.
    """
    if len(value.text) > LONGEST:
        return
    found = list(_read(value, where, items))
    if found and ANY.search(value.text) and all(m.version.startswith("2") for m in found):
        return
    yield from found


def _read(value: Value, where: str, items: bool) -> Iterator[Mention]:
    for entry in ENTRY.finditer(value.text):
        for plain in PLAIN.finditer(entry[0]):
            at = entry.start()
            span = (at + plain.start(plain.lastgroup or 0), at + plain.end(plain.lastgroup or 0))
            yield from _found(value, plain.lastgroup or "", span, entry.span(), where, items)
        for group in GROUP.finditer(entry[0]):
            kind = BARE[(group["head"] or "").replace("cp", "py")]
            start = entry.start() + group.start("body")
            for element in ELEMENT.finditer(value.text, start, start + len(group["body"])):
                if match := kind.match(element[0]):
                    at, name = element.start(), match.lastgroup or ""
                    span = (at + match.start(name), at + match.end(name))
                    yield from _found(value, name, span, element.span(), where, items)


def _found(
    value: Value, kind: str, span: tuple[int, int], whole: tuple[int, int], where: str, items: bool
) -> Iterator[Mention]:
    part, stands = value.slice(*span), value.span(*whole)
    if items and stands and not stands.piece.item:
        item = Item(where, stands.start, stands.end)
        part = part._replace(pieces=tuple(piece._replace(item=item) for piece in part.pieces))
    said = notations.read(NOTATION[kind], part.text)
    yield mention(part, 0, len(part.text), "python", NOTATION[kind], "supports", where, version=said)
