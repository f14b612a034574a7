"""`pyproject.toml`: the project's Python and classifiers, its dependencies, and the tools that are told a Python."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.metadata import linters, pixi, poetry, project, tools, tox
from pinlint.model import Document, Mention
from pinlint.readers import ini, toml
from pinlint.readers.tree import Scalar

FILES = ("pyproject.toml",)
UNREAD = (("`skip` of cibuildwheel", "it says what isn't built"),)


def extract(document: Document) -> Iterator[Mention]:
    root = toml.read(document.text)
    tool = root["tool"]
    yield from project.read(root)
    yield from linters.read(tool)
    yield from project.flit(tool.at("flit", "metadata"))
    yield from poetry.read(tool["poetry"])
    yield from tools.uv(tool["uv"])
    yield from tools.pdm(tool["pdm"])
    yield from tools.hatch(tool["hatch"])
    yield from tools.cibuildwheel(tool["cibuildwheel"])
    yield from tools.rapids(tool["rapids-build-backend"])
    yield from pixi.read(tool["pixi"], "tool.pixi")
    yield from pixi.read(tool["conda-lock"], "tool.conda-lock")
    yield from tox.read_toml(tool["tox"], "tool.tox.")
    legacy = tool.at("tox", "legacy_tox_ini")
    if isinstance(legacy, Scalar):
        yield from tox.read_ini(ini.read(document.text, legacy.inner, legacy.inner_end), "tool.tox ")
