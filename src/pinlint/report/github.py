"""Annotations of GitHub Actions: workflow commands, one line a finding.

Source: GitHub's documentation of workflow commands; `%`, CR and LF are escaped in data, `:` and `,` in properties too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pinlint.model import Finding
from pinlint.report.place import Documents, position, visible


def lines(findings: Iterable[Finding], documents: Documents) -> Iterator[str]:
    """One `::error` or `::warning` a finding, at its place."""
    for finding in findings:
        at = position(documents(finding.path), finding.start, finding.end)
        level = "error" if finding.severity == "error" else "warning"
        place = {
            "title": f"pinlint {finding.rule}", "file": finding.path, "line": at.line, "col": at.column,
            "endLine": at.end_line, "endColumn": at.end_column,
        }
        properties = ",".join(f"{key}={_property(str(text))}" for key, text in place.items())
        text = f"{finding.path}:{at.line}:{at.column}: {finding.rule} {finding.message}"
        yield f"::{level} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
