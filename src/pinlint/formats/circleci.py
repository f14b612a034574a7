"""CircleCI (`.circleci/*.yml`): images, orbs, parameters and their values, matrices and commands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.formats.github.labels import labels
from pinlint.formats.pipeline import source
from pinlint.formats.pipeline.blocks import Service, direct
from pinlint.formats.pipeline.rows import vary
from pinlint.fragments import setting
from pinlint.model import Document, Mention
from pinlint.names import canonical
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Value, mention

FILES = (".circleci/*.yml", ".circleci/*.yaml")
SERVICE = Service(
    reference=re.compile(r"<<\s*(?:pipeline\.)?(?:parameters|matrix)\.(?P<name>[\w-]+)\s*>>"),
    scripts=frozenset({"run", "command"}),
    variables=frozenset({"parameters"}),
    ignored=frozenset({"parameters", "when", "unless", "filters"}),
)
ORB = later(r"(?P<name>[\w-]+/[\w-]+)@(?:(?P<version>\d+(?:\.\d+)*)|(?P<volatile>volatile))")
BLOCKS = ("executors", "commands", "jobs")


def extract(document: Document) -> Iterator[Mention]:
    """The mentions of orbs, executors, commands and jobs, and of what workflows give to jobs."""
    return source.read(document, _config)


def _config(root: Node) -> Iterator[Mention]:
    passed = _passed(root)
    loose = {value.start: job for job, calls in passed.items() for value in _varied(calls)}
    for found in _mentions(root, passed):
        if found.labels in loose:
            continue
        job = loose.get(found.start)
        yield from vary([found], f"workflows.{job}") if job else [found]


def _varied(calls: list[tuple[str, Value]]) -> list[Value]:
    """What a workflow gives to one job several times, each time another value: a list that is none in the file."""
    return [v for name, v in calls if v.pieces[0].item is None and len({w.text for n, w in calls if n == name}) > 1]


def _mentions(root: Node, passed: dict[str, list[tuple[str, Value]]]) -> Iterator[Mention]:
    for key, orb in root["orbs"].items():
        if isinstance(orb, Scalar):
            yield from _orb(orb.value(), f"orbs.{key.text}")
    shared = direct(root["parameters"])
    for kind in BLOCKS:
        for key, block in root[kind].items():
            given = {**shared, **direct(block["parameters"])}
            for name, value in passed.get(key.text, []):
                given[name] = [*given.get(name, []), value]
            own = SERVICE._replace(variables=frozenset())
            found = list(own.read(block, f"{kind}.{key.text}", given, {}))
            yield from found
            yield from _names(block, found, f"{kind}.{key.text}")
            yield from _parameters(block["parameters"], f"{kind}.{key.text}.parameters")
    yield from _parameters(root["parameters"], "parameters")
    for calls in passed.values():
        for name, value in calls:
            yield from setting.read(name, value, f"workflows.{name}", listed=value.pieces[0].item is not None)


def _names(block: Node, beside: list[Mention], where: str) -> Iterator[Mention]:
    """The names of steps, where they repeat a version of the step; of the whole block where the step says none."""
    own = [m for m in beside if not m.via]  # a parameter may be given other versions
    for index, step in enumerate(block["steps"]):
        run = step["run"]
        inside = [m for m in beside if run.start <= m.start < run.end]
        path = f"{where}.steps[{index}].run.name"
        yield from list(labels(run["name"], inside, path)) or labels(run["name"], own, path, both=True)


def _orb(value: Value, where: str) -> Iterator[Mention]:
    match = ORB.fullmatch(value.text) if len(value.text) < 200 else None
    if match and match["version"]:
        subject = canonical(match["name"])
        yield mention(value, *match.span("version"), subject, "dotted", "uses", where, version=match["version"])
    elif match:
        yield mention(value, *match.span("volatile"), canonical(match["name"]), "floating", "uses", where)


def _parameters(node: Node, where: str) -> Iterator[Mention]:
    for key, child in node.items():
        if isinstance(child["default"], Scalar):
            for scalar in child["default"].scalars():
                yield from setting.read(key.text, scalar.value(), f"{where}.{key.text}.default")
        for scalar in child["enum"].scalars():
            value = scalar.value("", f"{where}.{key.text}.enum")
            yield from setting.read(key.text, value, f"{where}.{key.text}.enum", "supports")


def _passed(root: Node) -> dict[str, list[tuple[str, Value]]]:
    """What workflows give to each job: parameters, and elements of a matrix."""
    found: dict[str, list[tuple[str, Value]]] = {}
    for workflow, flow in root["workflows"].items():
        for index, call in enumerate(flow["jobs"]):
            for job, given in call.items():
                where = f"workflows.{workflow.text}.jobs[{index}].{job.text}"
                axes = given.at("matrix", "parameters")
                found.setdefault(job.text, []).extend([*_values(given, "", where), *_values(axes, "matrix", where)])
    return found


def _values(node: Node, listed: str, where: str) -> Iterator[tuple[str, Value]]:
    for key, child in node.items():
        if key.text in ("name", "requires", "context", "filters", "matrix", "type"):
            continue
        if isinstance(child, Scalar):
            yield key.text, child.value(f"parameter {key.text}")
        elif listed:
            for scalar in child.scalars():
                yield key.text, scalar.value(f"matrix {key.text}", f"{where}.matrix.{key.text}")
