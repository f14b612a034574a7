"""`docker-bake.hcl`, `docker-bake.json`: defaults of variables, arguments, contexts and matrices of targets."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import image, parameter, setting, variable
from pinlint.model import Document, Item, Mention
from pinlint.readers import hcl, json
from pinlint.readers.hcl import Attribute
from pinlint.readers.tree import Scalar, Sequence
from pinlint.value import Value

FILES = ("docker-bake*.hcl", "docker-bake*.json", "*.docker-bake.hcl")
IMAGE = "docker-image://"


def extract(document: Document) -> Iterator[Mention]:
    """Each place once, at the use of a variable before its definition."""
    attributes = list(_json(document.text) if document.path.endswith(".json") else hcl.read(document.text))
    defaults = {a.path[1]: [_from(a)] for a in attributes if a.path[:1] == ("variable",) and a.path[2:] == ("default",)}
    mentions: list[Mention] = []
    for attribute in attributes:
        for value in parameter.expand(attribute.value, lambda name: defaults.get(name, [])):
            mentions += _read(attribute, value)
    mentions.sort(key=lambda m: not m.via)
    found: dict[tuple[str, int, int], Mention] = {}
    for mention in mentions:
        found.setdefault((mention.subject, mention.start, mention.end), mention)
    yield from found.values()


def _read(attribute: Attribute, value: Value) -> Iterator[Mention]:
    path = attribute.path
    where = ".".join(path)
    if len(path) == 3 and path[0] == "variable" and path[2] == "default":
        yield from variable.read(path[1], value, f"variable {path[1]}")
    elif len(path) == 4 and path[0] == "target" and path[2] == "args":
        yield from variable.read(path[3], value, where)
    elif len(path) == 4 and path[0] == "target" and path[2] == "contexts" and value.text.startswith(IMAGE):
        yield from image.read(value.slice(len(IMAGE), len(value.text)), where)
    elif len(path) == 4 and path[0] == "target" and path[2] == "matrix" and attribute.element >= 0:
        subject, role = setting.subject_of(path[3], listed=True)
        if subject and len(value.pieces) == 1:
            piece = value.pieces[0]
            item = Item(f"{where}@{path[1]}", piece.start - 1, piece.start + len(piece.text) + 1)
            yield from setting.stated(Value(value.text, (piece._replace(item=item),)), subject, where, role)


def _from(attribute: Attribute) -> Value:
    value = attribute.value
    return Value(value.text, tuple(p._replace(via=f"variable {attribute.path[1]}") for p in value.pieces))


def _json(text: str) -> Iterator[Attribute]:
    root = json.read(text)
    for kind in ("variable", "target"):
        for name, block in root[kind].items():
            for key, node in block.items():
                path = (kind, name.text, key.text)
                if isinstance(node, Scalar):
                    yield Attribute(path, node.value())
                for inner, entry in node.items():
                    if isinstance(entry, Scalar):
                        yield Attribute((*path, inner.text), entry.value())
                    elif isinstance(entry, Sequence):
                        values = (s.value() for s in entry.scalars() if s.style)
                        yield from (Attribute((*path, inner.text), v, i) for i, v in enumerate(values))
