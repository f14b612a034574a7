"""Google Cloud Build (`cloudbuild.yaml`): the images of steps, build arguments, scripts and substitutions."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.pipeline import source
from pinlint.formats.pipeline.blocks import direct
from pinlint.fragments import image, shell, variable
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar
from pinlint.value import expand

FILES = ("cloudbuild*.yaml", "cloudbuild*.yml", "cloudbuild*.json")
REFERENCE = later(r"\$(?P<brace>\{)?(?P<name>_\w+)(?(brace)\})")
ARGUMENT = later(r"(?:--build-arg=)?(?P<name>[A-Za-z_]\w*)=(?P<value>[^\s=]*)")
SHELLS = ("-c", "-lc", "-ec", "-ce", "-euxc", "-xec")


def extract(document: Document) -> Iterator[Mention]:
    """The mentions of each step, then of the substitutions."""
    return source.read(document, _build)


def _build(root: Node) -> Iterator[Mention]:
    values = direct(root["substitutions"])
    for index, step in enumerate(root["steps"]):
        where = f"steps[{index}]"
        for scalar in step["name"].scalars():
            for value in expand(scalar.value(), REFERENCE, lambda name: values.get(name, [])):
                yield from image.read(value, f"{where}.name")
        if isinstance(step["script"], Scalar):
            yield from shell.read(step["script"].value(), f"{where}.script")
        yield from _arguments(list(step["args"].scalars()), f"{where}.args")
    for name, found in values.items():
        yield from variable.read(name, found[0], f"substitutions.{name}")


def _arguments(arguments: list[Scalar], where: str) -> Iterator[Mention]:
    before = ""
    for argument in arguments:
        value = argument.value()
        if before in SHELLS:
            yield from shell.read(value, where)
        elif len(value.text) < 200 and (match := ARGUMENT.fullmatch(value.text)):
            yield from variable.read(match["name"], value.slice(*match.span("value")), f"{where} {match['name']}")
        before = value.text
