"""GitHub actions (`action.yml`): the defaults of inputs, the steps of a composite action, a container's image."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.github import steps
from pinlint.formats.github.scope import Scope, inputs, read_environment, read_inputs
from pinlint.formats.pipeline import source
from pinlint.fragments import image
from pinlint.model import Document, Mention
from pinlint.readers.tree import Node, Scalar

FILES = ("action.yml", "action.yaml")


def extract(document: Document) -> Iterator[Mention]:
    """The mentions of the steps, then of the inputs."""
    return source.read(document, lambda root: _action(root, document))


def _action(root: Node, document: Document) -> Iterator[Mention]:
    scope = Scope(inputs(root["inputs"]))
    runs = root["runs"]
    yield from steps.read(runs["steps"], scope, document.text, "runs.steps")
    yield from read_environment(runs["env"], scope, "runs.env")
    if isinstance(runs["image"], Scalar) and runs["image"].text.startswith("docker://"):
        for scalar in runs["image"].scalars():
            yield from image.read(scalar.value(), "runs.image")
    yield from read_inputs(root["inputs"], "inputs")
