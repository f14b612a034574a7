"""`[tool.poetry]`: dependencies by name, in Poetry's own ranges."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.metadata import lists, project
from pinlint.fragments import version
from pinlint.model import Mention
from pinlint.readers.tree import Node, Scalar

CONDITIONAL = "it holds for some environments only"


def read(node: Node, where: str = "tool.poetry") -> Iterator[Mention]:
    yield from lists.classifiers(node["classifiers"], f"{where}.classifiers")
    for table in ("dependencies", "dev-dependencies"):
        yield from dependencies(node[table], f"{where}.{table}")
    for name, group in node["group"].items():
        yield from dependencies(group["dependencies"], f"{where}.group.{name.text}.dependencies")


def dependencies(table: Node, where: str, *, dialect: str = "poetry") -> Iterator[Mention]:
    """`name = "^1.2"` or `{version = "^1.2"}`; Python is a lower bound."""
    for name, node in table.items():
        path = f"{where}.{name.text}"
        if name.text.lower() == "python":
            yield from project.floor(node, path, dialect=dialect)
        elif isinstance(node, Scalar):
            yield from version.read(node.value(), name.text, path, dialect=dialect, exact="exact")
        for i, choice in enumerate(node):  # a list of tables: one constraint for each Python or platform
            spec = choice["version"]
            if isinstance(spec, Scalar):
                value = spec.value(list_=path)
                yield from version.read(
                    value,
                    name.text,
                    f"{path}[{i}].version",
                    "supports",
                    dialect=dialect,
                    exact="exact",
                    frozen=CONDITIONAL,
                )
        spec = node["version"]
        if isinstance(spec, Scalar):
            yield from version.read(spec.value(), name.text, f"{path}.version", dialect=dialect, exact="exact")
