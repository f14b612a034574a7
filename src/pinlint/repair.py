"""Findings -> repaired documents: what a run of --fix, --diff or `pinlint set` would write, proved, before it is written."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from pinlint import check, fix, save
from pinlint.model import Document, Finding, PinlintError
from pinlint.pins import Pins
from pinlint.scan import Reading, interpret, patterns

ROUNDS = 2  # after the first, in which what follows from a fix is put right


class Repair(NamedTuple):
    """One file: as it is, as it should be, how many findings that settles, and those that stay."""

    before: Document
    after: Document
    settled: int
    left: list[Finding]


def plan(
    pins: Pins, reading: Reading, found: list[Finding], rules: Collection[str], subject: str = ""
) -> Repair | None:
    """The repair of one file, or None where nothing can be put right. Raises PinlintError if it can't be proved.

    `found` are the file's findings; with `subject`, findings of other subjects are left out of it.
    """
    mine = [f for f in found if f.path == reading.path and f.mention]
    if reading.document is None or not any(f.edits for f in mine):
        return None
    places = patterns(pins, reading.path)

    def read(document: Document) -> Reading:
        return interpret(document, reading.format, places)

    def owed(reading: Reading) -> list[Finding]:
        found = check.of_document(pins, reading)
        return [f for f in found if f.rule in rules and (not subject or _subject(pins, f) == subject)]

    again = fix.proved(reading, (e for f in mine for e in f.edits), read)
    left = owed(again)
    # Once the places of a job agree, its name is a label of them, and has to say what they say. So it is with a list of
    # which a fix has left one element, or two that are apart.
    for _ in range(ROUNDS):
        if more := [e for f in left for e in f.edits]:
            again = fix.proved(again, more, read)
            left = owed(again)
    if any(f.edits for f in left) or sum(not _is_label(f) for f in left) > sum(not f.edits for f in mine):
        raise fix.unproved(reading.path)
    assert again.document is not None
    return Repair(reading.document, again.document, sum(bool(f.edits) for f in mine), left)


def _is_label(finding: Finding) -> bool:
    return finding.mention is not None and finding.mention.role == "label"


def _subject(pins: Pins, finding: Finding) -> str:
    pin = pins.for_path(finding.path).get(finding.mention.subject) if finding.mention else None
    return pin.subject if pin else ""


def of_subject(pins: Pins, found: list[Finding], subject: str) -> list[Finding]:
    """The findings that are about one pin."""
    return [f for f in found if _subject(pins, f) == subject]


def write_all(root: str, repairs: list[Repair]) -> None:
    """Write every repair, or none: what was written is put back if a later file can't be."""
    done: list[Repair] = []
    try:
        for repair in repairs:
            save.write(root, repair.before, repair.after)
            done.append(repair)
    except (PinlintError, KeyboardInterrupt) as cause:
        stuck = [path for repair in reversed(done) if (path := _unwritten(root, repair))]
        if stuck:
            raise PinlintError(f"{cause}; and could not be put back: {', '.join(stuck)}") from None
        raise


def _unwritten(root: str, repair: Repair) -> str:
    """Put the file back as it was; its path if that can't be done."""
    try:
        save.write(root, repair.after, repair.before)
    except PinlintError:
        return repair.before.path
    return ""
