"""`*.sh`, `*.bash`, `*.bat`, `*.cmd`, `*.ps1`: the commands of a script, with the variables that it sets."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import shell, version
from pinlint.model import Document, Item, Mention
from pinlint.patterns import later
from pinlint.value import of

FILES = ("*.sh", "*.bash", "*.zsh", "*.bat", "*.cmd", "*.ps1")
OTHER = later(r"#!(?!.*sh\b)")
# What a script that builds wheels in manylinux asks of each interpreter; one such question alone is an exception.
BUILD = r"\[\[[^\[\]\n]*\*\"?cp[23]\d{1,2}\"?\*[^\[\]\n]*\]\]"
BUILDS = later(rf"{BUILD}(?:\s*\|\|[\s\\]*{BUILD})+")
QUESTION = later(r"\[\[[^\[\]\n]*\*\"?cp(?P<version>[23]\d{1,2})[^\[\]\n]*\]\]")


def extract(document: Document) -> Iterator[Mention]:
    text = document.text
    if OTHER.match(text):
        return
    if not document.path.endswith((".bat", ".cmd")):
        yield from shell.read(of(text, 0, len(text)), "")
        yield from _builds(text)
        return
    at = 0
    for line in text.splitlines(keepends=True):  # an apostrophe quotes nothing here
        start = at + len(line) - len(line.lstrip("@ \t"))
        at += len(line)
        yield from shell.read(of(text, start, at), "")


def _builds(text: str) -> Iterator[Mention]:
    """The Pythons of `[[ "${PYBIN}" == *"cp37"* ]] || [[ "${PYBIN}" == *"cp38"* ]]`, which are built for."""
    for group in BUILDS.finditer(text):
        for match in QUESTION.finditer(text, *group.span()):
            item = Item(f"builds@{group.start()}", match.start(), match.end())
            yield from version.read(of(text, *match.span("version"), item=item), "python", "builds", "supports", exact="compact")
