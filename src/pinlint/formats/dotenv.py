"""`.env`, `.env.*`, `*.env`, `gradle.properties`: variables that announce a version, or an image by a name that ends in IMAGE."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import assignment, image, parameter
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import Value, of

FILES = (".env", ".env.*", "*.env", ".envrc", "gradle.properties")
LINE = later(
    r"""^[ \t]*(?:export[ \t]+)?(?P<name>[A-Za-z_][\w.]*)[ \t]*=[ \t]*"""
    r"""(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|(?P<plain>[^\s#"'](?:[^\s]|[ \t]+[^\s#])*))?""",
    re.MULTILINE,
)


def extract(document: Document) -> Iterator[Mention]:
    defined: dict[str, list[Value]] = {}
    for match in LINE.finditer(document.text):
        name = match["name"]
        group = match.lastgroup
        if group is None or group == "name":
            continue
        written = of(document.text, *match.span(group), via=name)
        values = [written] if group == "single" else parameter.expand(written, lambda n: defined.get(n, []))
        defined[name] = values
        for one in values:
            if name.upper().endswith("IMAGE"):
                yield from image.read(one, name)
            else:
                yield from assignment.read(name, one, name)
