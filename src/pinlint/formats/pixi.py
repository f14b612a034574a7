"""`pixi.toml`: conda specs and Python packages by name, per feature and target."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.metadata import pixi
from pinlint.model import Document, Mention
from pinlint.readers import toml

FILES = ("pixi.toml",)


def extract(document: Document) -> Iterator[Mention]:
    yield from pixi.read(toml.read(document.text), "")
