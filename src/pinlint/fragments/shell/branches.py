"""Which commands of a script stand in branches: a `case` over versions chooses one of them, and states none.

Nor does a branch for one version of a variable: what it installs belongs to that version, whichever is used.
"""

from __future__ import annotations

from pinlint import names
from pinlint.fragments.shell.words import Word
from pinlint.model import Mention
from pinlint.notations import parts
from pinlint.patterns import later

OPENS = {"case": 2, "if": 3}  # how many different versions make a choice
CLOSES = {"esac": "case", "fi": "if"}
JOINS = frozenset(("do", "then", "else", "{"))
COMPARED = later(r"\$\{?(?P<name>[A-Za-z_]\w*)\}?")
NUMBER = later(r"v?\d[\w.]*")


class Branches:
    """The outermost `case` or `if` at each command, and the versions that were met inside of it."""

    def __init__(self) -> None:
        self.stack: list[str] = []
        self.count = 0
        self.places: dict[Mention, tuple[int, str]] = {}
        self.versions: dict[tuple[int, str, bool], set[str]] = {}
        self.kinds: dict[int, str] = {}
        self.choices: dict[Mention, str] = {}
        self.asked: list[tuple[str, int]] = []  # for each open branch the subject it compares, and where it begins
        self.answers: set[Mention] = set()

    def enter(self, command: list[Word]) -> None:
        word = next((w.text for w in command if w.text not in JOINS), "")
        if word in OPENS:
            if not self.stack:
                self.count += 1
                self.kinds[self.count] = word
            self.stack.append(word)
            self.asked.append(_compared(command) if word == "if" else ("", 0))
        elif CLOSES.get(word) in self.stack[-1:]:
            self.stack.pop()
            self.asked.pop()

    def note(self, mention: Mention) -> None:
        if self.stack and mention.version:
            place = (self.count, mention.subject)
            self.places[mention] = place
            # A list is one choice, however long: it may grow by a fix, and has to be there when it is read again.
            choice = mention.item.list if mention.item else ".".join(parts(mention.version)[:2])
            self.choices[mention] = choice
            # What stays when others of its version move is counted apart: no fix may turn two versions into three.
            self.versions.setdefault((*place, bool(mention.frozen)), set()).add(choice)
            if any(subject == mention.subject and start < mention.start for subject, start in self.asked):
                self.answers.add(mention)

    def chooses(self, mention: Mention) -> bool:
        """Whether the mention is one of several versions that branches choose from."""
        place = self.places.get(mention)
        if mention in self.answers or place is None:
            return mention in self.answers
        most = max(len(self.versions.get((*place, frozen), ())) for frozen in (False, True))
        return most >= OPENS[self.kinds[place[0]]]

    def tie(self, mention: Mention) -> str:
        """What ties the mention to others of its version, where one more version would make the branches a choice."""
        place = self.places.get(mention)
        if place is None or mention.frozen or len(self.versions[(*place, False)]) + 1 < OPENS[self.kinds[place[0]]]:
            return ""
        return f"branch {place[0]}: {mention.subject} {self.choices[mention]}"


def _compared(command: list[Word]) -> tuple[str, int]:
    """The subject whose variable a command compares with one version, `[ $TORCH_VERSION = 2.8.0 ]`, and where it ends."""
    for name, operator, number in zip(command, command[1:], command[2:], strict=False):
        if operator.text in ("=", "==") and (match := COMPARED.fullmatch(name.text)) and NUMBER.fullmatch(number.text):
            return names.variable(match["name"])[0], max((p.start for p in number.value.pieces), default=0)
    return "", 0
