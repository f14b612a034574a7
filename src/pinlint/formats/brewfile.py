"""`Brewfile`: the formulae whose name ends in a version, `brew "python@3.9"`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import of

FILES = ("Brewfile",)
FORMULA = later(r"^[ \t]*brew[ \t]+([\"'])(?P<name>[a-z][\w/-]*)@(?P<version>\d+(?:\.\d+)*)\1", re.MULTILINE)


def extract(document: Document) -> Iterator[Mention]:
    for match in FORMULA.finditer(document.text):
        yield from version.read(of(document.text, *match.span("version")), match["name"].rpartition("/")[2], "brew")
