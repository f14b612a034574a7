"""`.python-version`, `.python-versions`: the Python that pyenv and uv select; several lines are several Pythons."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import interpreter
from pinlint.model import Document, Item, Mention
from pinlint.readers import ini
from pinlint.value import of

FILES = (".python-version", ".python-versions")


def extract(document: Document) -> Iterator[Mention]:
    listed = list(ini.lines(of(document.text, 0, len(document.text))))
    for line in listed:
        if len(listed) > 1:
            item = Item("lines", line.start, line.start + len(line.text))
            line = line._replace(pieces=tuple(piece._replace(item=item) for piece in line.pieces))
        yield from interpreter.read(line, f"line {document.line(line.start)}")
