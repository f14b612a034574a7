"""`tasks.py`, `fabfile.py`: the commands that Invoke and Fabric run; read by Python's parser, never run."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import shell
from pinlint.model import Document, Mention, Unreadable
from pinlint.readers import python
from pinlint.readers.tree import Scalar

FILES = ("tasks.py", "fabfile.py")
RUN = frozenset(("run", "sudo", "local"))


def extract(document: Document) -> Iterator[Mention]:
    """The commands alone: a package may have a module called tasks, too, and all else in it is its own business."""
    if ".run(" not in document.text and ".sudo(" not in document.text and "local(" not in document.text:
        return
    try:
        source = python.read(document.text)
    except Unreadable:  # whatever runs this file will say so
        return
    for call in source.calls:
        if call.name.rpartition(".")[2] in RUN:
            for argument in call.arguments[:1]:
                if isinstance(argument, Scalar):
                    yield from shell.read(argument.value(), f"{call.function} {call.name}".strip())
