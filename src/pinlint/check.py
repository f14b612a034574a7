"""Readings and pins -> all findings of a run: what the judge says, less what is ignored, and what pins.toml itself owes."""

from __future__ import annotations

import os
from collections.abc import Iterable

from pinlint import read, stale
from pinlint.globs import matches
from pinlint.judge import WITHOUT_VERSION, judge
from pinlint.model import Finding, PinlintError, Unreadable
from pinlint.pins import Ignore, Pin, Pins
from pinlint.pragmas import Pragma
from pinlint.rules import RULES
from pinlint.scan import Reading, matcher


def resolve(root: str, pins: Pins) -> Pins:
    """The pins with each `from` replaced by the version that its file says. Raises PinlintError for none or several."""
    if not any(p.source for p in _all(pins)):
        return pins
    match = matcher(pins)

    def known(pin: Pin) -> Pin:
        return pin._replace(version=_said(root, pin, match(pin.source), pins.path)) if pin.source else pin

    overrides = tuple(o._replace(pins=tuple(known(p) for p in o.pins)) for o in pins.overrides)
    return pins._replace(pins=tuple(known(p) for p in pins.pins), overrides=overrides)


def _all(pins: Pins) -> list[Pin]:
    return [*pins.pins, *(p for o in pins.overrides for p in o.pins)]


def _said(root: str, pin: Pin, format_name: str | None, path: str) -> str:
    where = f"{pin.subject}.from: {pin.source}"
    top = os.path.realpath(root)
    if os.path.commonpath([top, os.path.realpath(os.path.join(root, pin.source))]) != top:
        raise PinlintError(f"{where} leads out of the repository; name a file inside it", path, pin.line)
    if format_name is None:
        raise PinlintError(f"{where} is of no kind that pinlint reads; see `pinlint formats`", path, pin.line)
    try:
        mentions = read.extract(format_name, read.read(root, pin.source))
    except Unreadable as error:
        raise PinlintError(f"{where} can't be read: {error.cause}", path, pin.line) from None
    said = sorted({m.version for m in mentions if m.subject == pin.subject and m.notation not in WITHOUT_VERSION and m.version})
    if len(said) != 1:
        many = f"says several versions ({', '.join(said)})" if said else f"says no version of {pin.subject}"
        raise PinlintError(f"{where} {many}; name a file with one mention", path, pin.line)
    return said[0]


def findings(pins: Pins, readings: list[Reading], *, whole: bool, today: str = "") -> list[Finding]:
    """Every finding, sorted by place. `whole`: all files were read, so what nobody mentions can be told.

    `today` is an ISO date; an ignore whose `until` lies before it is a finding.
    """
    found: list[Finding] = []
    used: set[Ignore] = set()
    seen: set[str] = set()
    for reading in readings:
        names = pins.for_path(reading.path)
        seen.update(names[m.subject].subject for m in reading.mentions if m.subject in names)
        found += _of_reading(pins, reading, names, used, whole)
    for finding in _stale(readings, {(f.path, f.start) for f in found}):
        found += _left([finding], pins, finding.path, used, ())
    if whole:
        found += _owed(pins, readings, used, seen, today)
    severities = {**RULES, **dict(pins.rules)}
    changed = dict(pins.rules)
    kept = [
        f._replace(severity=changed.get(f.rule, f.severity)) for f in found if severities.get(f.rule) != "off"
    ]
    return sorted(kept, key=lambda f: (f.path, f.start, f.end, f.rule, f.message))


def _stale(readings: list[Reading], told: set[tuple[str, int]]) -> Iterable[Finding]:
    """What compiled requirements break of their sources. They are compared whole, whichever subjects are pinned."""
    documents = {r.path: r.document for r in readings if r.document and r.format == "requirements"}
    compiled = [path for path, document in documents.items() if stale.command(document.text)]
    if not compiled:
        return
    known = {
        path: stale.Source(path, document.text, tuple(read.extract("requirements", document)))
        for path, document in documents.items()
    }
    for path in compiled:
        yield from (f for f in stale.judge(known[path], known) if (f.path, f.start) not in told or not f.mention)


def of_document(pins: Pins, reading: Reading) -> list[Finding]:
    """What the judge says of one file, less what is ignored."""
    return [f for f in _of_reading(pins, reading, pins.for_path(reading.path), set(), False) if f.mention]


def _of_reading(
    pins: Pins, reading: Reading, names: dict[str, Pin], used: set[Ignore], whole: bool
) -> list[Finding]:
    path, document = reading.path, reading.document
    found: list[Finding] = []
    if reading.error:
        start = offset(document.text, reading.error.line) if document else 0
        found.append(
            Finding("unreadable-file", "error", f"can't be read: {reading.error.cause}", path, start, start)
        )
    if document is None:
        return _left(found, pins, path, used, ())
    judged = judge(path, reading.mentions, names, lambda: document.text)
    spent: set[Pragma] = set()
    kept = []
    for finding in _left(found + judged, pins, path, used, names):
        line = document.line(finding.start)
        subject = names[finding.mention.subject].subject if finding.mention else ""
        hits = [p for p in reading.pragmas if p.line == line and p.ignores is not None and (not p.ignores or subject in p.ignores)]
        spent.update(hits)
        if not hits:
            kept.append(finding)
    for pragma in reading.pragmas:
        if whole and pragma.ignores is not None and pragma not in spent:
            message = "this comment ignores nothing; take it away"
            kept.append(Finding("unused-ignore", "advice", message, path, pragma.start, pragma.end))
    return kept


def _left(
    found: list[Finding], pins: Pins, path: str, used: set[Ignore], names: dict[str, Pin] | tuple[()]
) -> list[Finding]:
    kept = []
    for finding in found:
        subject = names[finding.mention.subject].subject if finding.mention and names else ""
        hit = next((g for g in pins.ignore if (not g.pins or subject in g.pins) and matches(g.files, path)), None)
        if hit:
            used.add(hit)
        else:
            kept.append(finding)
    return kept


def offset(text: str, line: int) -> int:
    """The character offset at which a 1-based line begins."""
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return at


def _owed(
    pins: Pins, readings: list[Reading], used: set[Ignore], seen: set[str], today: str
) -> Iterable[Finding]:
    def at(rule: str, severity: str, message: str, line: int) -> Finding:
        return Finding(rule, severity, message, pins.path, -line, -line)

    for pin in pins.pins:
        if pin.subject not in seen:
            yield at("unused-pin", "advice", f"no file mentions {pin.subject}; take the pin away or check its name", pin.line)
    for need in pins.require:
        for reading in readings:
            if matches(need.files, reading.path) and not any(
                m.subject == need.pin and m.notation not in WITHOUT_VERSION for m in reading.mentions
            ):
                message = f"{need.pin} must be said in this file, and is not"
                yield Finding("missing-mention", "error", message, reading.path, 0, 0)
        if not any(matches(need.files, r.path) for r in readings):
            message = f"no file matches {', '.join(need.files)}, which must say {need.pin}"
            yield at("missing-mention", "error", message, need.line)
    for ignore in pins.ignore:
        if ignore.until and today > ignore.until:
            yield at("expired-ignore", "advice", f"this ignore ended on {ignore.until} ({ignore.reason})", ignore.line)
        elif ignore not in used:
            yield at("unused-ignore", "advice", f"this ignore hides nothing ({ignore.reason}); take it away", ignore.line)
