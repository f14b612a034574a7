"""All TOML that no other format reads: settings whose name tells their subject, as Netlify's, and the Pythons of Pants."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.metadata import lists
from pinlint.formats.pipeline import named
from pinlint.fragments import version
from pinlint.model import Document, Mention, Unreadable
from pinlint.readers import toml

FILES = ("*.toml",)


def extract(document: Document) -> Iterator[Mention]:
    pants = "interpreter_constraints" in document.text
    if not (pants or named.told(document)):
        return
    try:
        root = toml.read(document.text)
    except Unreadable:  # whatever reads this file will say so
        return
    for found in lists.requirements(root.at("python", "interpreter_constraints"), "python.interpreter_constraints"):
        yield version.asked(found)
    yield from named.read(root)
