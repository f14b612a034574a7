"""Which commands of a script stand in branches: a `case` over versions chooses one of them, and states none.

Nor does a branch for one version of a variable: what it installs belongs to that version, whichever is used.
"""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import names
from pinlint.fragments.shell.words import Word
from pinlint.model import BRANCH, Mention
from pinlint.patterns import later
from pinlint.precision import parts

OPENS = {"case": 2, "if": 3}  # how many different versions make a choice
CLOSES = {"esac": "case", "fi": "if"}
JOINS = frozenset(("do", "then", "else", "{"))
COMPARED = later(r"\$\{?(?P<name>[A-Za-z_]\w*)\}?")
NUMBER = later(r"v?\d[\w.]*")
ARM = later(r"(?:v|py|cp|cu|cuda|python)?-?(?P<digits>\d[\d.]*\d)(?:\.?\*)?")  # of a `case` over versions: 1.6.0), 3.9*), cu118)
OTHER_ARM = ("*", "-", "?")


class Branches:
    """Each `case` and `if` of a script, and the versions that stand in it.

    One that chooses keeps its versions to itself: the table in an arm of a `case` over options says nothing of the other arms.
    """

    def __init__(self) -> None:
        self.stack: list[int] = []
        self.kinds: list[str] = []
        self.parents: list[int] = []
        self.places: dict[Mention, int] = {}
        self.versions: list[dict[tuple[str, bool], set[str]]] = []
        self.choices: dict[Mention, str] = {}
        self.asked: list[tuple[str, int]] = []  # for each open branch the subject it compares, and where it begins
        self.arms: list[str] = []  # for each open branch the digits of the version that its arm is for
        self.answers: set[Mention] = set()

    def enter(self, command: list[Word]) -> None:
        word = next((w.text for w in command if w.text not in JOINS), "")
        if word in OPENS:
            self.parents.append(self.stack[-1] if self.stack else -1)
            self.stack.append(len(self.kinds))
            self.kinds.append(word)
            self.versions.append({})
            self.asked.append(_compared(command) if word == "if" else ("", 0))
            first = word == "case" and any(w.text == "in" for w in command[-2:-1])  # an arm that stands on the line of its `case`
            self.arms.append(_arm(command[-1].text) if first else "")
        elif self.stack and CLOSES.get(word) == self.kinds[self.stack[-1]]:
            self.stack.pop()
            self.asked.pop()
            self.arms.pop()
        elif self.stack and len(command) == 1 and self.kinds[self.stack[-1]] == "case":
            if ARM.fullmatch(word) or word.startswith(OTHER_ARM):
                self.arms[-1] = _arm(word)

    def note(self, mention: Mention) -> None:
        if self.stack and mention.version:
            self.places[mention] = self.stack[-1]
            # A list is one choice, however long: it may grow by a fix, and has to be there when it is read again.
            choice = mention.item.list if mention.item else ".".join(parts(mention.version)[:2])
            self.choices[mention] = choice
            # What stays when others of its version move is counted apart: no fix may turn two versions into three.
            self.versions[self.stack[-1]].setdefault((mention.subject, bool(mention.frozen)), set()).add(choice)
            asked = any(subject == mention.subject and start < mention.start for subject, start in self.asked)
            if asked or any(arm and mention.version.replace(".", "").startswith(arm) for arm in self.arms):
                self.answers.add(mention)

    def close(self) -> None:
        """The script is over: what doesn't choose hands its versions to the branch around it. Called once."""
        for branch, parent in reversed([*enumerate(self.parents)]):
            for (subject, frozen), versions in self.versions[branch].items():
                if parent >= 0 and not self._choice(branch, subject):
                    self.versions[parent].setdefault((subject, frozen), set()).update(versions)

    def _around(self, mention: Mention) -> Iterator[int]:
        """The branches that the mention stands in, the innermost first."""
        branch = self.places.get(mention, -1)
        while branch >= 0:
            yield branch
            branch = self.parents[branch]

    def _choice(self, branch: int, subject: str) -> bool:
        return self._most(branch, subject) >= OPENS[self.kinds[branch]]

    def _most(self, branch: int, subject: str) -> int:
        return max(len(self.versions[branch].get((subject, frozen), ())) for frozen in (False, True))

    def chooses(self, mention: Mention) -> bool:
        """Whether the mention is one of several versions that branches choose from."""
        if mention in self.answers:
            return True
        return any(self._choice(branch, mention.subject) for branch in self._around(mention))

    def tie(self, mention: Mention) -> str:
        """What ties the mention to others of its version, where one more version would make the branches a choice."""
        if mention.frozen:
            return ""
        near = [b for b in self._around(mention) if self._most(b, mention.subject) + 1 >= OPENS[self.kinds[b]]]
        return f"{BRANCH}{near[-1]}: {mention.subject} {self.choices[mention]}" if near else ""


def _arm(word: str) -> str:
    """The digits of the version that an arm is for; empty for any other arm."""
    match = ARM.fullmatch(word)
    return match["digits"].replace(".", "") if match else ""


def _compared(command: list[Word]) -> tuple[str, int]:
    """The subject whose variable a command compares with one version, `[ $TORCH_VERSION = 2.8.0 ]`, and where it ends."""
    for name, operator, number in zip(command, command[1:], command[2:], strict=False):
        if operator.text in ("=", "==") and (match := COMPARED.fullmatch(name.text)) and NUMBER.fullmatch(number.text):
            return names.variable(match["name"])[0], max((p.start for p in number.value.pieces), default=0)
    return "", 0
