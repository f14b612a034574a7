"""JUnit's XML, which most CI services show as tests: an error is a failed test, advice a skipped one.

There is no standard; this is the part that Jenkins, GitLab and CircleCI agree on. A run without findings is one test
that passed, because some services take a report without tests for a broken one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pinlint.model import Finding
from pinlint.report.place import Documents, position, visible

SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}


def lines(findings: Iterable[Finding], documents: Documents) -> Iterator[str]:
    """The report, line by line."""
    found = list(findings)
    failures = sum(f.severity == "error" for f in found)
    counts = f'tests="{max(1, len(found))}" failures="{failures}" errors="0" skipped="{len(found) - failures}"'
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<testsuites name="pinlint" {counts}>'
    yield f'  <testsuite name="pinlint" {counts}>'
    for finding in found:
        yield from _case(finding, documents)
    if not found:
        yield '    <testcase name="all places agree with pins.toml" classname="pinlint"/>'
    yield "  </testsuite>"
    yield "</testsuites>"


def _case(finding: Finding, documents: Documents) -> Iterator[str]:
    at = position(documents(finding.path), finding.start, finding.end)
    path, message = _escaped(finding.path), _escaped(finding.message)
    name = f"{finding.rule} {path}:{at.line}:{at.column}"
    yield f'    <testcase name="{name}" classname="{path}" file="{path}" line="{at.line}">'
    if finding.severity == "error":
        text = f"{path}:{at.line}:{at.column}: {message}"
        yield f'      <failure type="{finding.rule}" message="{message}">{text}</failure>'
    else:
        yield f'      <skipped message="{message}"/>'
    yield "    </testcase>"


def _escaped(text: str) -> str:
    """`text` for an attribute or an element, in ASCII; what XML has no way to write is spelled out."""
    return "".join(SPECIAL.get(char, char) if char.isascii() else f"&#{ord(char)};" for char in visible(text))
