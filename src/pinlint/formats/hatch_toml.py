"""`hatch.toml`: Hatch's environments, which may also stand in pyproject.toml."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.metadata import tools
from pinlint.model import Document, Mention
from pinlint.readers import toml

FILES = ("hatch.toml",)


def extract(document: Document) -> Iterator[Mention]:
    return tools.hatch(toml.read(document.text))
