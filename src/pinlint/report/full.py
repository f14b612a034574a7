"""The finding, its source line, and the span underlined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pinlint.model import Document, Finding
from pinlint.report.colour import paint
from pinlint.report.place import Documents, position, visible

WIDEST = 160  # characters of a source line that are shown


def lines(findings: Iterable[Finding], documents: Documents, *, colour: bool = False) -> Iterator[str]:
    """The report, line by line."""
    for finding in findings:
        document = documents(finding.path)
        at = position(document, finding.start, finding.end)
        mark = " [*]" if finding.edits else ""
        yield f"{paint(finding.severity, finding.severity, colour)}: {paint(visible(finding.message), 'bold', colour)}"
        gutter = " " * len(str(at.line))
        arrow = paint("-->", "dim", colour)
        yield f"{gutter}{arrow} {visible(finding.path)}:{at.line}:{at.column}: {finding.rule}{mark}"
        if document is not None and document.text:
            yield from _source(document, finding, at.line, gutter, colour)
        yield ""


def _source(document: Document, finding: Finding, number: int, gutter: str, colour: bool) -> Iterator[str]:
    first = document.text.rfind("\n", 0, finding.start) + 1
    last = document.text.find("\n", first)
    source = document.text[first : last if last >= 0 else len(document.text)].rstrip("\r")
    cut = max(0, finding.start - first - WIDEST // 2) if len(source) > WIDEST else 0
    source = source[cut : cut + WIDEST]
    before = visible(source[: finding.start - first - cut])
    width = max(1, len(visible(source[finding.start - first - cut : finding.end - first - cut])))
    bar = paint("|", "dim", colour)
    yield f"{gutter} {bar}"
    yield f"{paint(str(number), 'dim', colour)} {bar} {visible(source)}"
    wish = f" {paint(visible(finding.expected), 'green', colour)}" if finding.expected else ""
    yield f"{gutter} {bar} {' ' * len(before)}{paint('^' * width, finding.severity, colour)}{wish}"
