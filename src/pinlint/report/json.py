"""`{"version": 1, "findings": [...]}`; columns are 1-based and count characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pinlint.model import Finding
from pinlint.report.place import Documents, dump, record


def lines(findings: Iterable[Finding], documents: Documents) -> Iterator[str]:
    """The report as one JSON object."""
    yield dump({"version": 1, "findings": [record(f, documents(f.path)) for f in findings]})
