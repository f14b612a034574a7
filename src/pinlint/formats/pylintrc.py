"""`.pylintrc`: the lowest Python that pylint expects."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.readers import ini

FILES = (".pylintrc", "pylintrc")


def extract(document: Document) -> Iterator[Mention]:
    for name, section in ini.read(document.text).items():
        for scalar in section["py-version"].scalars():
            yield from version.read(scalar.value(), "python", f"[{name.text}] py-version", "floor")
