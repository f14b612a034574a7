"""`package.json`: the Node and the package manager that it asks for."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.readers import json
from pinlint.readers.tree import Scalar

FILES = ("package.json",)
MANAGER = later(r"(?P<name>npm|pnpm|yarn|bun)@(?P<version>\d[\w.-]*)(?P<hash>\+\S+)?")
HASHED = "its hash belongs to this version"


def extract(document: Document) -> Iterator[Mention]:
    root = json.read(document.text)
    for name, node in root["engines"].items():
        if isinstance(node, Scalar):
            yield from version.bound(node.value(), name.text, f"engines.{name.text}")
    for name, node in root["volta"].items():
        if isinstance(node, Scalar) and name.text != "extends":
            yield from version.read(node.value(), name.text, f"volta.{name.text}", exact="release")
    for node in root["packageManager"].scalars():
        if match := MANAGER.fullmatch(node.text):
            value = node.value().slice(*match.span("version"))
            frozen = HASHED if match["hash"] else ""
            yield from version.read(value, match["name"], "packageManager", exact="exact", frozen=frozen)
