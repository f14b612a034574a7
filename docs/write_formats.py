"""Write docs/formats.md from the formats themselves: the sentence that each module begins with, and the files it reads."""

from __future__ import annotations

import sys
from pathlib import Path

from pinlint.formats import FORMATS
from pinlint.read import format_module

HEAD = """\
# What pinlint reads

Written by `make docs` from the formats themselves. A pattern without a slash matches a file's name in any folder; one
with a slash matches the path from the root, where `**` crosses folders. The first format that matches a path reads it.
`pinlint formats` prints the same, `pinlint list` shows every place found in a repository.

| format | files | what it is |
|---|---|---|
"""


def page() -> str:
    """The whole page."""
    rows = []
    for name in FORMATS:
        module = format_module(name)
        files = ", ".join(f"`{pattern}`" for pattern in module.FILES)
        sentence = " ".join((module.__doc__ or "").split("\n\n")[0].split())
        rows.append(f"| {name} | {files} | {sentence} |\n".replace("{a|b}", r"{a\|b}"))
    return HEAD + "".join(rows)


if __name__ == "__main__":
    if "--stdout" in sys.argv:
        sys.stdout.write(page())
    else:
        Path(__file__).with_name("formats.md").write_text(page(), encoding="utf-8", newline="\n")
