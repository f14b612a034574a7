"""The rules and their severities, closed and few, each named after the bad thing."""

from __future__ import annotations

from collections.abc import Iterable

RULES = {
    "version-mismatch": "error",
    "supported-versions-mismatch": "error",
    "unpinned-mention": "advice",
    "missing-mention": "error",
    "stale-output": "error",
    "unused-pin": "advice",
    "unused-ignore": "advice",
    "expired-ignore": "advice",
    "unreadable-file": "error",
}


def nearest(name: str, known: Iterable[str]) -> str:
    """`; did you mean x?` for the closest known name, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(name, sorted(known), 1)
    return f"; did you mean {close[0]}?" if close else ""
