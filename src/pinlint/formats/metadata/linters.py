"""The Python that linters and type checkers are told to expect, and the tools' own versions."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import notations
from pinlint.fragments import version
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar
from pinlint.value import mention

# The path below [tool] -> a lower bound of Python.
FLOORS = (
    ("mypy", "python_version"),
    ("pyright", "pythonVersion"),
    ("basedpyright", "pythonVersion"),
    ("pyrefly", "python-version"),
    ("pytype", "python_version"),
    ("ty", "environment", "python-version"),
    ("pylint", "py-version"),
    ("pylint", "main", "py-version"),
    ("pylint", "MASTER", "py-version"),
    ("scikit-build", "wheel", "py-api"),
)
TARGETS = (("black", "target-version"), ("ruff", "target-version"), ("ruff", "lint", "target-version"))
# The path below [tool] -> a version of a tool; the last word tells whether it is a lower bound.
OWN = (
    (("black", "required-version"), "black", "uses"),
    (("ruff", "required-version"), "ruff", "uses"),
    (("uv", "required-version"), "uv", "uses"),
    (("poetry", "requires-poetry"), "poetry", "floor"),
    (("pytest", "ini_options", "minversion"), "pytest", "floor"),
    (("pytest", "minversion"), "pytest", "floor"),
)
COMPACT = later(r"[23]\d{1,2}")


def read(tool: Node) -> Iterator[Mention]:
    for path in FLOORS:
        node = tool.at(*path)
        if isinstance(node, Scalar):
            yield from version.read(node.value(), "python", f"tool.{'.'.join(path)}", "floor")
    for path in TARGETS:
        yield from targets(tool.at(*path), f"tool.{'.'.join(path)}")
    for path, subject, role in OWN:
        node = tool.at(*path)
        if isinstance(node, Scalar):
            yield from version.read(node.value(), subject, f"tool.{'.'.join(path)}", role, dialect="pep440")
    yield from compact(tool.at("isort", "py_version"), "tool.isort.py_version")


def targets(node: Node, where: str) -> Iterator[Mention]:
    """`py37`, or a list: black's several targets are all supported, a single one is the lowest."""
    tags = list(node.scalars())
    for tag in tags:
        several = len(tags) > 1
        value = tag.value(list_=where if several else "")
        yield from version.read(value, "python", where, "supports" if several else "floor")


def compact(node: Node, where: str) -> Iterator[Mention]:
    """isort's `37`."""
    if isinstance(node, Scalar) and COMPACT.fullmatch(node.text):
        said = notations.read("compact", node.text)
        yield mention(node.value(), 0, len(node.text), "python", "compact", "floor", where, version=said)


def flake8(root: Node) -> Iterator[Mention]:
    """The lowest Python that flake8-typing-imports is told, which wants all three numbers: `3.9.0`."""
    for key in ("min_python_version", "min-python-version"):
        for scalar in root.at("flake8", key).scalars():
            yield from version.read(scalar.value(), "python", f"[flake8] {key}", "floor", exact="lowest")
