"""Lock files of uv, Poetry, PDM, Pipenv, pixi and conda-lock: what they hold is compared, never edited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import names
from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import of

FILES = ("uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pixi.lock", "conda-lock.yml", "*.conda-lock.yml")
DIALECTS = {"poetry.lock": "poetry"}
TOOLS = {
    "uv.lock": "uv lock", "poetry.lock": "poetry lock", "pdm.lock": "pdm lock", "Pipfile.lock": "pipenv lock",
    "pixi.lock": "pixi lock", "conda-lock.yml": "conda-lock",
}  # fmt: skip
TOML = later(r'^name = "(?P<name>[^"\n]+)"\r?\nversion = "(?P<version>[^"\n]+)"', re.MULTILINE)
PACKAGES = {
    "Pipfile.lock": re.compile(
        r'^ {8}"(?P<name>[\w.-]+)": \{(?:[^{}"]|"(?!version")[^"\n]*")*"version": "==(?P<version>[^"\n]+)"',
        re.MULTILINE,
    ),
    "pixi.lock": re.compile(
        r"^ *- conda: \S*/(?P<name>[^/\s]+)-(?P<version>[^-/\s]+)-[^-/\s]+\.(?:conda|tar\.bz2)\s*$", re.MULTILINE
    ),
    "conda-lock.yml": re.compile(
        r"^ *- name: (?P<name>\S+)\r?\n +version: ['\"]?(?P<version>[^'\"\s]+)['\"]?\s*$", re.MULTILINE
    ),
}
PYTHON = {
    "uv.lock": re.compile(r'^requires-python = "(?P<version>[^"\n]+)"', re.MULTILINE),
    "poetry.lock": re.compile(
        r'^\[metadata\](?:\r?\n(?!\[)[^\n]*)*?\npython-versions = "(?P<version>[^"\n]+)"', re.MULTILINE
    ),
    "pdm.lock": re.compile(r'^\[\[metadata\.targets\]\]\r?\nrequires_python = "(?P<version>[^"\n]+)"', re.MULTILINE),
    "Pipfile.lock": re.compile(r'^ {12}"python_version": "(?P<version>[^"\n]+)"', re.MULTILINE),
}


def extract(document: Document) -> Iterator[Mention]:
    text = document.text
    kind = document.path.rpartition("/")[2]
    kind = "conda-lock.yml" if kind.endswith("conda-lock.yml") else kind
    frozen = f"a lock file is written by its tool; run `{TOOLS[kind]}`"
    if kind in PYTHON and (match := PYTHON[kind].search(text)):
        value = of(text, *match.span("version"))
        yield from version.read(
            value, "python", "python", "output", dialect=DIALECTS.get(kind, "pep440"), frozen=frozen
        )
    packages: dict[str, dict[str, re.Match[str]]] = {}
    for match in PACKAGES.get(kind, TOML).finditer(text):
        packages.setdefault(names.canonical(match["name"]), {})[match["version"]] = match
    for name, versions in packages.items():
        if len(versions) > 1:  # one for each Python or platform
            continue
        for match in versions.values():
            value = of(text, *match.span("version"))
            yield from version.read(value, name, name, "output", exact="exact", frozen=frozen)
