"""`devcontainer.json`: the image, build arguments such as VARIANT, and the versions of features."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import command, image, shell, variable, version
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.readers import json
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Piece, Value

FILES = ("devcontainer.json", ".devcontainer.json")
COMMANDS = ("onCreateCommand", "updateContentCommand", "postCreateCommand", "postStartCommand", "initializeCommand")
# Options of features besides `version` that hold a version, and its subject.
OPTIONS = {"cudaVersion": "cuda", "cudnnVersion": "cudnn", "uvVersion": "uv", "ruffVersion": "ruff"}
# The last part of a feature's name -> the subject of its `version`.
FEATURES = {
    "python": "python", "node": "node", "go": "go", "rust": "rust", "uv": "uv", "poetry": "poetry", "pixi": "pixi",
    "ruff": "ruff", "pre-commit": "pre-commit", "micromamba": "micromamba", "terraform": "terraform", "hatch": "hatch",
    "pdm": "pdm", "cuda": "cuda", "mypy": "mypy", "black": "black",
}  # fmt: skip


PYTHONS = later(r"2\.7|3\.(?:[5-9]|\d\d)")


def extract(document: Document) -> Iterator[Mention]:
    """The `:1` of `ghcr.io/devcontainers/features/python:1` is the feature's own version and no one else's."""
    root = json.read(document.text)
    if isinstance(node := root["image"], Scalar):
        yield from image.read(node.value(), "image")
    for key, node in root.at("build", "args").items():
        where = f"build.args.{key.text}"
        if isinstance(node, Scalar) and key.text != "VARIANT":
            yield from variable.read(key.text, node.value(), where)
        elif isinstance(node, Scalar) and "python" in document.text.lower():
            yield from _variant(node, where)
    for place in ("containerEnv", "remoteEnv"):
        for key, node in root[place].items():
            if isinstance(node, Scalar):
                yield from variable.read(key.text, node.value(), f"{place}.{key.text}")
    for key, node in root["features"].items():
        yield from _feature(key.text, node)
    for name in COMMANDS:
        yield from _command(root[name], name)


def _variant(node: Scalar, where: str) -> Iterator[Mention]:
    """The tag of the image below: `3.7-bullseye`, `0-3.7`. Other images have variants, too: .NET's was `3.1`."""
    tag = node.value()
    repository = "devcontainers/python:"
    value = Value(repository + tag.text, (Piece(repository, node.start), *tag.pieces))
    return (m for m in image.read(value, where) if PYTHONS.match(m.version))


def _feature(name: str, options: Node) -> Iterator[Mention]:
    short = name.rpartition("/")[2].partition(":")[0].partition("@")[0]
    where = f"features.{short}"
    if isinstance(options, Scalar) and options.style and short in FEATURES:
        yield from version.read(options.value(), FEATURES[short], where)
    for key, node in options.items():
        subject = FEATURES.get(short, "") if key.text == "version" else OPTIONS.get(key.text, "")
        if subject and isinstance(node, Scalar):
            yield from version.read(node.value(), subject, f"{where}.{key.text}")


def _command(node: Node, where: str) -> Iterator[Mention]:
    """A command line, a list of words, or several commands by name."""
    if isinstance(node, Scalar):
        yield from shell.read(json.content(node), where)
    elif words := [json.content(scalar) for scalar in node.scalars()]:
        yield from shell.read(command.line(words), where)
    for key, inner in node.items():
        if isinstance(inner, Scalar):
            yield from shell.read(json.content(inner), f"{where}.{key.text}")
