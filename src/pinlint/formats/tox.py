"""`tox.ini` and `tox.toml`: the environments' Pythons, their dependencies and commands."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.metadata import linters, tox
from pinlint.model import Document, Mention
from pinlint.readers import ini, toml

FILES = ("tox.ini", "tox.toml")


def extract(document: Document) -> Iterator[Mention]:
    if document.path.endswith(".toml"):
        yield from tox.read_toml(toml.read(document.text))
    else:
        root = ini.read(document.text)
        yield from tox.read_ini(root)
        yield from linters.flake8(root)
