"""Read the Docs (`.readthedocs.yaml`): tools, the operating system, and the commands of a build."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.pipeline import source
from pinlint.formats.pipeline.blocks import script
from pinlint.fragments import runner, setting, shell
from pinlint.model import Document, Mention
from pinlint.names import canonical
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Value, mention

FILES = (".readthedocs.yml", ".readthedocs.yaml", "readthedocs.yml", "readthedocs.yaml")
DISTRIBUTION = later(r"(?P<name>miniconda|miniforge|mambaforge|anaconda)3?-(?:(?P<version>\d+(?:\.\d+)*)|latest)")


def extract(document: Document) -> Iterator[Mention]:
    """The mentions of the build's machine, tools and commands, and of the older `python.version`."""
    return source.read(document, _config)


def _config(root: Node) -> Iterator[Mention]:
    build = root["build"]
    if isinstance(build["os"], Scalar):
        yield from runner.read(build["os"].value(), "build.os")
    for key, tool in build["tools"].items():
        if isinstance(tool, Scalar):
            yield from _tool(key.text, tool.value(), f"build.tools.{key.text}")
    if isinstance(root["python"]["version"], Scalar):
        yield from setting.stated(root["python"]["version"].value(), "python", "python.version")
    if build["commands"]:
        yield from shell.read(script(build["commands"]), "build.commands")
    for key, commands in build["jobs"].items():
        yield from shell.read(script(commands), f"build.jobs.{key.text}")


def _tool(name: str, value: Value, where: str) -> Iterator[Mention]:
    match = DISTRIBUTION.fullmatch(value.text) if len(value.text) < 100 else None
    if match is None:
        yield from setting.stated(value, canonical(name), where)
    elif match["version"]:
        subject = canonical(match["name"])
        yield mention(value, *match.span("version"), subject, "dotted", "uses", where, version=match["version"])
