"""`mypy.ini`, `.mypy.ini`: the lowest Python that mypy checks for."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.readers import ini

FILES = ("mypy.ini", ".mypy.ini")


def extract(document: Document) -> Iterator[Mention]:
    for scalar in ini.read(document.text).at("mypy", "python_version").scalars():
        yield from version.read(scalar.value(), "python", "[mypy] python_version", "floor")
