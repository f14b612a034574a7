"""SARIF 2.1.0, which GitHub's code scanning and many editors read; fixes are given as replacements.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0. Columns are 1-based and count Unicode code points.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from pinlint import __version__
from pinlint.model import Document, Finding
from pinlint.report.place import Documents, dump, fingerprints, position, visible
from pinlint.tables.rules import RULES

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "advice": "warning"}
ORDER = {name: index for index, name in enumerate(RULES)}


def lines(findings: Iterable[Finding], documents: Documents) -> Iterator[str]:
    """The report as one JSON object."""
    found = list(findings)
    results = [
        _result(finding, documents(finding.path), fingerprint)
        for finding, fingerprint in zip(found, fingerprints(found), strict=True)
    ]
    driver = {"name": "pinlint", "version": __version__, "rules": [_rule(name, facts) for name, facts in RULES.items()]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    yield dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str, facts: dict[str, str]) -> dict[str, object]:
    return {
        "id": name,
        "shortDescription": {"text": facts["what"]},
        "fullDescription": {"text": f"{facts['what']} {facts['why']}"},
        "help": {"text": f"For example: {facts['example']}"},
        "defaultConfiguration": {"level": LEVELS[facts["severity"]]},
    }


def _result(finding: Finding, document: Document | None, fingerprint: str) -> dict[str, object]:
    artifact = {"uri": quote(os.fsencode(finding.path)), "uriBaseId": "%SRCROOT%"}
    place = {"artifactLocation": artifact, "region": _region(document, finding.start, finding.end)}
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": ORDER[finding.rule],
        "level": LEVELS[finding.severity],
        "message": {"text": _text(finding.message)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"pinlint/v1": fingerprint},
    }
    if finding.edits:
        replacements = [
            {"deletedRegion": _region(document, e.start, e.end), "insertedContent": {"text": e.text}}
            for e in finding.edits
        ]
        result["fixes"] = [{"artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}]}]
    return result


def _region(document: Document | None, start: int, end: int) -> dict[str, int]:
    at = position(document, start, end)
    return {"startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}


def _text(message: str) -> str:
    """The message, with nothing in it that a reader of SARIF takes for a link: `[text](target)`."""
    return visible(message).replace("](", "]\\(")
