"""Renovate (`renovate.json`, `.renovaterc`): the versions of the tools that it runs, `constraints`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import version
from pinlint.model import Document, Mention, Unreadable
from pinlint.readers import json
from pinlint.readers.tree import Scalar

FILES = ("renovate.json", ".renovaterc", ".renovaterc.json")
UNREAD = (("`allowedVersions`, `matchCurrentVersion`", "they say what may be proposed, not what is in use"),)
PEP440 = frozenset(("python", "pip-tools", "pipenv", "poetry", "pdm", "uv", "hatch"))


def extract(document: Document) -> Iterator[Mention]:
    """What lock files are updated with; it is no promise that others are supported."""
    try:
        root = json.read(document.text)
    except Unreadable:  # it may be JSON5, and whatever reads it will say so if it is neither
        return
    for name, child in root["constraints"].items():
        if isinstance(child, Scalar):
            dialect = "pep440" if name.text in PEP440 else "npm"
            yield from version.read(child.value(), name.text, f"constraints.{name.text}", dialect=dialect)
