"""`ruff.toml`, `.ruff.toml`: the lowest Python that ruff writes for, and ruff's own version."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.metadata import linters
from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.readers import toml

FILES = ("ruff.toml", ".ruff.toml")


def extract(document: Document) -> Iterator[Mention]:
    root = toml.read(document.text)
    yield from linters.targets(root["target-version"], "target-version")
    for scalar in root["required-version"].scalars():
        yield from version.read(scalar.value(), "ruff", "required-version", dialect="pep440")
