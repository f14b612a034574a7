"""Kubernetes manifests, kustomizations, Helm's `values.yaml`: `image:`, a tag apart from its repository, variables beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pinlint.formats.pipeline import named
from pinlint.fragments import image
from pinlint.model import Document, Mention, Unreadable
from pinlint.patterns import later
from pinlint.readers import lines, yaml
from pinlint.readers.tree import Mapping, Scalar
from pinlint.value import Piece, Value

FILES = ("values*.y*ml", "*-values.y*ml", "*.values.y*ml", "kustomization.y*ml")
MANIFEST = later(r"^apiVersion[ \t]*:", re.M)
KIND = later(r"^kind[ \t]*:", re.M)
NAMED = later(r"(?:.*/)?(?:values[^/]*|[^/]*[-.]values|kustomization)\.ya?ml")
IMAGE = later(r"\b(?:image|imageTag|image_tag|newTag|tag)[\"']?[ \t]*:[ \t]*[^\s#]")
DOCUMENT = later(r"^---", re.M)
REPOSITORIES = ("repository", "image", "newName", "name")
TAGS = ("tag", "imageTag", "image_tag", "newTag")


def told(document: Document) -> bool:
    """Whether the file says that it is a manifest, or is named as values are."""
    manifest = MANIFEST.search(document.text) is not None and KIND.search(document.text) is not None
    return manifest or NAMED.fullmatch(document.path) is not None


def extract(document: Document) -> Iterator[Mention]:
    """The images of a manifest or of values, and the variables that containers are given."""
    if "image" not in document.text or not told(document):
        return
    text = _with_images(document.text)
    try:
        roots = yaml.read(text)
    except Unreadable:  # a chart's template, or broken YAML: other tools say so
        yield from _by_line(text)
        return
    for root in roots:
        apart: set[int] = set()  # where names stand whose tag is apart
        for where, key, node in root.walk():
            if isinstance(node, Mapping):
                names = {name.text for name, _ in node.items()}
                if not names.isdisjoint(TAGS) and (pair := _pair(node, key)):
                    apart.add(pair[0].start)
                    value = _joined(pair[0].value(), pair[1].value())
                    yield from (m for m in image.read(value, f"{where}.tag") if pair[1].start <= m.start < pair[1].end)
                if "value" in names:
                    yield from named.variable(node, where)
            elif isinstance(node, Scalar) and key == "image" and node.style != "|" and node.start not in apart:
                yield from image.read(node.value(), where)


def _with_images(text: str) -> str:
    """The text with blank lines for every document of the stream that holds no image: a schema may have megabytes."""
    cuts = [0, *(match.start() for match in DOCUMENT.finditer(text)), len(text)]
    parts = (text[a:b] for a, b in pairwise(cuts))
    return "".join(part if IMAGE.search(part) else "\n" * len(part) for part in parts)


def _pair(node: Mapping, key: str) -> tuple[Scalar, Scalar] | None:
    """The scalars of `repository: python` and `tag: 3.7`, to be read as `python:3.7`."""
    names = [found for name in REPOSITORIES if (found := node[name]) and (name != "name" or key in ("image", "images"))]
    tags = [found for name in TAGS if (found := node[name])]
    if not names or not tags or not isinstance(names[0], Scalar) or not isinstance(tags[0], Scalar):
        return None
    return None if ":" in names[0].text or not tags[0].text else (names[0], tags[0])


def _joined(repository: Value, tag: Value) -> Value:
    pieces = (*repository.pieces, Piece(":", tag.start), *tag.pieces)
    return Value(f"{repository.text}:{tag.text}", pieces)


def _by_line(text: str) -> Iterator[Mention]:
    for line in lines.outline(text):
        if line.keys and line.keys[-1] == "image" and not line.value.text.endswith("-"):
            yield from image.read(line.value, ".".join(line.keys))
