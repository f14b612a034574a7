"""`setup.cfg`: python_requires, classifiers and requirements, and the sections of mypy, flake8, isort and tox."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.metadata import linters, project, tox
from pinlint.fragments import classifier, requirement, version
from pinlint.model import Document, Item, Mention
from pinlint.readers import ini
from pinlint.readers.tree import Node
from pinlint.value import Value

FILES = ("setup.cfg",)
# A section and its option that is a lower bound of Python.
FLOORS = (
    ("mypy", "python_version"),
    ("pylint", "py-version"),
    ("pytype", "python_version"),
)


def extract(document: Document) -> Iterator[Mention]:
    root = ini.read(document.text)
    options = root["options"]
    yield from project.floor(options["python_requires"], "[options] python_requires")
    for line in _lines(root.at("metadata", "classifiers")):
        where = "[metadata] classifiers"
        yield from classifier.read(_element(line, where), where)
    for key in ("install_requires", "setup_requires", "tests_require"):
        yield from _requirements(options[key], f"[options] {key}")
    for extra, node in root["options.extras_require"].items():
        yield from _requirements(node, f"[options.extras_require] {extra.text}")
    for section, key in FLOORS:
        for scalar in root.at(section, key).scalars():
            yield from version.read(scalar.value(), "python", f"[{section}] {key}", "floor")
    yield from linters.flake8(root)
    for section in ("isort", "tool:isort"):
        yield from linters.compact(root.at(section, "py_version"), f"[{section}] py_version")
    yield from tox.read_ini(root)


def _requirements(node: Node, where: str) -> Iterator[Mention]:
    for line in _lines(node):
        if not line.text.startswith("file:"):
            yield from requirement.read(line, where)


def _lines(node: Node) -> Iterator[Value]:
    for scalar in node.scalars():
        yield from ini.lines(scalar.value())


def _element(line: Value, where: str) -> Value:
    item = Item(where, line.start, line.start + len(line.text))
    return line._replace(pieces=tuple(piece._replace(item=item) for piece in line.pieces))
