"""`mise.toml` and its like: the tools that mise installs, and the commands of its tasks."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import shell, version
from pinlint.model import Document, Mention
from pinlint.readers import toml
from pinlint.readers.tree import Scalar

FILES = (
    "mise.toml",
    ".mise.toml",
    "mise.*.toml",
    ".mise.*.toml",
    "**/mise/config.toml",
    "**/.config/mise/*.toml",
    ".config/mise/*.toml",
    "mise/config.toml",
)
BACKENDS = frozenset({"core", "pipx", "asdf"})  # elsewhere the name is not the tool's own


def extract(document: Document) -> Iterator[Mention]:
    root = toml.read(document.text)
    for key, node in root["tools"].items():
        backend, _, name = key.text.rpartition(":")
        name = name.partition("[")[0]
        if (backend and backend not in BACKENDS) or "/" in name:
            continue
        choices = [node if isinstance(node, Scalar) else node["version"], *node]
        specs = [c if isinstance(c, Scalar) else c["version"] for c in choices]
        for spec in specs:
            if isinstance(spec, Scalar):
                several = len(list(node)) > 1
                value = spec.value(list_=f"tools.{key.text}" if several else "")
                yield from version.read(value, name, f"tools.{key.text}", "supports" if several else "uses")
    for name_, task in root["tasks"].items():
        for script in (*task.scalars(), *task["run"].scalars()):
            yield from shell.read(script.value(), f"tasks.{name_.text}.run")
