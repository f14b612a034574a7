"""`Taskfile.yml`: `vars` and `env` that announce a version, and commands read as shell with `{{.NAME}}` followed."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import value
from pinlint.fragments import assignment, shell
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.readers import yaml
from pinlint.readers.tree import NOTHING, Node, Scalar
from pinlint.value import Value

FILES = ("Taskfile.yml", "Taskfile.yaml", "taskfile.yml", "taskfile.yaml", "Taskfile.dist.yml", "Taskfile.*.yml")
REFERENCE = later(r"\{\{-?\s*\.(?P<name>[A-Za-z_]\w*)\s*(?:\|[^{}]*)?-?\}\}")


def extract(document: Document) -> Iterator[Mention]:
    root = next(iter(yaml.read(document.text)), NOTHING)
    tasks = [(key.text, node) for key, node in root["tasks"].items()]
    variables: dict[str, list[Value]] = {}
    for holder in (root, *(node for _, node in tasks)):
        for key in ("vars", "env"):
            for name, node in holder[key].items():
                if isinstance(node, Scalar) and "{{" not in node.text:
                    known = variables.setdefault(name.text, [])
                    known.append(node.value(via=name.text))
    single = {name: values for name, values in variables.items() if len({v.text for v in values}) == 1}
    seen = set()
    for task, node in tasks:
        for command in _commands(node):
            for one in value.expand(command.value(), REFERENCE, lambda name: single.get(name, [])[:1]):
                for mention in shell.read(one, f"tasks.{task}", lambda name: single.get(name, [])[:1]):
                    seen.add((mention.start, mention.end))
                    yield mention
    for variable, values in variables.items():
        for written in values:
            yield from (m for m in assignment.read(variable, written, variable) if (m.start, m.end) not in seen)


def _commands(task: Node) -> Iterator[Scalar]:
    """The commands of a task: `cmds` as texts or as `cmd:`, or the task itself."""
    for node in (task, task["cmds"], task["cmd"]):
        yield from node.scalars()
    for node in task["cmds"]:
        yield from node["cmd"].scalars()
