"""`.nvmrc`, `.node-version`: the Node that version managers select."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.readers import ini
from pinlint.value import of

FILES = (".nvmrc", ".node-version")


def extract(document: Document) -> Iterator[Mention]:
    for line in ini.lines(of(document.text, 0, len(document.text))):
        yield from version.read(line, "node", "node")
        return
