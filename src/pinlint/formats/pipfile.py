"""`Pipfile`: the Python it requires, and its packages."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.readers import toml
from pinlint.readers.tree import Scalar

FILES = ("Pipfile",)
NO_PACKAGES = frozenset({"source", "requires", "scripts", "pipenv"})


def extract(document: Document) -> Iterator[Mention]:
    root = toml.read(document.text)
    for key, exact in (("python_version", "dotted"), ("python_full_version", "release")):
        for scalar in root.at("requires", key).scalars():
            yield from version.read(scalar.value(), "python", f"requires.{key}", exact=exact)
    for category, table in root.items():
        if category.text in NO_PACKAGES:
            continue
        for name, node in table.items():
            spec = node if isinstance(node, Scalar) else node["version"]
            if isinstance(spec, Scalar):
                where = f"{category.text}.{name.text}"
                yield from version.read(spec.value(), name.text, where, dialect="pep440", exact="exact")
