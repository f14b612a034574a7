"""`[project]`, `[dependency-groups]` and `[build-system]`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.metadata import lists
from pinlint.fragments import version
from pinlint.model import Mention
from pinlint.readers.tree import Node, Scalar


def read(root: Node) -> Iterator[Mention]:
    project = root["project"]
    yield from floor(project["requires-python"], "project.requires-python")
    yield from lists.classifiers(project["classifiers"], "project.classifiers")
    yield from lists.requirements(project["dependencies"], "project.dependencies")
    yield from lists.groups(project["optional-dependencies"], "project.optional-dependencies")
    yield from lists.groups(root["dependency-groups"], "dependency-groups")
    yield from lists.requirements(root.at("build-system", "requires"), "build-system.requires")


def flit(metadata: Node) -> Iterator[Mention]:
    """What Flit had before there was a `[project]`."""
    where = "tool.flit.metadata"
    yield from floor(metadata["requires-python"], f"{where}.requires-python")
    yield from lists.classifiers(metadata["classifiers"], f"{where}.classifiers")
    yield from lists.requirements(metadata["requires"], f"{where}.requires")
    yield from lists.groups(metadata["requires-extra"], f"{where}.requires-extra")


def floor(node: Node, where: str, *, dialect: str = "pep440") -> Iterator[Mention]:
    """The Python that a project asks for."""
    if isinstance(node, Scalar):
        yield from version.bound(node.value(), "python", where, dialect=dialect, exact="release")
