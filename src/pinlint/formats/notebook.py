"""Jupyter notebooks: `!` and `%` commands, `%%bash` cells, and assertions of a version."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import assertion, shell
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.readers import notebook
from pinlint.value import Value

FILES = ("*.ipynb",)
UNREAD = (
    ("`language_info` and the kernel's name", "whoever ran the notebook last left them there; the format `recorded-kernel` reads them"),
)

MAGIC = later(r"%%(?:bash|sh|script\s+(?:ba)?sh)\b[^\n]*\n")
MARKS = ("!", "%", "__version__")
WORTH = later(r"__version__|(?:\"|\\n)(?:[ \t]|\\t)*(?:!|%(?:pip|conda|mamba|uv|%bash|%sh|%script)\b)")
COMMAND = later(r"^[ \t]*(?:!|%(?=(?:pip|conda|mamba|uv)\b))(?P<command>(?:[^\n\\]|\\\n|\\.)*)", re.MULTILINE)


def extract(document: Document) -> Iterator[Mention]:
    """Code cells alone: outputs and metadata record what once ran."""
    for number, code in notebook.cells(document.text, _worth):
        yield from _cell(code, f"cells[{number}]")


def _worth(json: str) -> bool:
    """Whether there may be a command or an assertion: plain searches first, which most cells don't get past."""
    return any(mark in json for mark in MARKS) and WORTH.search(json) is not None


def _cell(code: Value, where: str) -> Iterator[Mention]:
    magic = MAGIC.match(code.text)
    if magic:
        yield from shell.read(code.slice(magic.end(), len(code.text)), where)
        return
    for match in COMMAND.finditer(code.text):
        yield from shell.read(code.slice(*match.span("command")), where)
    yield from assertion.read(code, where)
