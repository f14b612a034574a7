"""`*.sh`, `*.bash`, `*.bat`, `*.cmd`, `*.ps1`: the commands of a script, with the variables that it sets."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import shell
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import of

FILES = ("*.sh", "*.bash", "*.zsh", "*.bat", "*.cmd", "*.ps1")
OTHER = later(r"#!(?!.*sh\b)")


def extract(document: Document) -> Iterator[Mention]:
    text = document.text
    if OTHER.match(text):
        return
    if not document.path.endswith((".bat", ".cmd")):
        yield from shell.read(of(text, 0, len(text)), "")
        return
    at = 0
    for line in text.splitlines(keepends=True):  # an apostrophe quotes nothing here
        start = at + len(line) - len(line.lstrip("@ \t"))
        at += len(line)
        yield from shell.read(of(text, start, at), "")
