"""`runtime.txt`: the Python of Heroku and of repo2docker, `python-3.7.13`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import of

FILES = ("runtime.txt",)
PYTHON = later(r"\s*python-(?P<version>\d+\.\d+(?:\.\d+)?)\s*")


def extract(document: Document) -> Iterator[Mention]:
    if match := PYTHON.fullmatch(document.text):
        yield from version.read(of(document.text, *match.span("version")), "python", "python")
