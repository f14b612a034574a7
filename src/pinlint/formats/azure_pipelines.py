"""Azure Pipelines (`azure-pipelines*.yml`): tasks, matrices, variables, containers, machines and scripts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from pinlint.formats.github.conditions import compared
from pinlint.formats.github.labels import TAG, labels, tags
from pinlint.formats.pipeline import source
from pinlint.formats.pipeline.alike import listed
from pinlint.formats.pipeline.blocks import Definitions, Service, direct
from pinlint.formats.pipeline.rows import repeated, vary
from pinlint.fragments import setting
from pinlint.model import Document, Item, Mention
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar, Sequence
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
    return source.read(document, lambda root: _pipeline(root, document.text))


def _pipeline(root: Node, text: str) -> Iterator[Mention]:
    shared = {**direct(root["parameters"]), **direct(root["variables"])}
    # Each matrix has lists of its own: an index in a path, as of a job, would make one of them all.
    matrices = {path.replace("[", ".").replace("]", ""): node for path, key, node in root.walk() if key == "matrix"}
    varied: Definitions = {}
    rows: dict[int, str] = {}  # where a leg sets a variable, and the matrix that it is a leg of
    for path, matrix in matrices.items():
        for name, value in _varied(matrix):
            varied.setdefault(name, []).append(value)
            rows[value.start] = path
    in_legs = [mention for path, matrix in matrices.items() for mention in _legs(matrix, path)]
    repeating = {mention.start for mention in in_legs if mention.role == "label"}
    found = [
        told
        for mention in (*_mentions(root, {**shared, **varied}), *in_legs)
        if mention.role == "label" or mention.start not in repeating
        for told in (vary([mention], rows[mention.start]) if mention.start in rows else [mention])
    ]
    nodes = sorted(matrices.values(), key=lambda node: node.start)
    starts = [node.start for node in nodes]
    inside: dict[int, list[Mention]] = {}
    for each in found:
        inside.setdefault(bisect_right(starts, each.start) - 1, []).append(each)
    for at, mentions in inside.items():
        yield from listed(mentions, _rows(nodes[at], mentions) if at >= 0 else [], text)


def _rows(matrix: Node, found: list[Mention]) -> list[Node]:
    """The legs of a matrix with their names, which say their versions as well; none where a name says another one.

    A leg more would go by a name that one has already, which is a key.
    """
    told = {m.start for m in found if m.role == "label"}
    rows: list[Node] = []
    for leg, settings in matrix.items():
        if TAG.search(leg.text) and not any(start in told for start in range(leg.start, leg.end)):
            return []
        row = Sequence(leg.start, settings.end)
        row.children = [leg, settings]
        rows.append(row)
    return rows


def _mentions(root: Node, known: Definitions) -> Iterator[Mention]:
    for path, _, node in root.walk():
        if isinstance(node["task"], Scalar):
            yield from _task(node, known, path)
        if isinstance(condition := node["condition"], Scalar):
            yield from _compared(condition.value(), known, f"{path}.condition")
    yield from SERVICE.read(root, "", known, {})


def _legs(matrix: Node, where: str) -> Iterator[Mention]:
    """What each leg sets by names that tell what they hold; its own name, where it repeats that: `py37`, `Python37`."""
    for leg, settings in matrix.items():
        path = f"{where}.{leg.text}"
        scalars = [(name.text, child) for name, child in settings.items() if isinstance(child, Scalar)]
        found = [m for name, child in scalars for m in setting.read(name, child.value(), f"{path}.{name}")]
        yield from repeated(found)
        yield from _named(leg, found, where)


def _named(leg: Scalar, beside: list[Mention], where: str) -> Iterator[Mention]:
    item = Item(f"{where} names", leg.start, leg.end)
    alone = [m._replace(role="uses") for m in beside if m.role in ("uses", "supports")]
    for found in tags(leg.value(), alone, f"{where} names"):
        yield found._replace(item=item)


def _compared(condition: Value, known: Definitions, where: str) -> Iterator[Mention]:
    for match in COMPARISON.finditer(condition.text):
        name = match["quoted"] or match["bare"]
        yield from compared(name, condition.slice(*match.span("text")), known.get(name, []), where)


def _varied(matrix: Node) -> Iterator[tuple[str, Value]]:
    """The variables that the legs of a matrix set."""
    for _, leg in matrix.items():
        for name, child in leg.items():
            if isinstance(child, Scalar):
                yield name.text, child.value(f"matrix {name.text}")


def _task(step: Node, known: Definitions, where: str) -> Iterator[Mention]:
    name, _, _ = step["task"].text.partition("@")
    for key in ("versionSpec", "version"):
        node = step.at("inputs", key)
        if name in TASKS and isinstance(node, Scalar):
            for value in expand(node.value(), SERVICE.reference, lambda name: known.get(name, [])):
                found = list(setting.stated(value, TASKS[name], f"{where}.inputs.{key}"))
                yield from found
                yield from labels(step["displayName"], found, f"{where}.displayName")
