"""Which commands of a script stand in branches: a `case` over versions chooses one of them, and states none."""

from __future__ import annotations

from pinlint.fragments.shell.words import Word
from pinlint.model import Mention
from pinlint.notations import parts

OPENS = {"case": 2, "if": 3}  # how many different versions make a choice
CLOSES = {"esac": "case", "fi": "if"}
JOINS = frozenset(("do", "then", "else", "{"))


class Branches:
    """The outermost `case` or `if` at each command, and the versions that were met inside of it."""

    def __init__(self) -> None:
        self.stack: list[str] = []
        self.count = 0
        self.places: dict[Mention, tuple[int, str]] = {}
        self.versions: dict[tuple[int, str], set[str]] = {}
        self.kinds: dict[int, str] = {}

    def enter(self, command: list[Word]) -> None:
        word = next((w.text for w in command if w.text not in JOINS), "")
        if word in OPENS:
            if not self.stack:
                self.count += 1
                self.kinds[self.count] = word
            self.stack.append(word)
        elif CLOSES.get(word) in self.stack[-1:]:
            self.stack.pop()

    def note(self, mention: Mention) -> None:
        if self.stack and mention.version:
            place = (self.count, mention.subject)
            self.places[mention] = place
            # A list is one choice, however long: it may grow by a fix, and has to be there when it is read again.
            choice = mention.item.list if mention.item else ".".join(parts(mention.version)[:2])
            self.versions.setdefault(place, set()).add(choice)

    def chooses(self, mention: Mention) -> bool:
        """Whether the mention is one of several versions that branches choose from."""
        place = self.places.get(mention)
        return place is not None and len(self.versions[place]) >= OPENS[self.kinds[place[0]]]
