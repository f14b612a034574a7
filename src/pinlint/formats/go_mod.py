"""`go.mod`, `go.work`: the lowest Go that the module asks for, and the toolchain that builds it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import of

FILES = ("go.mod", "go.work")
DIRECTIVE = later(
    r"^(?:go[ \t]+(?P<go>\d[\w.]*)|toolchain[ \t]+go(?P<toolchain>\d[\w.]*))[ \t]*(?:\r?$|//)", re.MULTILINE
)


def extract(document: Document) -> Iterator[Mention]:
    for match in DIRECTIVE.finditer(document.text):
        kind = str(match.lastgroup)
        said = of(document.text, *match.span(kind))
        yield from version.read(said, "go", kind, "floor" if kind == "go" else "uses", exact="lowest")
