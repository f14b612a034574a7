"""The finding, its source line, and the span underlined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pinlint.model import Document, Finding
from pinlint.report.place import Documents, position, visible

WIDEST = 160  # characters of a source line that are shown


def lines(findings: Iterable[Finding], documents: Documents) -> Iterator[str]:
    """The report, line by line."""
    for finding in findings:
        document = documents(finding.path)
        at = position(document, finding.start, finding.end)
        mark = " [*]" if finding.edits else ""
        yield f"{finding.severity}: {visible(finding.message)}"
        gutter = " " * len(str(at.line))
        yield f"{gutter}--> {visible(finding.path)}:{at.line}:{at.column}: {finding.rule}{mark}"
        if document is not None and document.text:
            yield from _source(document, finding, at.line, gutter)
        yield ""


def _source(document: Document, finding: Finding, number: int, gutter: str) -> Iterator[str]:
    first = document.text.rfind("\n", 0, finding.start) + 1
    last = document.text.find("\n", first)
    source = document.text[first : last if last >= 0 else len(document.text)].rstrip("\r")
    cut = max(0, finding.start - first - WIDEST // 2) if len(source) > WIDEST else 0
    source = source[cut : cut + WIDEST]
    before = visible(source[: finding.start - first - cut])
    width = max(1, len(visible(source[finding.start - first - cut : finding.end - first - cut])))
    yield f"{gutter} |"
    yield f"{number} | {visible(source)}"
    wish = f" {finding.expected}" if finding.expected else ""
    yield f"{gutter} | {' ' * len(before)}{'^' * width}{visible(wish)}"
