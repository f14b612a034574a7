"""All text files that no other format reads: lists of requirements, told by what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats import requirements
from pinlint.fragments import requirement
from pinlint.model import Document, Mention
from pinlint.patterns import later

FILES = ("*.txt",)
LARGEST = 100_000  # characters
NOTHING = later(r"\s*(?:#.*)?")
OPTION = later(r"-(?:r|c|e|f|i|-[a-z-]+)[= ]\S+(?:\s+#.*)?")
PLAIN = later(r"[A-Za-z][\w.-]*(?:\[[\w, -]*\])?(?:\s+#.*)?")


def extract(document: Document) -> Iterator[Mention]:
    """The requirements, where the file holds nothing else."""
    if len(document.text) < LARGEST and told(document.text):
        yield from requirements.extract(document)


def told(text: str) -> bool:
    """Whether every line is a requirement, an option of pip or a comment, and every second says a version.

    One version is enough beside an option of pip, as `--find-links`: nothing else has such lines.
    """
    bound = plain = options = 0
    for line in text.splitlines():
        line = line.strip()
        if NOTHING.fullmatch(line):
            continue
        if OPTION.fullmatch(line):
            options += 1
        elif requirement.bounded(line):
            bound += 1
        elif PLAIN.fullmatch(line):
            plain += 1
        else:
            return False
    return bound > 0 and (bound >= plain or options > 0)
