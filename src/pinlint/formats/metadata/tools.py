"""Build and environment tools below `[tool]`: uv, PDM, RAPIDS, Hatch, cibuildwheel."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.github.labels import tags
from pinlint.formats.metadata import lists
from pinlint.fragments import assignment, factors, wheel
from pinlint.model import Mention
from pinlint.readers.tree import Node, Scalar


def uv(node: Node) -> Iterator[Mention]:
    for key in (
        "dev-dependencies",
        "constraint-dependencies",
        "override-dependencies",
        "build-constraint-dependencies",
    ):
        yield from lists.requirements(node[key], f"tool.uv.{key}")
    yield from lists.pythons(node.at("pip", "python-version"), "tool.uv.pip.python-version")
    yield from _indexes(node)
    for key in ("index-url", "extra-index-url", "find-links"):
        for url in [*node[key].scalars(), *node["pip"][key].scalars()]:
            yield from wheel.index(url.value(), f"tool.uv.{key}")


def _indexes(node: Node) -> Iterator[Mention]:
    """The indexes, and their names where these repeat what the address says: `name = "pytorch-cu118"`."""
    named: dict[str, list[Mention]] = {}
    for i, index in enumerate(node["index"]):
        if isinstance(url := index["url"], Scalar):
            found = list(wheel.index(url.value(), f"tool.uv.index[{i}].url"))
            yield from found
            named[index["name"].text] = found
            if isinstance(index["name"], Scalar):
                yield from tags(index["name"].value(), found, f"tool.uv.index[{i}].name")
    for where, key, source in node["sources"].walk("tool.uv.sources"):
        if key == "index" and isinstance(source, Scalar):
            yield from tags(source.value(), named.get(source.text, []), where)


def pdm(node: Node) -> Iterator[Mention]:
    yield from lists.groups(node["dev-dependencies"], "tool.pdm.dev-dependencies")


def rapids(node: Node) -> Iterator[Mention]:
    yield from lists.requirements(node["requires"], "tool.rapids-build-backend.requires")


def hatch(node: Node) -> Iterator[Mention]:
    yield from environments(node["envs"], "tool.hatch.envs")
    yield from lists.requirements(node.at("build", "hooks", "dependencies"), "tool.hatch.build.hooks.dependencies")


def environments(node: Node, where: str) -> Iterator[Mention]:
    for name, environment in node.items():
        path = f"{where}.{name.text}"
        yield from lists.pythons(environment["python"], f"{path}.python")
        for i, row in enumerate(environment["matrix"]):
            yield from lists.pythons(row["python"], f"{path}.matrix[{i}].python")
        for key in ("dependencies", "extra-dependencies"):
            yield from lists.requirements(environment[key], f"{path}.{key}")


def cibuildwheel(node: Node) -> Iterator[Mention]:
    """`build = "cp37-* cp38-*"`, or a list of such, and variables of the builds; what is skipped is no promise."""
    for text in node["build"].scalars():
        listed = not isinstance(node["build"], Scalar)
        where = "tool.cibuildwheel.build"
        yield from factors.read(text.value(list_=where if listed and " " not in text.text else ""), where)
    for name, value in node["environment"].items():
        if isinstance(value, Scalar):
            yield from assignment.read(name.text, value.value(), f"tool.cibuildwheel.environment.{name.text}")
