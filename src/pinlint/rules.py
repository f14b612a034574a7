"""The rules and their severities, and the closest name for one that is none."""

from __future__ import annotations

from collections.abc import Iterable

from pinlint.tables import rules

RULES = {name: facts["severity"] for name, facts in rules.RULES.items()}


def nearest(name: str, known: Iterable[str]) -> str:
    """`; did you mean x?` for the closest known name, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(name, sorted(known), 1)
    return f"; did you mean {close[0]}?" if close else ""
