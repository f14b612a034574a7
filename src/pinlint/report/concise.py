"""One line a finding: `environment.yml:6:12: version-mismatch [*] python is 3.8 here, pins.toml says 3.7`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pinlint.model import Finding
from pinlint.report.place import Documents, position, visible


def lines(findings: Iterable[Finding], documents: Documents) -> Iterator[str]:
    """The report, line by line. `[*]` marks what --fix puts right."""
    for finding in findings:
        at = position(documents(finding.path), finding.start, finding.end)
        mark = " [*]" if finding.edits else ""
        yield f"{visible(finding.path)}:{at.line}:{at.column}: {finding.rule}{mark} {visible(finding.message)}"
