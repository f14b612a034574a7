"""Colours for people at a terminal, by a handful of codes; programs and files get none."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

CODES = {"error": "1;31", "advice": "1;33", "bold": "1", "dim": "2", "green": "32"}


def wanted(stream: TextIO) -> bool:
    """Whether to colour: NO_COLOR says no, FORCE_COLOR yes, else a terminal decides."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    known = os.name != "nt" or "WT_SESSION" in os.environ  # the old console of Windows shows the codes themselves
    return stream.isatty() and os.environ.get("TERM") != "dumb" and known


def paint(text: str, style: str, colour: bool) -> str:
    """`text` in a style of CODES if `colour`, else as it is."""
    return f"\x1b[{CODES[style]}m{text}\x1b[0m" if colour and text else text
