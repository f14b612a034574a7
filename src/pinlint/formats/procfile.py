"""`Procfile`: the commands of the processes that a platform starts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import shell
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import of

FILES = ("Procfile", "Procfile.*")
PROCESS = later(r"^(?P<name>[A-Za-z][\w-]*):[ \t]*(?P<command>[^\r\n]+)", re.MULTILINE)


def extract(document: Document) -> Iterator[Mention]:
    for match in PROCESS.finditer(document.text):
        yield from shell.read(of(document.text, *match.span("command")), match["name"])
