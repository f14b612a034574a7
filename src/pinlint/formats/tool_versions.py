"""`.tool-versions`: a tool on each line, and its version; further ones are taken when the first is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import of

FILES = (".tool-versions",)
LINE = later(r"^[ \t]*(?P<tool>[\w.-]+)[ \t]+(?P<versions>[^#\n]*)", re.MULTILINE)
WORD = later(r"\S+")


def extract(document: Document) -> Iterator[Mention]:
    for line in LINE.finditer(document.text):
        words = list(WORD.finditer(document.text, *line.span("versions")))
        role = "supports" if len(words) > 1 else "uses"
        for word in words:
            value = of(document.text, *word.span())
            yield from version.read(value, line["tool"], line["tool"], role, exact="release")
