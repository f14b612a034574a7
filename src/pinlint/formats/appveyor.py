"""AppVeyor (`appveyor.yml`): environment variables, the rows of its matrix, installed interpreters and scripts."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import notations
from pinlint.formats.pipeline import source
from pinlint.formats.pipeline.alike import listed
from pinlint.formats.pipeline.blocks import script
from pinlint.formats.pipeline.rows import repeated, vary
from pinlint.fragments import shell, variable
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Value, mention

FILES = ("appveyor.yml", ".appveyor.yml", "appveyor.yaml", ".appveyor.yaml")
SCRIPTS = ("init", "install", "before_build", "build_script", "before_test", "test_script", "after_test", "on_success")
FOLDER = later(r"(?i)[a-z]:(?:\\{1,2}|/)(?:python|miniconda)(?P<version>[23]\d{1,2})(?=-x64|[\\/]|$)")
LONGEST = 200  # characters


def extract(document: Document) -> Iterator[Mention]:
    """The mentions of the environment, then of the scripts."""
    return source.read(document, lambda root: _config(root, document.text))


def _config(root: Node, text: str) -> Iterator[Mention]:
    environment = root["environment"]
    yield from _settings(environment, "environment")
    rows = list(environment["matrix"])
    settings = [m for row in rows for m in repeated(list(_settings(row, "environment.matrix")))]
    yield from listed(vary(settings, "environment.matrix"), rows, text) if len(rows) > 1 else settings
    for key in SCRIPTS:
        if root[key]:
            yield from shell.read(script(root[key]), key)


def _settings(node: Node, where: str) -> Iterator[Mention]:
    for key, child in node.items():
        if isinstance(child, Scalar):
            yield from _folder(child.value(), f"{where}.{key.text}")
            yield from variable.read(key.text, child.value(), f"{where}.{key.text}")


def _folder(value: Value, where: str) -> Iterator[Mention]:
    """`C:\\\\Python37-x64` is where that Python is installed."""
    match = FOLDER.match(value.text) if len(value.text) < LONGEST else None
    if match and match["version"] != "3":
        said = notations.read("compact", match["version"])
        yield mention(value, *match.span("version"), "python", "compact", "uses", where, version=said)
