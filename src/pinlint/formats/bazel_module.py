"""`MODULE.bazel` and `WORKSPACE`: the Python toolchains; several make a list of supported ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import notations
from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import mention, of

FILES = ("MODULE.bazel", "WORKSPACE", "WORKSPACE.bazel", "WORKSPACE.bzlmod")
PYTHON = later(r"^[^#\n]*?\bpython_version\s*=\s*([\"'])(?P<version>\d+(?:\.\d+)+)\1", re.MULTILINE)

REPOSITORY = later(r"(?<=[\"'@])python_(?P<version>3_\d+(?:_\d+)?)(?=[\"'/_])")


def extract(document: Document) -> Iterator[Mention]:
    matches = list(PYTHON.finditer(document.text))
    role = "supports" if len({m["version"] for m in matches}) > 1 else "uses"
    found: list[Mention] = []
    for match in matches:
        found += version.read(of(document.text, *match.span("version")), "python", "python_version", role)
    yield from found
    if role == "uses" and found:
        yield from _repositories(document.text, found[0])


def _repositories(text: str, only: Mention) -> Iterator[Mention]:
    """The repository of the only toolchain is called after its version: `use_repo(python, "python_3_7")`."""
    for match in REPOSITORY.finditer(text):
        said = notations.read("underscored", match["version"])
        if f"{only.version}.".startswith(f"{said}."):
            value = of(text, *match.span("version"))
            found = mention(value, 0, len(value.text), "python", "underscored", "label", "use_repo", version=said)
            yield found._replace(labels=only.start)
