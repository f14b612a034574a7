"""GitHub workflows (`.github/workflows/*.yml`): actions, their inputs, matrices, containers, variables and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pinlint.formats.github import conditions, matrix, steps
from pinlint.formats.github.labels import labels
from pinlint.formats.github.scope import Scope, environment, inputs, read_environment, read_inputs
from pinlint.formats.pipeline import source
from pinlint.formats.pipeline.alike import listed
from pinlint.fragments import image, runner
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar

FILES = (".github/workflows/*.yml", ".github/workflows/*.yaml")
TRIGGERS = ("workflow_call", "workflow_dispatch")
PARTS = (later(r"^(?:on|'on'|\"on\")[ \t]*:", re.M), later(r"^jobs[ \t]*:", re.M), later(r"^[ \t]+runs-on[ \t]*:", re.M))


def told(text: str) -> bool:
    """Whether YAML of any name is a workflow, as one that is kept to be copied or is called from elsewhere."""
    return "runs-on" in text and all(part.search(text) for part in PARTS)


def extract(document: Document) -> Iterator[Mention]:
    """The mentions of every job, then of the variables and inputs that jobs share."""
    yield from keep_floors(source.read(document, lambda root: _workflow(root, document)))
    yield from steps.commented(document.text)


def keep_floors(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """A version whose variable is called the lowest is a lower bound wherever it is used."""
    found = list(mentions)
    floors = {m.start for m in found if m.role == "floor"}
    yield from (m for m in found if m.role not in ("uses", "supports") or m.start not in floors)


def _workflow(root: Node, document: Document) -> Iterator[Mention]:
    scope = Scope({})
    for trigger in TRIGGERS:
        scope = scope.inside(inputs(root.at("on", trigger, "inputs")))
    scope = scope.inside(environment(root["env"]))
    shared = list(read_environment(root["env"], scope, "env"))
    everywhere = [*shared]
    for key, job in root["jobs"].items():
        where = f"jobs.{key.text}"
        found = list(_job(job, scope, document, where))
        everywhere += found
        yield from found
        yield from labels(job["name"], found, f"{where}.name")
        yield from steps.repeat(job["steps"], found, f"{where}.steps")
    yield from labels(root["name"], everywhere, "name")
    yield from shared
    for trigger in TRIGGERS:
        yield from read_inputs(root.at("on", trigger, "inputs"), f"on.{trigger}.inputs")


def _job(job: Node, scope: Scope, document: Document, where: str) -> Iterator[Mention]:
    path = f"{where}.strategy.matrix"
    axes = matrix.read(job.at("strategy", "matrix"), scope, path)
    scope = scope.inside(axes.values).inside(environment(job["env"]))
    found = [*_parts(job, scope, document, where), *matrix.mentions(axes, path)]
    yield from listed(matrix.settled(axes, found, path), axes.nodes, document.text)


def _parts(job: Node, scope: Scope, document: Document, where: str) -> Iterator[Mention]:
    if any(label.text == "self-hosted" for label in job["runs-on"].scalars()):
        for label in job["runs-on"].scalars():
            yield from runner.own(label.value(), f"{where}.runs-on")
    for scalar in job["runs-on"].scalars():
        for value in scope.expand(scalar.value()):
            yield from runner.read(value, f"{where}.runs-on")
            if "${{" in value.text:
                yield from runner.quoted(value, f"{where}.runs-on")
    yield from images(job["container"], scope, f"{where}.container")
    for key, service in job["services"].items():
        yield from images(service, scope, f"{where}.services.{key.text}")
    yield from conditions.read(job["if"], scope, f"{where}.if")
    yield from steps.call(job, scope, document.text, where)
    yield from steps.read(job["steps"], scope, document.text, f"{where}.steps")
    yield from read_environment(job["env"], scope, f"{where}.env")


def images(node: Node, scope: Scope, where: str) -> Iterator[Mention]:
    """A container, as an image alone or with its settings."""
    alone = isinstance(node, Scalar)
    for scalar in (node if alone else node["image"]).scalars():
        for value in scope.expand(scalar.value()):
            yield from image.read(value, where if alone else f"{where}.image")
    if not alone:
        yield from read_environment(node["env"], scope, f"{where}.env")
