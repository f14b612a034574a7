"""`docker-compose.yml`, `compose.yaml`: the services' images, build arguments, environment and commands, with `${TAG:-3.7}`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.pipeline import source
from pinlint.fragments import command, image, parameter, paths, shell, variable
from pinlint.model import Document, Mention
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Value

FILES = (
    "compose.yml", "compose.yaml", "compose.*.yml", "compose.*.yaml", "compose-*.yml", "compose-*.yaml",
    "docker-compose*.yml", "docker-compose*.yaml", "*.docker-compose.yml", "*.docker-compose.yaml",
)  # fmt: skip


def extract(document: Document) -> Iterator[Mention]:
    """Anchors and merges bring one place to several services: each place once."""
    found: dict[tuple[int, int, str], Mention] = {}
    for mention in source.read(document, _services):
        found.setdefault((mention.start, mention.end, mention.subject), mention)
    yield from found.values()


def _services(root: Node) -> Iterator[Mention]:
    for name, service in root["services"].items():
        where = f"services.{name.text}"
        build = service["build"]
        if not build:  # else the image is what the build makes
            yield from _image(service["image"], f"{where}.image")
        yield from _variables(build["args"], f"{where}.build.args")
        for context, node in build["additional_contexts"].items():
            if isinstance(node, Scalar) and node.text.startswith("docker-image://"):
                inner = node.value().slice(len("docker-image://"), len(node.text))
                yield from image.read(inner, f"{where}.build.additional_contexts.{context.text}")
        yield from _variables(service["environment"], f"{where}.environment")
        for key in ("command", "entrypoint"):
            yield from _command(service[key], f"{where}.{key}")
        for scalar in service["volumes"].scalars():
            yield from paths.read(scalar.value(), f"{where}.volumes")


def _image(node: Node, where: str) -> Iterator[Mention]:
    for scalar in node.scalars():
        for value in parameter.expand(scalar.value()):
            yield from image.read(value, where)


def _command(node: Node, where: str) -> Iterator[Mention]:
    words = [scalar.value() for scalar in node.scalars()]
    if words:
        yield from shell.read(words[0] if isinstance(node, Scalar) else command.line(words), where)


def _variables(node: Node, where: str) -> Iterator[Mention]:
    """`A: 1`, or a list of `A=1`."""
    for key, entry in node.items():
        if isinstance(entry, Scalar):
            yield from _variable(key.text, entry.value(), f"{where}.{key.text}")
    for scalar in node.scalars():
        name, _, content = scalar.text.partition("=")
        value = scalar.value()
        yield from _variable(name, value.slice(len(scalar.text) - len(content), len(scalar.text)), f"{where}.{name}")


def _variable(name: str, value: Value, where: str) -> Iterator[Mention]:
    """A reference to a variable of the same name without a default says nothing: `PY: ${PY}`."""
    for each in parameter.expand(value):
        yield from (m for m in variable.read(name, each, where) if m.notation != "unresolved")
