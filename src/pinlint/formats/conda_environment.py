"""`environment*.yml`, `conda/environments/*.yaml`: the specs of conda, and the requirements below `pip:`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import conda_spec, requirement, variable, wheel
from pinlint.model import Document, Mention, Unreadable
from pinlint.patterns import later
from pinlint.readers import lines, yaml
from pinlint.readers.tree import Mapping, Node, Scalar
from pinlint.value import Value

FILES = (
    "environment*.yml", "environment*.yaml", "*environment.yml", "*environment.yaml", "env.yml", "env.yaml", "conda.yml",
    "conda.yaml", "conda-*.yml", "conda-*.yaml", "conda_env*.yml", "conda_env*.yaml", "**/conda/**/*.yml",
    "**/conda/**/*.yaml", "**/conda-envs/*.yml", "**/conda-envs/*.yaml",
)  # fmt: skip
GENERATED = later(r"#.*\b(?:auto-?generated|generated|created and managed) by\b", re.IGNORECASE)
OPTION = later(r"--?[a-z][\w-]*[= ]\s*(?P<value>\S+)")
SPECS = later(
    r"^dependencies:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*"
    r"[ \t]*-[ \t]+(?:pip:|[\"']?(?:[\w./-]+::)?[A-Za-z][\w.-]*[ \t]*(?:[=<>!]|\r?\n|#))",
    re.M,
)
NAMED = later(r"(?:^|/)env[-_.][^/]*$")
BESIDE = later(r"^(?:channels|name|prefix)[ \t]*:", re.M)
TEMPLATED = later(r"\{[{%]|<%")


def told(document: Document) -> bool:
    """Whether other YAML is an environment: specs beside channels or a name, or in `env-dev.yml`, and no list of charts."""
    if "dependencies:" not in document.text:
        return False
    beside = NAMED.search(document.path) or BESIDE.search(document.text)
    return beside is not None and SPECS.search(document.text) is not None


def extract(document: Document) -> Iterator[Mention]:
    role = "output" if any(map(GENERATED.match, document.text.splitlines()[:5])) else "uses"
    try:
        roots = yaml.read(document.text)
    except Unreadable:
        if not TEMPLATED.search(document.text):
            raise
        yield from _by_line(document.text, role)
        return
    for root in roots[:1]:
        if list(root["dependencies"]):
            yield from _environment(root, role)


def _environment(root: Node, role: str) -> Iterator[Mention]:
    for at, label in enumerate(root["channels"].scalars()):
        yield from conda_spec.channel(label.value(), f"channels[{at}]", role)
    for at, node in enumerate(root["dependencies"]):
        where = f"dependencies[{at}]"
        if isinstance(node, Scalar):
            yield from conda_spec.read(node.value(), where, role)
        elif isinstance(node, Mapping):
            for key, inner in node.items():
                for index, scalar in enumerate(inner.scalars()):
                    if key.text == "pip":
                        yield from _pip(scalar.value(), f"{where}.pip[{index}]", role)
                    elif key.text.startswith("sel("):
                        yield from conda_spec.read(scalar.value(), f"{where}.{key.text}", role)
    for key, node in root["variables"].items():
        for scalar in node.scalars():
            yield from variable.read(key.text, scalar.value(), f"variables.{key.text}")


def _pip(line: Value, where: str, role: str) -> Iterator[Mention]:
    """A line as in a requirements file: `-r x`, `--extra-index-url y` or a requirement."""
    if not line.text.startswith("-"):
        yield from requirement.read(line, where, role)
    elif match := OPTION.fullmatch(line.text):
        yield from wheel.index(line.slice(*match.span("value")), where, role)


def _by_line(text: str, role: str) -> Iterator[Mention]:
    for line in lines.outline(text):
        if line.item and line.keys[:1] == ("dependencies",):
            read = _pip if line.keys[-1] == "pip" else conda_spec.read
            yield from read(line.value, ".".join(line.keys), role)
