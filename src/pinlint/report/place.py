"""Where a finding is, in the units that people and programs read: 1-based lines and columns, in characters."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from pinlint.model import Document, Finding, Mention

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\u2028\u2029\t\n]")

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
    """`text` on one line, control characters and lone surrogates spelled out, so that nothing can be forged."""
    return CONTROL.sub(lambda m: " " if m[0] == "\t" else m[0].encode("unicode_escape", "surrogatepass").decode(), text)


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
