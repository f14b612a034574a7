"""Comments to pinlint: `# pinlint: ignore[python] reason` and `# pinlint: pin=cuda`, on the line or the line above."""

from __future__ import annotations

import re
from typing import NamedTuple

from pinlint.model import Document, Mention
from pinlint.names import canonical
from pinlint.patterns import later

COMMENT = later(
    r"(?:#|//|;|<!--|--|::|\bREM\b|%)[ \t]*pinlint:[ \t]*"
    r"(?:ignore(?:\[(?P<ignore>[^\]\n]*)\])?(?P<all>)|pin=(?P<pin>[\w./-]+))(?P<reason>[^\n]*)"
)
VERSION = later(r"(?<![\w.])v?(\d+(?:\.\d+)+(?:[a-z]+\d+)?|\d+)(?![\w])")


class Pragma(NamedTuple):
    """A comment to pinlint. It speaks of the line `line` (1-based), its own or the one below it."""

    line: int
    start: int  # of the comment, a character offset
    end: int
    ignores: tuple[str, ...] | None  # subjects; empty: all of them; None: it ignores nothing
    reason: str = ""
    mentions: tuple[Mention, ...] = ()


def read(document: Document) -> list[Pragma]:
    """Every pragma of the document, in order."""
    if "pinlint:" not in document.text:
        return []
    return [_pragma(document, match) for match in COMMENT.finditer(document.text)]


def _pragma(document: Document, match: re.Match[str]) -> Pragma:
    text = document.text
    first = text.rfind("\n", 0, match.start()) + 1
    alone = not text[first : match.start()].strip()
    line = document.line(match.start()) + alone
    if match["pin"] is None:
        names = tuple(canonical(n) for n in (match["ignore"] or "").split(",") if n.strip())
        reason = match["reason"].strip().removesuffix("-->").strip()
        return Pragma(line, match.start(), match.end(), names, reason)
    begin, end = first, match.start()
    if alone:
        begin = text.find("\n", match.end()) + 1
        stop = text.find("\n", begin)
        end = (stop if stop >= 0 else len(text)) if begin else begin
    version = VERSION.search(text, begin, end)
    found = () if version is None else (_mention(canonical(match["pin"]), version),)
    return Pragma(line, match.start(), match.end(), None, "", found)


def _mention(subject: str, version: re.Match[str]) -> Mention:
    start, end = version.span(1)
    return Mention(subject, start, end, version[1], "dotted", "uses", "comment", version[1])
