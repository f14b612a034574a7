"""Readings and pins -> findings: a verdict for each file by itself, and what all of them together owe."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from pinlint import read, rivals, stale
from pinlint.fragments import compiled
from pinlint.globs import matches
from pinlint.judge import WITHOUT_VERSION, judge
from pinlint.model import Finding, Unreadable
from pinlint.pins import Pin, Pins
from pinlint.pragmas import Pragma
from pinlint.rules import RULES
from pinlint.scan import Reading


class Verdict(NamedTuple):
    """What is said of one file, and what it tells about pins.toml."""

    path: str
    findings: tuple[Finding, ...] = ()
    subjects: tuple[str, ...] = ()  # the pins that the file mentions
    ignores: tuple[int, ...] = ()  # the [[ignore]] tables that hide something in it, by number
    requires: tuple[int, ...] = ()  # the [[require]] tables that its path matches, by number
    command: str = ""  # what wrote the file, for compiled requirements


def verdict(pins: Pins, reading: Reading) -> Verdict:
    """What the judge says of one file, less what is ignored."""
    path, document, names = reading.path, reading.document, pins.for_path(reading.path)
    found = list(_unread(reading))
    if document is not None:
        found += judge(path, reading.mentions, names, lambda: document.text)
    needed = [i for i, need in enumerate(pins.require) if matches(need.files, path)]
    for subject in (pins.require[i].pin for i in needed):
        if not _said(subject, reading, names):
            found.append(Finding("missing-mention", "error", f"{subject} must be said in this file, and is not", path, 0, 0))
    if document is not None:
        found = rivals.together(list(_uncommented(reading, found, names)), reading.mentions)
    kept, used = _shown(pins, path, names, found)
    return Verdict(
        path,
        _ranked(pins, kept),
        tuple(sorted({names[m.subject].subject for m in reading.mentions if m.subject in names})),
        tuple(sorted(used)),
        tuple(needed),
        compiled.command(document.text) if document is not None and reading.format == "requirements" else "",
    )


def of_document(pins: Pins, reading: Reading) -> list[Finding]:
    """What the verdict says of the mentions of one file."""
    return [f for f in verdict(pins, reading).findings if f.mention]


def _unread(reading: Reading) -> Iterator[Finding]:
    if reading.error:
        start = reading.document.offset(reading.error.line) if reading.document else 0
        message = f"can't be read: {reading.error.cause}"
        yield Finding("unreadable-file", "error", message, reading.path, start, start)


def _said(subject: str, reading: Reading, names: Mapping[str, Pin]) -> bool:
    return any(
        m.notation not in WITHOUT_VERSION and (names[m.subject].subject if m.subject in names else m.subject) == subject
        for m in reading.mentions
    )


def _shown(
    pins: Pins, path: str, names: Mapping[str, Pin], found: Iterable[Finding]
) -> tuple[list[Finding], set[int]]:
    """The findings that no [[ignore]] hides, and the numbers of those that hide one."""
    here = [i for i, table in enumerate(pins.ignore) if matches(table.files, path)]
    kept, used = [], set()
    for finding in found:
        subject = _subject(finding, names)
        hit = next((i for i in here if not pins.ignore[i].pins or subject in pins.ignore[i].pins), None)
        if hit is None:
            kept.append(finding)
        else:
            used.add(hit)
    return kept, used


def _subject(finding: Finding, names: Mapping[str, Pin]) -> str:
    pin = names.get(finding.mention.subject) if finding.mention else None
    return pin.subject if pin else ""


def _uncommented(reading: Reading, found: Iterable[Finding], names: Mapping[str, Pin]) -> Iterator[Finding]:
    """The findings that no comment hides, and a finding for each comment that hides none."""
    assert reading.document is not None
    comments = [p for p in reading.pragmas if p.ignores is not None]
    spent: set[Pragma] = set()
    for finding in found:
        hits: list[Pragma] = []
        if comments:
            line, subject = reading.document.line(finding.start), _subject(finding, names)
            hits = [p for p in comments if p.line == line and (not p.ignores or subject in p.ignores)]
            spent.update(hits)
        if not hits:
            yield finding
    for comment in comments:
        if comment not in spent:
            message = "this comment ignores nothing; take it away"
            yield Finding("unused-ignore", "advice", message, reading.path, comment.start, comment.end)


def _ranked(pins: Pins, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with the severities that pins.toml gives its rules."""
    changed = dict(pins.rules)
    severities = {**RULES, **changed}
    return tuple(
        f._replace(severity=changed.get(f.rule, f.severity)) for f in found if severities.get(f.rule) != "off"
    )


