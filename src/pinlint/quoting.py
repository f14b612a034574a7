"""When a plain scalar must be quoted to stay the version it looks like: to YAML and TOML, `3.10` is the number 3.1."""

from __future__ import annotations

import re

from pinlint.patterns import later

FLOAT = later(r"[-+]?(?:\d+\.\d*|\d+(?:\.\d*)?[eE][-+]?\d+|\.\d+)")
NUMBERS_ALONE = '""'
"""The quote of a language in which nothing but a number stands without quotes: TOML has no `torch = 2.1.0`."""

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
    """`text` between quotes where `quote` is given and a plain scalar would be misread, or be nothing at all."""
    bare = quote != NUMBERS_ALONE or FLOAT.fullmatch(text) or INTEGER.fullmatch(text)
    return f"{quote[0]}{text}{quote[0]}" if quote and (misread(text) or not bare) else text
