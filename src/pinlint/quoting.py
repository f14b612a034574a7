"""When a plain YAML scalar must be quoted to stay the version it looks like: `3.10` is the number 3.1."""

from __future__ import annotations

import re

from pinlint.patterns import later

FLOAT = later(r"[-+]?(?:\d+\.\d*|\d+(?:\.\d*)?[eE][-+]?\d+|\.\d+)")
INTEGER = later(r"[-+]?\d+")


def misread(text: str) -> str:
    """What YAML reads a plain `text` as, where that is another number; empty where it stays itself.

    YAML 1.1: floats lose trailing zeros, a leading zero is octal, `12:30` is sexagesimal, `1_0` is ten.
    """
    if FLOAT.fullmatch(text):
        number = str(float(text))
        return number if number != text else ""
    if INTEGER.fullmatch(text):
        return str(int(text, 8)) if re.fullmatch(r"0[0-7]+", text) else ""
    bare = text.replace("_", "").replace(":", "")
    return "another number" if bare != text and bare.isdecimal() else ""


def quoted(text: str, quote: str) -> str:
    """`text` between quotes where `quote` is given and a plain scalar would be misread."""
    return f"{quote}{text}{quote}" if quote and misread(text) else text