class Sources(Mapping[str, stale.Source]):
    """The requirements files below `root`, read when they are asked for, unless they were read before."""

    def __init__(self, root: str, match: Callable[[str], str | None]) -> None:
        self.root = root
        self.match = match
        self.known: dict[str, stale.Source] = {}

    def take(self, reading: Reading) -> None:
        """Know what a reading says, if it is one of requirements and whole."""
        if reading.format == "requirements" and reading.document is not None and reading.own >= 0:
            mentions = tuple(reading.mentions[: reading.own])
            self.known[reading.path] = stale.Source(reading.path, reading.document.text, mentions)

    def __getitem__(self, path: str) -> stale.Source:
        if path not in self.known:
            if path.startswith(("/", "../")) or self.match(path) != "requirements":
                raise KeyError(path)
            try:
                document = read.read(self.root, path)
                mentions = tuple(read.extract("requirements", document))
            except Unreadable:
                raise KeyError(path) from None
            self.known[path] = stale.Source(path, document.text, mentions)
        return self.known[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)


def outdated(pins: Pins, verdicts: Iterable[Verdict], sources: Mapping[str, stale.Source]) -> Iterator[Verdict]:
    """What compiled requirements break of their sources. They are compared whole, whichever subjects are pinned."""
    for one in verdicts:
        if one.command and one.path in sources:
            told = {f.start for f in one.findings}
            found = [f for f in stale.judge(sources[one.path], sources) if f.start not in told or not f.mention]
            kept, used = _shown(pins, one.path, {}, found)
            yield Verdict(one.path, _ranked(pins, kept), ignores=tuple(sorted(used)))


def owed(pins: Pins, verdicts: Iterable[Verdict], today: str) -> tuple[Finding, ...]:
    """What pins.toml says that no file of the repository needs. `today` is an ISO date."""
    subjects: set[str] = set()
    ignores: set[int] = set()
    requires: set[int] = set()
    for one in verdicts:
        subjects.update(one.subjects)
        ignores.update(one.ignores)
        requires.update(one.requires)
    return _ranked(pins, _owed(pins, subjects, ignores, requires, today))


def _owed(pins: Pins, subjects: set[str], ignores: set[int], requires: set[int], today: str) -> Iterator[Finding]:
    def at(rule: str, severity: str, message: str, line: int) -> Finding:
        return Finding(rule, severity, message, pins.path, -line, -line)

    for pin in pins.pins:
        if pin.subject not in subjects:
            message = f"no file mentions {pin.subject}; take the pin away or check its name"
            yield at("unused-pin", "advice", message, pin.line)
    for i, need in enumerate(pins.require):
        if i not in requires:
            message = f"no file matches {', '.join(need.files)}, which must say {need.pin}"
            yield at("missing-mention", "error", message, need.line)
    for i, ignore in enumerate(pins.ignore):
        if ignore.until and today > ignore.until:
            yield at("expired-ignore", "advice", f"this ignore ended on {ignore.until} ({ignore.reason})", ignore.line)
        elif i not in ignores:
            message = f"this ignore hides nothing ({ignore.reason}); take it away"
            yield at("unused-ignore", "advice", message, ignore.line)
