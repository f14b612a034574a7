"""`.flake8`: the lowest Python that flake8's plugins expect."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.metadata import linters
from pinlint.model import Document, Mention
from pinlint.readers import ini

FILES = (".flake8",)


def extract(document: Document) -> Iterator[Mention]:
    yield from linters.flake8(ini.read(document.text))
