"""`tox.ini` and `tox.toml`: the environments' Pythons, their dependencies and commands."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.metadata import tox
from pinlint.model import Document, Mention
from pinlint.readers import ini, toml

FILES = ("tox.ini", "tox.toml")


def extract(document: Document) -> Iterator[Mention]:
    if document.path.endswith(".toml"):
        yield from tox.read_toml(toml.read(document.text))
    else:
        yield from tox.read_ini(ini.read(document.text))
