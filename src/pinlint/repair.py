"""Findings -> repaired documents: what a run of --fix, --diff or `pinlint set` would write, proved, before it is written."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from pinlint import check, fix
from pinlint.globs import matches
from pinlint.model import Document, Finding, PinlintError
from pinlint.pins import Pins
from pinlint.scan import Reading, interpret


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
    patterns = [p.pattern for p in pins.places if matches(p.files, reading.path)]

    def judge(document: Document) -> list[Finding]:
        judged = check.of_document(pins, interpret(document, reading.format, patterns))
        return [f for f in judged if f.rule in rules and (not subject or _subject(pins, f) == subject)]

    after = fix.fixed(reading.document, mine, judge)
    return Repair(reading.document, after, sum(bool(f.edits) for f in mine), judge(after))


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
            fix.write(root, repair.before, repair.after)
            done.append(repair)
    except (PinlintError, KeyboardInterrupt):
        for repair in reversed(done):
            fix.write(root, repair.after, repair.before)
        raise
