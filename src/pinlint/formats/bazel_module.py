"""`MODULE.bazel` and `WORKSPACE`: the Python toolchains; several make a list of supported ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import of

FILES = ("MODULE.bazel", "WORKSPACE", "WORKSPACE.bazel", "WORKSPACE.bzlmod")
PYTHON = later(r"^[^#\n]*?\bpython_version\s*=\s*([\"'])(?P<version>\d+(?:\.\d+)+)\1", re.MULTILINE)


def extract(document: Document) -> Iterator[Mention]:
    matches = list(PYTHON.finditer(document.text))
    role = "supports" if len({m["version"] for m in matches}) > 1 else "uses"
    for match in matches:
        yield from version.read(of(document.text, *match.span("version")), "python", "python_version", role)
