"""`Makefile`, `*.mk`: variables that announce a version, and recipes read as shell with variables followed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from pinlint import value
from pinlint.fragments import assignment, shell
from pinlint.model import Document, Mention
from pinlint.readers import makefile
from pinlint.readers.makefile import Entry
from pinlint.value import Value

FILES = ("Makefile", "makefile", "GNUmakefile", "Makefile.*", "*.mk", "*.mak")


def extract(document: Document) -> Iterator[Mention]:
    entries = list(makefile.read(document.text))
    variables = _variables([e for e in entries if e.operator])

    def lookup(name: str) -> list[Value]:
        return variables.get(name, [])

    tied = sorted(
        (piece.start, piece.start + len(piece.text), f"{name}@{values[0].start}")
        for name, values in variables.items() if len(values) > 1 and len({v.text for v in values}) == 1
        for one in values for piece in one.pieces
    )
    seen: set[tuple[str, int, int]] = set()
    for mention in [*_recipes(entries, lookup), *_assignments(entries, lookup)]:
        key = (mention.subject, mention.start, mention.end)
        if key not in seen:
            seen.add(key)
            yield mention if mention.item else mention._replace(tied=_tie(mention, tied))


def _tie(mention: Mention, tied: list[tuple[int, int, str]]) -> str:
    """What ties the mention to others: the variable that several places give the same, and its offset in them."""
    at = bisect_right(tied, mention.start, key=lambda place: place[0]) - 1
    if at < 0 or mention.start >= tied[at][1]:
        return mention.tied
    start, _, name = tied[at]
    return f"{name}+{mention.start - start}"


def _variables(entries: list[Entry]) -> dict[str, list[Value]]:
    """What each variable holds; nothing for one that branches set differently, since nobody can say which runs."""
    found: dict[str, list[Value]] = {}
    unsure: set[str] = set()
    for entry in entries:
        via = tuple(piece._replace(via=entry.name) for piece in entry.value.pieces)
        known = found.setdefault(entry.name, [])
        if "$(shell" in entry.value.text:
            unsure.add(entry.name)
        if entry.operator != "+=" and known and known[0].text != entry.value.text:
            unsure.add(entry.name)
        # Said twice, both places count: were one alone put right, nobody could say any more which of them is meant.
        if entry.operator == "+=" or not known or known[0].text == entry.value.text:
            known.append(Value(entry.value.text, via))
    return {name: values for name, values in found.items() if name not in unsure}


def _recipes(entries: list[Entry], lookup: value.Lookup) -> Iterator[Mention]:
    for entry in entries:
        if not entry.operator:
            for one in value.expand(entry.value, makefile.REFERENCE, lookup):
                yield from shell.read(makefile.shell(one), entry.name)


def _assignments(entries: list[Entry], lookup: value.Lookup) -> Iterator[Mention]:
    for entry in entries:
        if entry.operator and entry.operator != "!=" and lookup(entry.name):
            for one in value.expand(entry.value, makefile.REFERENCE, lookup):
                yield from assignment.read(entry.name, one, entry.name)
