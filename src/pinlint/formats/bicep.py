"""Bicep (`*.bicep`): the runtime of an app (`linuxFxVersion`), `pythonVersion`, and the images of containers, by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import image, runtime, setting
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import of

FILES = ("*.bicep", "*.bicepparam")
SAID = later(
    r"^(?![ \t]*//).*?\b(?P<name>[A-Za-z_]\w*)(?:[ \t]+string)?[ \t]*[:=][ \t]*'(?P<value>[^'\n$]+)'", re.MULTILINE
)
RUNTIMES = ("linuxFxVersion", "runtime")
PYTHONS = ("pythonVersion",)


def extract(document: Document) -> Iterator[Mention]:
    for match in SAID.finditer(document.text):
        name, value = match["name"], of(document.text, *match.span("value"))
        if name in RUNTIMES:
            yield from runtime.read(value, name)
        elif name in PYTHONS:
            yield from setting.stated(value, "python", name)
        elif setting.IMAGE.search(name) and ":" in value.text:
            yield from image.read(value, name)
