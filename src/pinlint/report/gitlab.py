"""GitLab's code quality report: what a merge request's widget compares between two branches.

Source: GitLab's documentation of the code quality report format. Findings with one fingerprint count as one, and a
fingerprint that holds a line number makes old findings new when a line is added above; so neither is the case here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pinlint.model import Finding
from pinlint.report.place import Documents, dump, fingerprints, position, visible


def lines(findings: Iterable[Finding], documents: Documents) -> Iterator[str]:
    """The report as one JSON array."""
    found = list(findings)
    yield dump(
        [
            {
                "description": visible(f"{finding.rule}: {finding.message}"),
                "check_name": finding.rule,
                "fingerprint": fingerprint,
                "severity": "major" if finding.severity == "error" else "minor",
                "location": {
                    "path": finding.path,
                    "lines": {"begin": position(documents(finding.path), finding.start, finding.end).line},
                },
            }
            for finding, fingerprint in zip(found, fingerprints(found), strict=True)
        ]
    )
