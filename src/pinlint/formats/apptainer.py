"""Definitions of Apptainer and Singularity (`*.def`): the image they are built from, and their commands."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import image, shell
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import of

FILES = ("Singularity", "Singularity.*", "Apptainer", "Apptainer.*", "*.def")
BOOTSTRAP = later(r"(?im)^[ \t]*bootstrap[ \t]*:[ \t]*(?:docker|oras|docker-daemon)\b")
FROM = later(r"(?im)^[ \t]*from[ \t]*:[ \t]*(?P<image>\S+)")
SECTION = later(r"(?m)^%(?P<name>post|environment|setup|test|runscript)\b[^\n]*\n(?P<body>(?:(?!%)[^\n]*\n?)*)")


def extract(document: Document) -> Iterator[Mention]:
    text = document.text
    if not BOOTSTRAP.search(text):  # another kind of definitions: linkers have some
        return
    for match in FROM.finditer(text):
        yield from image.read(of(text, *match.span("image")), "From")
    for match in SECTION.finditer(text):
        yield from shell.read(of(text, *match.span("body")), f"%{match['name']}")
