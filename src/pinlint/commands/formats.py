"""Print what is read, and where."""

from __future__ import annotations

from pinlint.commands.arguments import Options, Table
from pinlint.formats import FORMATS
from pinlint.read import format_module

ARGUMENTS: Table = {}


def run(options: Options) -> int:
    """One line a format: its name and the paths that it matches."""
    wide = max(map(len, FORMATS))
    for name in FORMATS:
        print(f"{name.replace('_', '-'):{wide}}  {', '.join(format_module(name).FILES)}")
    return 0
