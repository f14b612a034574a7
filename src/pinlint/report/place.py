"""Where a finding is, in the units that people and programs read: 1-based lines and columns, in characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pinlint.model import Document, Finding, Mention
from pinlint.patterns import later

# Control characters, lone surrogates, and what turns or hides text: bidirectional marks, separators, zero widths.
CONTROL = later(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
# CI services take orders from a job's output: `::error` at the start of a line, `##[error]` or `##vso[...]` anywhere.
ORDER = later(r"\A\s*:(?=:)|##(?=\w*\[)")
SURROGATE = later("[\ud800-\udfff]")  # a byte that is not UTF-8; a strict reader of JSON stops at it

Documents = Callable[[str], "Document | None"]


class Position(NamedTuple):
    line: int
    column: int
    end_line: int
    end_column: int


def position(document: Document | None, start: int, end: int) -> Position:
    """The place of a span of character offsets; the end column is the one behind its last character."""
    if document is None:
        return Position(1, 1, 1, 1)
    return Position(document.line(start), document.column(start), document.line(end), document.column(end))


def visible(text: str) -> str:
    """`text` on one line, with nothing that a terminal or a CI service would obey: `\\x1b`, `\\n`, `\\x3a:error`."""
    return ORDER.sub(_spelled_last, CONTROL.sub(_spelled, text))


def _spelled(match: re.Match[str]) -> str:
    if match[0] == "\t":
        return " "
    if "\udc80" <= match[0] <= "\udcff":  # a byte that is not UTF-8
        return f"\\x{ord(match[0]) - 0xDC00:x}"
    return match[0].encode("unicode_escape", "surrogatepass").decode()


def _spelled_last(match: re.Match[str]) -> str:
    return f"{match[0][:-1]}\\x{ord(match[0][-1]):x}"


def dump(report: object) -> str:
    """A report as JSON: ASCII alone, lone surrogates spelled out, and no `##[` that a CI service would obey."""
    import json

    text = json.dumps(_clean(report), indent=2)
    return ORDER.sub(lambda m: m[0][:-1] + f"\\u{ord(m[0][-1]):04x}", text)


def _clean(part: object) -> object:
    if isinstance(part, str):
        return SURROGATE.sub(_spelled, part)
    if isinstance(part, dict):
        return {key: _clean(value) for key, value in part.items()}
    return [_clean(value) for value in part] if isinstance(part, list) else part


def record(finding: Finding, document: Document | None) -> dict[str, object]:
    """A finding as the JSON output has it."""
    mention = finding.mention
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "path": finding.path,
        **position(document, finding.start, finding.end)._asdict(),
        "subject": mention.subject if mention else "",
        "text": mention.text if mention else "",
        "expected": finding.expected,
        "pin": finding.pin,
        "role": mention.role if mention else "",
        "where": mention.where if mention else "",
        "fixable": bool(finding.edits),
    }


def mentioned(mention: Mention, path: str, format_name: str, document: Document, agrees: bool | None) -> dict[str, object]:
    """A mention as `pinlint list --output-format json` has it."""
    return {
        "path": path,
        **position(document, mention.start, mention.end)._asdict(),
        "subject": mention.subject,
        "version": mention.version,
        "text": mention.text,
        "role": mention.role,
        "format": format_name,
        "where": mention.where + (f" ({mention.via})" if mention.via else ""),
        "agrees": agrees,
    }


def fingerprints(findings: list[Finding]) -> Iterator[str]:
    """For each finding a name that stays while other lines come and go, and that no other finding has."""
    from hashlib import sha256

    seen: dict[tuple[str, ...], int] = {}
    for finding in findings:
        mention = finding.mention
        key = finding.rule, finding.path, *((mention.subject, mention.text) if mention else (finding.message,))
        seen[key] = seen.get(key, 0) + 1
        yield sha256("\0".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass")).hexdigest()
