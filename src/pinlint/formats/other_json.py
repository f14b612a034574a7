"""All JSON that no other format reads: settings whose name tells their subject, as a cookiecutter's `python_version`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.pipeline import named
from pinlint.model import Document, Mention, Unreadable
from pinlint.readers import json

FILES = ("*.json",)


def extract(document: Document) -> Iterator[Mention]:
    if not named.told(document):
        return
    try:
        root = json.read(document.text)
    except Unreadable:  # whatever reads this file will say so
        return
    yield from named.read(root)
