"""Report every place that disagrees with pins.toml, and put right what can be."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from importlib import import_module

from pinlint import check, fix, repair, save
from pinlint.commands import session
from pinlint.model import Document, Finding, PinlintError
from pinlint.report import colour
from pinlint.report.progress import watched
from pinlint.rules import RULES, nearest
from pinlint.scan import Reading, scan


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `pinlint check`."""
    session.shared(parser)
    parser.add_argument("--fix", action="store_true", help="put right what can be, in place; report what is left")
    parser.add_argument("--diff", action="store_true", help="print the fixes as a unified diff, write nothing")
    parser.add_argument("--select", metavar="RULE", action="append", default=[], help="these rules alone, by commas")
    parser.add_argument("--ignore", metavar="RULE", action="append", default=[], help="all rules but these, by commas")
    parser.add_argument("--strict", action="store_true", help="advice fails the run too")
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 whatever is found")
    parser.add_argument("--statistics", action="store_true", help="count the findings of each rule instead")
    parser.add_argument("--show-files", action="store_true", help="print the files that would be read")
    parser.add_argument("--no-cache", action="store_true", help="read every file, and remember nothing")


def run(options: argparse.Namespace) -> int:
    """Check, fix or show the difference; returns the exit status."""
    wanted = _rules(options)
    begun = session.begin(options)
    readings = scan(begun.root, begun.pins, watched(begun.files))
    if options.show_files:
        print(*(r.path for r in readings), sep="\n")
        return 0
    today = datetime.date.today().isoformat()
    found = [f for f in check.findings(begun.pins, readings, whole=begun.whole, today=today) if f.rule in wanted]
    documents = {r.path: r.document for r in readings}
    if options.fix or options.diff:
        return _fix(options, begun, readings, found, documents)
    _report(options, begun, found, documents)
    return _status(options, found)


def _rules(options: argparse.Namespace) -> set[str]:
    chosen = {name for words in options.select for name in words.split(",")} or set(RULES)
    ignored = {name for words in options.ignore for name in words.split(",")}
    for name in chosen | ignored:
        if name not in RULES:
            raise PinlintError(f"{name} is no rule; `pinlint rule` lists them{nearest(name, RULES)}")
    return chosen - ignored


def _fix(
    options: argparse.Namespace, begun: session.Session, readings: list[Reading], found: list[Finding],
    documents: dict[str, Document | None],
) -> int:
    left: list[Finding] = [f for f in found if not f.mention]
    fixed = failed = 0
    rules = _rules(options)
    for reading in readings:
        mine = [f for f in found if f.path == reading.path and f.mention]
        try:
            one = repair.plan(begun.pins, reading, mine, rules)
            if one is None:
                left += mine
                continue
            if options.diff:
                sys.stdout.write(fix.diff(one.before, one.after))
            else:
                save.write(begun.root, one.before, one.after)
            fixed += one.settled
            documents[reading.path] = one.after
            left += one.left
        except PinlintError as error:
            failed += 1
            print(f"pinlint: {error}", file=sys.stderr)
            left += mine
    if options.diff:
        return 0 if options.exit_zero or not fixed else 1
    left.sort(key=lambda f: (f.path, f.start, f.end, f.rule))
    _report(options, begun, left, documents, fixed)
    return _status(options, left) or (1 if failed and not options.exit_zero else 0)


def _report(
    options: argparse.Namespace, begun: session.Session, found: list[Finding],
    documents: dict[str, Document | None], fixed: int = 0,
) -> None:
    if options.statistics:
        lines = [f"{sum(f.rule == rule for f in found):5}  {rule}" for rule in RULES if any(f.rule == rule for f in found)]
    else:
        placed = [_in_pins(f, begun, documents) for f in found]
        printer = import_module(f"pinlint.report.{options.output_format}")
        if options.output_format == "full":
            painted = not options.output_file and colour.wanted(sys.stdout)
            lines = [*printer.lines(placed, documents.get, colour=painted), *_summary(found, fixed)]
        else:
            lines = list(printer.lines(placed, documents.get))
    session.write(options, "".join(line + "\n" for line in lines))


def _in_pins(finding: Finding, begun: session.Session, documents: dict[str, Document | None]) -> Finding:
    """A finding about pins.toml carries a line; give it that line's offset."""
    if finding.path != begun.pins.path or finding.start > 0:
        return finding
    if finding.path not in documents:
        with open(os.path.join(begun.root, finding.path), encoding="utf-8", newline="") as file:
            documents[finding.path] = Document(finding.path, file.read())
    document = documents[finding.path]
    at = check.offset(document.text, -finding.start) if document else 0
    return finding._replace(start=at, end=at)


def _summary(found: list[Finding], fixed: int) -> list[str]:
    fixable = sum(bool(f.edits) for f in found)
    parts = [f"fixed {fixed}"] if fixed else []
    if found:
        errors = sum(f.severity == "error" for f in found)
        parts.append(f"{errors} error{'s' * (errors != 1)}, {len(found) - errors} advice")
    if fixable:
        parts.append(f"{fixable} can be fixed with --fix")
    return ["; ".join(parts)] if parts else ["all places agree with pins.toml"]


def _status(options: argparse.Namespace, found: list[Finding]) -> int:
    failing = any(f.severity == "error" or options.strict for f in found)
    return 1 if failing and not options.exit_zero else 0
