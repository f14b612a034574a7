"""Move a pin, in pins.toml and in every place that follows it, all or nothing."""

from __future__ import annotations

import sys

from pinlint import check, fix, repair, save, sources, unified
from pinlint.commands import session
from pinlint.commands.arguments import Options, Table
from pinlint.discover import files
from pinlint.model import Document, Edit, Finding, PinlintError, order
from pinlint.names import canonical
from pinlint.notations import write
from pinlint.pins import VERSION, Pin, Pins
from pinlint.read import extract, read
from pinlint.repair import Repair
from pinlint.report.place import position, visible
from pinlint.rules import RULES, nearest
from pinlint.scan import matcher, scan

ARGUMENTS: Table = {
    "name": {"metavar": "NAME", "help": "a subject that pins.toml pins"},
    "version": {"metavar": "VERSION", "help": "the version that is to be true from now on"},
    "--config": {"metavar": "FILE", "help": "the pins.toml to use"},
    "--diff": {"action": "store_true", "help": "print the changes as a unified diff, write nothing"},
}


def run(options: Options) -> int:
    """Plan every change, then write them all; 1 if a place could not be moved."""
    root, name = session.locate(options.config)
    before = session.document(root, name)
    from pinlint.config import load

    pins = load(before.text, name)
    subject = dict(pins.aliases).get(canonical(options.name), canonical(options.name))
    pin = next((p for p in pins.pins if p.subject == subject), None)
    if pin is None:
        known = {p.subject for p in pins.pins}
        raise PinlintError(f"{options.name} is no pin; add it under [pins] first{nearest(subject, known)}", name)
    if not VERSION.fullmatch(options.version):
        raise PinlintError(f"{options.version!r} is no version; write digits and dots, as in 3.12", name, pin.line)
    source = _from_source(root, pins, pin, options.version) if pin.source else None
    after = before if source else before._replace(text=_moved(before, pin, options.version))
    moved = _with(sources.resolve(root, load(before.text, name)) if source else load(after.text, name), subject, options.version)
    repairs, left = _plan(root, sources.resolve(root, moved), subject)
    repairs = [*([source] if source else []), *(r for r in repairs if not source or r.before.path != source.before.path)]
    if after.text != before.text:
        repairs.append(Repair(before, after, 1, []))
    if options.diff:
        for one in repairs:
            session.show(unified.diff(one.before, one.after))
    else:
        save.sweep(root, files(root))
        repair.write_all(root, repairs)
        for one in repairs:
            print(f"{visible(one.before.path)}: moved {one.settled} place{'s' * (one.settled != 1)}")
    for finding, document in left:
        at = position(document, finding.start, finding.end)
        print(f"{visible(finding.path)}:{at.line}:{at.column}: not moved: {visible(finding.message)}", file=sys.stderr)
    return 1 if any(f.severity == "error" for f, _ in left) else 0


def _with(pins: Pins, subject: str, version: str) -> Pins:
    """The pins with one version given, whatever file it comes from."""
    return pins._replace(
        pins=tuple(p._replace(version=version, source="") if p.subject == subject else p for p in pins.pins)
    )


def _moved(document: Document, pin: Pin, version: str) -> str:
    """The text of pins.toml with the pin's version replaced, every other byte kept."""
    from pinlint.readers import toml
    from pinlint.readers.tree import Scalar

    for key, node in toml.read(document.text)["pins"].items():
        scalar = node if isinstance(node, Scalar) else node["version"]
        if canonical(key.text) == pin.subject and isinstance(scalar, Scalar):
            return fix.apply(document.text, [Edit(scalar.inner, scalar.inner_end, version)])
    raise PinlintError(f"{pin.subject} has no version here; edit supports or minimum by hand", document.path, pin.line)


def _from_source(root: str, pins: Pins, pin: Pin, version: str) -> Repair:
    """The one mention that `from` names, moved."""
    document = read(root, pin.source)
    format_name = matcher(pins)(pin.source)
    assert format_name is not None
    mention = next(m for m in extract(format_name, document) if m.subject == pin.subject)
    text = None if mention.frozen else write(mention.notation, version, mention.text)
    if text is None:
        raise PinlintError(f"can't be moved: {mention.frozen or 'no safe edit is known'}", pin.source, document.line(mention.start))
    return Repair(document, document._replace(text=fix.apply(document.text, [Edit(mention.start, mention.end, text)])), 1, [])


def _plan(root: str, pins: Pins, subject: str) -> tuple[list[Repair], list[tuple[Finding, Document | None]]]:
    readings = scan(root, pins, files(root))
    judged = (f for r in readings for f in check.of_document(pins, r))
    found = sorted((f for f in judged if f.rule != "unpinned-mention"), key=order)
    mine = repair.of_subject(pins, found, subject)
    repairs: list[Repair] = []
    left: list[tuple[Finding, Document | None]] = []
    for reading in readings:
        one = repair.plan(pins, reading, mine, [r for r in RULES if r != "unpinned-mention"], subject)
        if one:
            repairs.append(one)
            left += [(f, one.after) for f in one.left]
        else:
            left += [(f, reading.document) for f in mine if f.path == reading.path]
    return repairs, left
