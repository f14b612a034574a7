"""Report every place that disagrees with pins.toml, and put right what can be."""

from __future__ import annotations

import sys

from pinlint import __version__, discover
from pinlint.commands import session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pinlint.commands.arguments import Options, Table
    from pinlint.model import Document, Finding
    from pinlint.survey import Survey

REMEMBERED = ("full", "concise", "json")  # reports that depend on nothing but the findings and their files
FROM_TOP = ("github", "gitlab", "sarif", "junit")  # services that know paths from the top of the repository alone

ARGUMENTS: Table = {
    **session.shared(),
    "--version": {"action": "version", "version": f"pinlint {__version__}"},
    "--fix": {"action": "store_true", "help": "put right what can be, in place; report what is left"},
    "--diff": {"action": "store_true", "help": "print the fixes as a unified diff, write nothing"},
    "--select": {"metavar": "RULE", "action": "append", "default": [], "help": "these rules alone, by commas"},
    "--ignore": {"metavar": "RULE", "action": "append", "default": [], "help": "all rules but these, by commas"},
    "--strict": {"action": "store_true", "help": "advice fails the run too"},
    "--exit-zero": {"action": "store_true", "help": "exit 0 whatever is found"},
    "--statistics": {"action": "store_true", "help": "count the findings of each rule instead"},
    "--show-files": {"action": "store_true", "help": "print the files that would be read"},
    "--no-cache": {"action": "store_true", "help": "read every file, and remember nothing"},
}


def run(options: Options) -> int:
    """Check, fix or show the difference; returns the exit status."""
    wanted = _rules(options)
    survey = session.survey(options)
    if options.show_files:
        from pinlint.report.place import visible

        session.write(options, "".join(visible(path) + "\n" for path in survey.files))
        return 0
    told = survey.told(_watched)
    style = _style(options) if told and wanted is None else ""
    known = survey.recall(style) if style else []
    if known:
        session.write(options, known[2])
        return _status(options, int(known[0]), int(known[1]))
    found = [f for f in survey.findings() if wanted is None or f.rule in wanted]
    if options.fix or options.diff:
        return _fix(options, survey, found, wanted)
    errors, advice = _counted(found)
    text = _report(options, survey, found, survey.document)
    if style:
        survey.remember(style, [str(errors), str(advice), text])
    session.write(options, text)
    return _status(options, errors, advice)


def _style(options: Options) -> str:
    """What a report's text depends on besides the findings; empty where it isn't worth remembering."""
    if options.fix or options.diff or options.statistics or options.output_format not in REMEMBERED:
        return ""
    return f"{options.output_format} {_painted(options)}"


def _painted(options: Options) -> bool:
    if options.output_format != "full" or options.output_file:
        return False
    from pinlint.report import colour

    return colour.wanted(sys.stdout)


def _watched(files: list[str]) -> Iterable[str]:
    from pinlint.report.progress import watched

    return watched(files)


def _rules(options: Options) -> set[str] | None:
    """The rules that were asked for, None for all."""
    if not options.select and not options.ignore:
        return None
    from pinlint.errors import PinlintError
    from pinlint.rules import RULES, nearest

    chosen = {name for words in options.select for name in words.split(",")} or set(RULES)
    ignored = {name for words in options.ignore for name in words.split(",")}
    for name in chosen | ignored:
        if name not in RULES:
            raise PinlintError(f"{name} is no rule; `pinlint rule` lists them{nearest(name, RULES)}")
    return chosen - ignored


def _fix(options: Options, survey: Survey, found: list[Finding], wanted: set[str] | None) -> int:
    from pinlint import repair, save
    from pinlint.check import of_document
    from pinlint.errors import PinlintError
    from pinlint.model import order
    from pinlint.report.place import visible
    from pinlint.rules import RULES

    rules = set(RULES) if wanted is None else wanted
    fixable = dict.fromkeys(f.path for f in found if f.edits)
    left = [f for f in found if not f.mention or f.path not in fixable or f.rule == "stale-output"]
    documents: dict[str, Document] = {}
    fixed = failed = 0
    if not options.diff:
        survey.sweep()
    for path in fixable:
        # Judged again, since the file may have changed since its findings were told.
        reading = survey.reading(path)
        mine = [f for f in of_document(survey.pins, reading) if f.rule in rules]
        try:
            if reading.document is None and reading.error:
                raise PinlintError(f"can't be read any more: {reading.error.cause}; not fixed, run it again", path)
            one = repair.plan(survey.pins, reading, mine, rules)
            if one is None:
                left += mine
                continue
            if options.diff:
                from pinlint.unified import diff

                session.show(diff(one.before, one.after))
            else:
                save.write(survey.root, one.before, one.after)
            fixed += one.settled
            documents[path] = one.after
            left += one.left
        except PinlintError as error:
            failed += 1
            print(f"pinlint: {visible(str(error))}", file=sys.stderr)
            left += mine
    if options.diff:
        return 0 if options.exit_zero or not (fixed or failed) else 1
    text = _report(options, survey, sorted(left, key=order), lambda p: documents.get(p) or survey.document(p), fixed)
    session.write(options, text)
    return _status(options, *_counted(left)) or (1 if failed and not options.exit_zero else 0)


def _report(
    options: Options, survey: Survey, found: list[Finding], documents: Callable[[str], Document | None], fixed: int = 0
) -> str:
    lines: list[str] = []
    if options.statistics:
        from pinlint.rules import RULES

        counts = {rule: sum(f.rule == rule for f in found) for rule in RULES}
        lines = [f"{count:5}  {rule}" for rule, count in counts.items() if count]
    elif found or options.output_format not in ("full", "concise", "github"):
        from importlib import import_module

        placed = [_in_pins(f, survey.name, documents) for f in found]
        printer = import_module(f"pinlint.report.{options.output_format}")
        if options.output_format in FROM_TOP and (above := discover.above(survey.root)):
            placed = [f._replace(path=above + f.path) for f in placed]
            lines = list(printer.lines(placed, lambda path: documents(path.removeprefix(above))))
        elif options.output_format == "full":
            lines = list(printer.lines(placed, documents, colour=_painted(options)))
        else:
            lines = list(printer.lines(placed, documents))
    if options.output_format == "full" and not options.statistics:
        lines += _summary(found, fixed)
    return "".join(line + "\n" for line in lines)


def _in_pins(finding: Finding, name: str, documents: Callable[[str], Document | None]) -> Finding:
    """A finding about pins.toml carries a line; give it that line's offset."""
    if finding.path != name or finding.start > 0:
        return finding
    document = documents(name)
    at = document.offset(-finding.start) if document else 0
    return finding._replace(start=at, end=at)


def _summary(found: list[Finding], fixed: int) -> list[str]:
    fixable = sum(bool(f.edits) for f in found)
    parts = [f"fixed {fixed}"] if fixed else []
    if found:
        errors, advice = _counted(found)
        parts.append(f"{errors} error{'s' * (errors != 1)}, {advice} advice")
    if fixable:
        parts.append(f"{fixable} can be fixed with --fix")
    return ["; ".join(parts)] if parts else ["all places agree with pins.toml"]


def _counted(found: list[Finding]) -> tuple[int, int]:
    """Errors and advice."""
    errors = sum(f.severity == "error" for f in found)
    return errors, len(found) - errors


def _status(options: Options, errors: int, advice: int) -> int:
    failing = errors or options.strict and advice
    return 1 if failing and not options.exit_zero else 0
