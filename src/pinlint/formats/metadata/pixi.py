"""Pixi's tables: conda specs by name, Python packages, and what the system must have."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import names
from pinlint.fragments import version
from pinlint.model import Mention
from pinlint.readers.tree import Node, Scalar

TABLES = ("dependencies", "host-dependencies", "build-dependencies", "run-dependencies", "constraints")
PREFIXES = frozenset({"python", "cuda", "cudnn"})
ONE_OF_SEVERAL = "each feature is an environment of its own"


def read(node: Node, where: str) -> Iterator[Mention]:
    """A workspace: its own tables, those of its targets, and of its features."""
    yield from _tables(node, where)
    yield from _tables(node["package"], f"{where}.package" if where else "package")
    features = [
        list(_tables(feature, f"{where}.feature.{name.text}".lstrip("."))) for name, feature in node["feature"].items()
    ]
    said = [m.subject for feature in features for m in {m.subject: m for m in feature}.values()]
    for feature in features:
        for mention in feature:
            if said.count(mention.subject) > 1 and mention.role == "uses":
                place = f"{where}.feature.{mention.subject}".lstrip(".")
                mention = mention._replace(role="supports", frozen=ONE_OF_SEVERAL, where=f"{place}[0]")
            yield mention


def _tables(node: Node, where: str) -> Iterator[Mention]:
    dot = f"{where}." if where else ""
    for table in TABLES:
        yield from _specs(node[table], f"{dot}{table}", "conda")
    yield from _specs(node["pypi-dependencies"], f"{dot}pypi-dependencies", "pep440")
    cuda = node.at("system-requirements", "cuda")
    if isinstance(cuda, Scalar):
        yield from version.read(cuda.value(), "cuda", f"{dot}system-requirements.cuda", "floor", dialect="conda")
    for name, target in node["target"].items():
        yield from _tables(target, f"{dot}target.{name.text}")


def _specs(table: Node, where: str, dialect: str) -> Iterator[Mention]:
    for name, node in table.items():
        spec = node if isinstance(node, Scalar) else node["version"]
        if isinstance(spec, Scalar):
            exact = "dotted" if names.canonical(name.text) in PREFIXES else "exact"
            yield from version.read(spec.value(), name.text, f"{where}.{name.text}", dialect=dialect, exact=exact)
