"""`pyrightconfig.json`: the lowest Python that pyright checks for, in all of the code or in a part of it."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.readers import json
from pinlint.readers.tree import Scalar

FILES = ("pyrightconfig.json",)


def extract(document: Document) -> Iterator[Mention]:
    root = json.read(document.text)
    parts = [("", root), *((f"executionEnvironments[{i}].", part) for i, part in enumerate(root["executionEnvironments"]))]
    for where, node in parts:
        if isinstance(scalar := node["pythonVersion"], Scalar):
            yield from version.read(scalar.value(), "python", f"{where}pythonVersion", "floor")
