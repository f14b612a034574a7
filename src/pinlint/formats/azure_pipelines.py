"""Azure Pipelines (`azure-pipelines*.yml`): tasks, matrices, variables, containers, machines and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.formats.github.conditions import compared
from pinlint.formats.github.labels import labels
from pinlint.formats.pipeline import source
from pinlint.formats.pipeline.blocks import Definitions, Service, direct
from pinlint.formats.pipeline.rows import vary
from pinlint.fragments import setting
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Value, expand

FILES = (
    "azure-pipelines*.yml", "azure-pipelines*.yaml", ".azure*/**/*.yml", ".azure*/**/*.yaml", ".azure-pipelines*.yml",
)
SERVICE = Service(
    reference=re.compile(r"\$(?:\(|\{\{\s*(?:parameters|variables)\.)(?P<name>[\w.-]+)(?:\)|\s*\}\})"),
    images=frozenset({"image", "container"}),
    scripts=frozenset({"script", "bash", "pwsh", "powershell"}),
    variables=frozenset({"variables", "parameters", "env"}),
    machines=frozenset({"vmImage"}),
    ignored=frozenset({"matrix", "demands", "trigger", "pr", "condition"}),
)
TASKS = {"UsePythonVersion": "python", "NodeTool": "node", "UseNode": "node", "GoTool": "go", "UseRubyVersion": "ruby"}
"""The task and the subject of its `versionSpec` or `version`."""

COMPARISON = later(
    r"\b(?:eq|ne)\(\s*variables(?:\[\s*'(?P<quoted>[\w.-]+)'\s*\]|\.(?P<bare>[\w.]+))\s*,\s*'(?P<text>[^']*)'\s*\)"
)
TASK = later(r"^[ \t]*-[ \t]+task[ \t]*:[ \t]*[\w.-]+@\d", re.M)
STEP = later(r"^[ \t]*-[ \t]+(?:script|bash|pwsh|powershell|checkout|template|job|stage|deployment)[ \t]*:", re.M)
BLOCK = later(r"^(?:steps|jobs|stages|pool|extends)[ \t]*:", re.M)
EXTENDS = later(r"^extends[ \t]*:[ \t]*\r?\n[ \t]+(?:template|parameters)[ \t]*:", re.M)
OWN_WORDS = ("extends", "vmImage", "pool", "displayName", "dependsOn")
POOL = later(r"^[ \t]*(?:vmImage|pool|displayName|dependsOn)[ \t]*:", re.M)


def told(text: str) -> bool:
    """Whether YAML of any name is a pipeline or a template of one: it has tasks, or steps as Azure writes them."""
    task = "@" in text and TASK.search(text)  # the plain searches spare most YAML the expressions
    if not task and not any(word in text for word in OWN_WORDS):
        return False
    return bool(task or EXTENDS.search(text) or BLOCK.search(text) and STEP.search(text) and POOL.search(text))


def extract(document: Document) -> Iterator[Mention]:
    """The mentions of each job, of its matrix, and of what all jobs share."""
    return source.read(document, _pipeline)


def _pipeline(root: Node) -> Iterator[Mention]:
    shared = {**direct(root["parameters"]), **direct(root["variables"])}
    varied = _varied(root)
    known = {**shared, **varied}
    rows = {value.start for values in varied.values() for value in values}
    for mention in _mentions(root, known):
        yield from vary([mention], "strategy.matrix") if mention.start in rows else [mention]


def _mentions(root: Node, known: Definitions) -> Iterator[Mention]:
    for path, _, node in root.walk():
        if isinstance(node["task"], Scalar):
            yield from _task(node, known, path)
        if isinstance(condition := node["condition"], Scalar):
            yield from _compared(condition.value(), known, f"{path}.condition")
    yield from SERVICE.read(root, "", known, {})
    for path, key, node in root.walk():
        for _, leg in node.items() if key == "matrix" else ():
            for name, child in leg.items():
                if isinstance(child, Scalar):
                    yield from setting.read(name.text, child.value(), f"{path}.{name.text}")


def _compared(condition: Value, known: Definitions, where: str) -> Iterator[Mention]:
    for match in COMPARISON.finditer(condition.text):
        name = match["quoted"] or match["bare"]
        yield from compared(name, condition.slice(*match.span("text")), known.get(name, []), where)


def _varied(root: Node) -> Definitions:
    """The variables that the legs of the matrices set."""
    found: Definitions = {}
    for _, key, node in root.walk():
        for _, leg in node.items() if key == "matrix" else ():
            for name, child in leg.items():
                if isinstance(child, Scalar):
                    found.setdefault(name.text, []).append(child.value(f"matrix {name.text}"))
    return found


def _task(step: Node, known: Definitions, where: str) -> Iterator[Mention]:
    name, _, _ = step["task"].text.partition("@")
    for key in ("versionSpec", "version"):
        node = step.at("inputs", key)
        if name in TASKS and isinstance(node, Scalar):
            for value in expand(node.value(), SERVICE.reference, lambda name: known.get(name, [])):
                found = list(setting.stated(value, TASKS[name], f"{where}.inputs.{key}"))
                yield from found
                yield from labels(step["displayName"], found, f"{where}.displayName")
