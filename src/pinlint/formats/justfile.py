"""`justfile`: variables that announce a version, and recipes read as shell with `{{ }}` followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import value
from pinlint.fragments import assignment, shell
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import Value

FILES = ("justfile", "Justfile", ".justfile", "*.just")
VARIABLE = later(
    r"^(?:export[ \t]+)?(?P<name>[A-Za-z_][\w-]*)[ \t]*:=[ \t]*"
    r"(?P<quote>[\"'])(?P<value>[^\"'\n]*)(?P=quote)[ \t]*(?:#.*)?\r?$",
    re.MULTILINE,
)
DEFAULT = later(
    r"^(?P<name>[A-Za-z_][\w-]*)[ \t]*:=[ \t]*env\w*\([^,()\n]*,[ \t]*[\"'](?P<value>[^\"'\n]*)[\"']\)", re.MULTILINE
)
REFERENCE = later(r"\{\{\s*(?P<name>[A-Za-z_][\w-]*)\s*\}\}")
RECIPE = later(r"^[ \t]+[@-]*(?P<line>\S(?:[^\n]*\\\r?\n)*[^\n]*)", re.MULTILINE)


def extract(document: Document) -> Iterator[Mention]:
    text = document.text
    variables = {
        match["name"]: value.of(text, *match.span("value"), via=match["name"])
        for pattern in (VARIABLE, DEFAULT)
        for match in pattern.finditer(text)
    }

    def lookup(name: str) -> list[Value]:
        return [variables[name]] if name in variables else []

    seen = set()
    for match in RECIPE.finditer(text):
        for one in value.expand(value.of(text, *match.span("line")), REFERENCE, lookup):
            for mention in shell.read(one, "recipe"):
                seen.add((mention.start, mention.end))
                yield mention
    for name, written in variables.items():
        yield from (m for m in assignment.read(name, written, name) if (m.start, m.end) not in seen)
