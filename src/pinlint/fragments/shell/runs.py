"""One command after another that differ in their versions alone: what the script does for each of several."""

from __future__ import annotations

from pinlint.fragments.shell.words import Word
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.precision import parts

DIGITS = later(r"\d+")
EACH = "the script does the same for other versions"
Place = tuple[str, int, int]


class Runs:
    """The runs of like commands in a script, and what each command of one says of a subject, down to the minor version."""

    def __init__(self) -> None:
        self.shape: tuple[str, ...] = ()
        self.run = 0
        self.command = 0
        self.runs: dict[Place, tuple[int, str]] = {}
        self.said: dict[tuple[int, str], dict[int, set[str]]] = {}

    def enter(self, command: list[Word]) -> None:
        shape = tuple(DIGITS.sub("0", word.text) for word in command)
        self.run += shape != self.shape
        self.shape = shape
        self.command += 1

    def note(self, mention: Mention) -> None:
        if mention.role == "uses" and mention.item is None and len(minor := parts(mention.version)[:2]) > 1:
            key = self.run, mention.subject
            self.runs[mention.subject, mention.start, mention.end] = key
            self.said.setdefault(key, {}).setdefault(self.command, set()).add(".".join(minor))

    def settle(self, mention: Mention) -> Mention:
        """The mention, as one of several where the commands of its run name different versions."""
        key = self.runs.get((mention.subject, mention.start, mention.end))
        if key is None or len({frozenset(versions) for versions in self.said[key].values()}) < 2:
            return mention
        return mention._replace(role="supports", frozen=mention.frozen or EACH)
