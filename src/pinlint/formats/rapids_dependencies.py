"""`dependencies.yaml` of rapids-dependency-file-generator: the matrix of each file, and the packages common to all."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import notations
from pinlint.fragments import conda_spec, requirement, version
from pinlint.model import Document, Item, Mention
from pinlint.patterns import later
from pinlint.readers import yaml
from pinlint.readers.tree import NOTHING, Mapping, Node, Scalar
from pinlint.value import Value

FILES = ("dependencies.yaml",)
CHOSEN = later(r"cu(?:da)?_?\d")
AXES = {"cuda": "cuda", "py": "python", "python": "python"}


def extract(document: Document) -> Iterator[Mention]:
    root = next(iter(yaml.read(document.text)), NOTHING)
    if not (isinstance(root["files"], Mapping) and isinstance(root["dependencies"], Mapping)):
        return
    for key, file in root["files"].items():
        for axis, node in file["matrix"].items():
            if axis.text in AXES:
                yield from _axis(node, AXES[axis.text], f"files.{key.text}.matrix.{axis.text}")
    for key, group in root["dependencies"].items():
        for at, entry in enumerate(group["common"]):
            chosen = CHOSEN.search(key.text)  # one group for each CUDA release, of which an install takes one
            types = {s.text for s in entry["output_types"].scalars()}
            found = _packages(entry["packages"], types, f"dependencies.{key.text}.common[{at}]")
            yield from (_promise(m) for m in found if not (chosen and m.subject == "cuda"))
        for at, entry in enumerate(group["specific"]):
            types = {s.text for s in entry["output_types"].scalars()}
            for row in entry["matrices"]:
                if not any(s.text for _, s in row["matrix"].items()):  # what holds where nothing is chosen
                    found = _packages(row["packages"], types, f"dependencies.{key.text}.specific[{at}]")
                    yield from (_promise(m) for m in found if m.subject == "python")


def _promise(found: Mention) -> Mention:
    """Bounds of Python say what the packages support, not what a build takes."""
    ranged = found.notation in notations.NOTATIONS and notations.NOTATIONS[found.notation].range
    return found._replace(role="floor") if found.subject == "python" and ranged else found


def _axis(node: Node, subject: str, where: str) -> Iterator[Mention]:
    scalars = list(node.scalars())
    for scalar in scalars:
        written = scalar.value()
        if len(scalars) > 1:
            item = Item(where, scalar.start, scalar.end)
            written = Value(written.text, tuple(p._replace(item=item) for p in written.pieces))
        yield from version.read(written, subject, where)


def _packages(node: Node, types: set[str], where: str) -> Iterator[Mention]:
    """The packages of a group. What a matrix chooses from (`specific`) says nothing about any one build."""
    for child in node:
        if isinstance(child, Scalar):
            read = conda_spec.read if types == {"conda"} else requirement.read
            yield from read(child.value(), where)
        for key, inner in child.items():
            if key.text == "pip":
                for scalar in inner.scalars():
                    yield from requirement.read(scalar.value(), f"{where}.pip")
