"""Write docs/formats.md and tables/formats.py from the formats themselves: what each module begins with, and its FILES."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
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

These are read when pins.toml names them in `formats`.
"""
UNREAD = """\
## Not read, and why

"""
# What no format is for.
NOWHERE = """\
- Names of files, folders and branches (`requirements-py37.txt`, `Dockerfile.cuda113`): no edit of a file renames one; what
  such a file says of that version is advice.
- Code names (`python:3.7-buster`, `dist: focal`): there are no digits to compare or to write.
- Images named by a day or a commit (`manylinux2014_x86_64:2023-01-03-129be5e`): neither is a version.
- What a registry or a support matrix says (the CUDA of `nvcr.io/nvidia/pytorch:24.10-py3`): it doesn't stand in the
  repository. The month is a version of its own, `ngc`.
- Versions of other files (`.env` beside a compose file, `needs.x.outputs`, `python-version-file`): a file is read alone, and
  what another says is read there.
- Files below `fixtures`, `testdata`, `test_data`, `test-data`, `__snapshots__` and `cassettes`: what tests are fed with says
  the version that a test is about. `[[places]]` looks into them where it is told to.
- Prose in comments: too much of it speaks of other times.
- `dependabot.yml`: it says what may be proposed, not what is in use.
- Keys that name no subject (`framework_version: "1.12"`, `versionSpec` of an unknown task): `[[places]]` declares them.
- Python code other than `setup.py`, `noxfile.py` and `tasks.py`: there are a thousand files for one that chooses an image.
  `formats = ["python-code"]` in pins.toml has them read.
"""
COLUMNS = """
| format | files | what it is |
|---|---|---|
"""

TABLE = '''\
"""The FILES of every format, written by `make docs`: to match a path, no format has to be imported."""

from __future__ import annotations

FILES: dict[str, tuple[str, ...]] = {
'''
WIDTH = 120


def row(name: str) -> str:
    """One format as a row of the table."""
    module = format_module(name)
    files = ", ".join(f"`{pattern}`" for pattern in module.FILES)
    sentence = " ".join((module.__doc__ or "").split("\n\n")[0].split())
    return f"| {name.replace('_', '-')} | {files} | {sentence} |\n"


def page() -> str:
    """The whole page."""
    text = HEAD + COLUMNS + "".join(map(row, FORMATS))
    text += "\n" + ASKED + COLUMNS + "".join(map(row, OPTIONAL))
    return text + "\n" + UNREAD + "".join(unread()) + NOWHERE


def unread() -> Iterator[str]:
    """What the formats leave alone in their own files on purpose."""
    for name in FORMATS:
        for what, why in getattr(format_module(name), "UNREAD", ()):
            yield textwrap.fill(f"- {what} in {name.replace('_', '-')}: {why}.", WIDTH, subsequent_indent="  ") + "\n"


def table() -> str:
    """The whole module."""
    text = TABLE
    for name in (*OPTIONAL, *FORMATS):
        globs = " ".join(f'"{pattern}",' for pattern in format_module(name).FILES)
        lines = textwrap.wrap(globs, WIDTH, break_long_words=False, break_on_hyphens=False)
        inner = lines[0] if len(lines) == 1 else "".join(f"\n        {line}" for line in lines) + "\n    "
        text += f'    "{name}": ({inner}),\n'
    return text + "}\n"


if __name__ == "__main__":
    if "--stdout" in sys.argv:
        sys.stdout.write(page())
    else:
        Path(__file__).with_name("formats.md").write_text(page(), encoding="utf-8", newline="\n")
        (Path(__file__).parent.parent / "src/pinlint/tables/formats.py").write_text(table(), encoding="utf-8", newline="\n")
