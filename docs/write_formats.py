"""Write docs/formats.md from the formats themselves: the sentence that each module begins with, and the files it reads."""

from __future__ import annotations

import sys
from pathlib import Path

from pinlint.formats import FORMATS, OPTIONAL
from pinlint.read import format_module

HEAD = """\
# What pinlint reads

Written by `make docs` from the formats themselves. A pattern without a slash matches a file's name in any folder; one
with a slash matches the path from the root, where `**` crosses folders. The first format that matches a path reads it.
`pinlint formats` prints the same, `pinlint list` shows every place found in a repository.
"""
ASKED = """\
## Only when asked for

These are read when pins.toml names them in `plugins`.
"""
COLUMNS = """
| format | files | what it is |
|---|---|---|
"""


def row(name: str) -> str:
    """One format as a row of the table."""
    module = format_module(name)
    files = ", ".join(f"`{pattern}`" for pattern in module.FILES)
    sentence = " ".join((module.__doc__ or "").split("\n\n")[0].split())
    return f"| {name.replace('_', '-')} | {files} | {sentence} |\n"


def page() -> str:
    """The whole page."""
    text = HEAD + COLUMNS + "".join(map(row, FORMATS))
    return text + "\n" + ASKED + COLUMNS + "".join(map(row, OPTIONAL)) if OPTIONAL else text


if __name__ == "__main__":
    if "--stdout" in sys.argv:
        sys.stdout.write(page())
    else:
        Path(__file__).with_name("formats.md").write_text(page(), encoding="utf-8", newline="\n")
