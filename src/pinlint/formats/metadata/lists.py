"""Lists whose elements are requirements, classifiers or tags."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import classifier, interpreter, requirement
from pinlint.model import Mention
from pinlint.readers.tree import Node, Scalar


def requirements(node: Node, where: str, role: str = "uses") -> Iterator[Mention]:
    """A list of requirements; tables in it, `{include-group = ...}`, are left out."""
    for i, one in enumerate(node):
        if isinstance(one, Scalar):
            yield from requirement.read(one.value(), f"{where}[{i}]", role)


def groups(node: Node, where: str) -> Iterator[Mention]:
    """A table of such lists."""
    for name, inner in node.items():
        yield from requirements(inner, f"{where}.{name.text}")


def classifiers(node: Node, where: str) -> Iterator[Mention]:
    for i, one in enumerate(node):
        if isinstance(one, Scalar):
            yield from classifier.read(one.value(list_=where), f"{where}[{i}]")


def pythons(node: Node, where: str) -> Iterator[Mention]:
    """One Python, or a list of those that are tried."""
    if isinstance(node, Scalar):
        yield from interpreter.read(node.value(), where)
        return
    for i, one in enumerate(node):
        if isinstance(one, Scalar):
            yield from interpreter.read(one.value(list_=where), f"{where}[{i}]", "supports")
