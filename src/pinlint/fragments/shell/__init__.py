"""The one reader of shell: `RUN`, `run:`, recipes and scripts. Variables that the script assigns are followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import value
from pinlint.fragments import assignment, paths
from pinlint.fragments.shell import repeats
from pinlint.fragments.shell.arguments import elements
from pinlint.fragments.shell.branches import Branches
from pinlint.fragments.shell.commands import SILENT, base
from pinlint.fragments.shell.commands import read as read_command
from pinlint.fragments.shell.runs import Runs
from pinlint.fragments.shell.words import Word, commands
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.value import Lookup, Value

VARIABLE = later(
    r"\$(?P<brace>\{)?(?P<name>[A-Za-z_]\w*|(?(brace)\d))(?(brace)(?::?[-=](?P<quote>[\"']?)(?P<default>[^{}]*?)(?P=quote))?\})"
)
DEFAULT = later(r"\$\{(?P<name>[A-Za-z_]\w*):?-(?P<quote>[\"']?)(?P<value>[^{}$]+?)(?P=quote)\}")
ASSIGNMENT = later(r"(?P<name>[A-Za-z_]\w*)=(?P<value>.*)", re.DOTALL)
UNSET = later(r"\$\{(?P<name>[A-Za-z_]\w*):?=(?P<value>[^{}$]*)\}")  # `: ${NAME:=value}`
POWERSHELL = later(r"\$(?i:env:)?(?P<name>[A-Za-z_]\w*)")
POWERSHELL_JOINED = later(r"\$(?i:env:)?(?P<name>[A-Za-z_]\w*)=(?P<value>.+)", re.DOTALL)
DECLARES = frozenset("export readonly local declare typeset set env".split())
UNKNOWN = later(r"\$|[^$]*\$\(")  # what a variable holds by an argument or another program
REPEATED = 64  # places that give a variable the same value
FOLLOWED = 20_000  # variables followed in one script; ltmain.sh of libtool would ask for millions
PIECES = 200  # of one variable's value: a script that adds to a list in many places may reach thousands
SPACE = later(r"\S+")
# Of what is said to people and done to files, this is a path in use: one that is written into a file, and what lies
# inside of a version's folder. Who takes away the folder itself has no use for that version any more.
WRITTEN = later(r"(?:(?:export +|set +)?[A-Za-z_]\w*=[\"']?)?/\S*")
INSIDE = later(r"/\S*(?:/python3\.\d+/(?:site|dist)-packages/|/cuda-\d+\.\d+/)\S+")
USED = {"echo": WRITTEN, "printf": WRITTEN, "rm": INSIDE}
NAME = later(r"[a-z][\w.-]{0,20}")


def read(script: Value, where: str, lookup: Lookup | None = None, role: str = "uses") -> Iterator[Mention]:
    """Every mention in a script or a single command. `lookup` gives the variables that come from outside."""
    parsed = list(commands(script))
    scope = _Scope(lookup, _given(parsed))
    branches = Branches()
    found: dict[tuple[str, int, int], Mention] = {}
    runs = Runs()
    for command in parsed:
        branches.enter(command)
        runs.enter(command)
        for mention in _command(command, where, scope, role):
            runs.note(mention)
            key = (mention.subject, mention.start, mention.end)
            known = found.get(key)
            if known is None or known.where.endswith("=") and not mention.where.endswith("="):
                found[key] = mention
                branches.note(mention)
    branches.close()
    stated = scope.settled([runs.settle(m) for m in found.values() if not branches.chooses(m)])
    kept = [m._replace(tied=_tie(m, script, scope, branches)) for m in stated]
    yield from repeats.read(kept, script)


def _tie(mention: Mention, script: Value, scope: _Scope, branches: Branches) -> str:
    """What ties the mention to others, since one that moved alone would leave a script that reads otherwise."""
    name = scope.disputed.get(mention.start)
    more = (f" {name} {mention.subject}" if name else "", branches.tie(mention))
    return "\n".join(filter(None, (scope.tied.get(mention.start) or mention.tied, *(f"{script.start}{tie}" for tie in more if tie))))


class _Scope:
    """The variables at one line of a script."""

    def __init__(self, outer: Lookup | None, given: dict[str, list[Value]]) -> None:
        self.outer = outer
        # Assigned differently in several branches: nobody can say which runs.
        self.chosen = frozenset(name for name, values in given.items() if len({v.text for v in values}) > 1)
        self.given = {
            name: values[:REPEATED] for name, values in given.items() if len(values) > 1 and name not in self.chosen
        }
        self.values: dict[str, list[Value]] = {}
        self.disputed: dict[int, str] = {}  # where a variable is given a version that another place may deny
        self.loops: set[str] = set()  # whose variable takes nothing from what was said before
        self.tied: dict[int, str] = {}  # where a variable is given what another place gives it, too
        self.left = FOLLOWED

    def __call__(self, name: str) -> list[Value]:
        if name in self.chosen:
            return []
        return self.values.get(name) or (self.outer(name) if self.outer else [])

    def expand(self, word: Word) -> list[Value]:
        if "$" not in word.text:
            return [word.value]
        most = min(value.MOST, self.left)
        budget = [most]
        expanded = value.expand(word.value, VARIABLE, self, budget=budget)
        self.left -= most - max(budget[0], 0)
        return expanded

    def assign(self, name: str, values: list[Value], *, loop: bool = False) -> None:
        new = [
            Value(v.text, tuple(p._replace(via=p.via or name) for p in v.pieces))
            for v in values
            if not UNKNOWN.match(v.text) and len(v.pieces) <= PIECES
        ]
        if loop or name in self.loops:
            self.loops = self.loops | {name} if loop else self.loops - {name}
            self.values[name] = new[-REPEATED:]
            return
        # Said twice, both places count: were one alone put right, nobody could say any more which of them runs.
        texts = {v.text for v in new}
        places = [v for v in (*self.values.get(name, []), *self.given.get(name, [])) if v.text in texts]
        known = {v.start: v for v in (*places, *new)} if places else {}
        self.values[name] = list(known.values())[-REPEATED:] if places else new[-REPEATED:]
        if len(known) > 1:
            starts = [p.start for v in known.values() for p in v.pieces if not p.item]
            self.tied.update((start, self.tied.get(start) or f"{name}@{min(starts)}") for start in starts)

    def settled(self, mentions: list[Mention]) -> list[Mention]:
        """The mentions less those of which one variable is given several versions."""
        versions: dict[tuple[str, str], set[str]] = {}
        for mention in mentions:
            if name := self.disputed.get(mention.start):
                versions.setdefault((name, mention.subject), set()).add(mention.version)
        return [m for m in mentions if len(versions.get((self.disputed.get(m.start, ""), m.subject), ())) < 2]

    def stating(self, words: list[Value]) -> list[Value]:
        """The words less the assignments in front, also those of `export`, to variables that are given others, too."""
        kept: list[Value] = []
        for at, word in enumerate(words):
            match = ASSIGNMENT.fullmatch(word.text)
            if match is None and word.text not in DECLARES and not word.text.startswith("-"):
                return kept + words[at:]
            if match is None or match["name"] not in self.chosen:
                kept.append(word)
        return kept


def _assignments(command: list[Word]) -> list[tuple[str, Word]]:
    """The assignments a command begins with, also those of `export`."""
    found = []
    unset = command[0].text == ":"
    for word in command[unset:]:
        if match := (UNSET if unset else ASSIGNMENT).fullmatch(word.text):
            inner = word.value.slice(*match.span("value"))
            found.append((match["name"], Word(inner, word.quoted)))
        elif word.text not in DECLARES and not word.text.startswith("-"):
            break
    return found


def _powershell(command: list[Word]) -> list[tuple[str, Word]]:
    """The assignment `$env:PYTHON_VERSION = "3.7"`, whose parts are words of their own."""
    texts = [word.text for word in command]
    if len(command) == 3 and texts[1] == "=" and (match := POWERSHELL.fullmatch(texts[0])):
        return [(match["name"], command[2])]
    if match := POWERSHELL_JOINED.fullmatch(texts[0]):
        return [(match["name"], Word(command[0].value.slice(*match.span("value")), command[0].quoted))]
    return []


def _given(parsed: list[list[Word]]) -> dict[str, list[Value]]:
    """Each variable with all that the script's lines assign to it, where no other variable is part of that."""
    given: dict[str, list[Value]] = {}
    for command in parsed:
        for name, word in _assignments(command) or _powershell(command):
            if word.text and "$" not in word.text:
                via = tuple(p._replace(via=p.via or name) for p in word.value.pieces)
                given.setdefault(name, []).append(Value(word.text, via))
    return given


def _command(command: list[Word], where: str, scope: _Scope, role: str) -> Iterator[Mention]:
    if command[0].text == "for" and len(command) > 3 and command[2].text == "in":
        scope.assign(command[1].text, _elements(command[3:], scope, f"{where} for {command[1].text}".strip()), loop=True)
        return
    assigned = _assignments(command) or _powershell(command)
    for name, word in assigned:
        expanded = scope.expand(word)
        scope.assign(name, expanded)
        for one in expanded:
            for mention in assignment.read(name, one, f"{where} {name}=".strip()):
                if name in scope.chosen:
                    scope.disputed[mention.start] = name
                yield mention
    for word in command:
        for match in DEFAULT.finditer(word.text) if "${" in word.text else ():
            if not scope(match["name"]) and match["name"] not in scope.chosen:
                default = word.value.slice(*match.span("value"))
                yield from assignment.read(match["name"], default, f"{where} {match['name']}=".strip())
    for words in _alternatives(command, scope):
        if assigned and scope.chosen:
            words = scope.stating(words)
        yield from read_command(words, where, role, lambda script: read(script, where, scope, role))
        name = base(words[0].text) if words else ""
        if words and not assigned and (name not in SILENT or name in USED):
            for argument in words:
                if any(piece.item for piece in argument.pieces):  # a loop looks for what is there
                    continue
                if name not in USED or USED[name].fullmatch(argument.text):
                    yield from paths.read(argument, f"{where} {name}".strip() if NAME.fullmatch(name) else where, role)


def _alternatives(command: list[Word], scope: _Scope) -> Iterator[list[Value]]:
    """The command's words with variables followed: once for each value that a loop's variable takes."""
    if not any("$" in word.text for word in command):
        yield [word.value for word in command]
        return
    expanded = [(word, scope.expand(word)) for word in command]
    for turn in range(max(len(values) for _, values in expanded)):
        words = []
        for word, values in expanded:
            one = values[min(turn, len(values) - 1)]
            if word.quoted or one.text == word.text or "$(" in one.text:
                words.append(one)
            else:
                words.extend(one.slice(*m.span()) for m in SPACE.finditer(one.text))
        yield words


def _elements(words: list[Word], scope: _Scope, key: str) -> list[Value]:
    """The elements of a loop's list, each knowing that it is one of several."""
    values = []
    for word in words:
        for one in scope.expand(word):
            whole = word.quoted or "$(" in one.text  # what a function of Make or a command makes of its words isn't known
            values.extend([one] if whole else [one.slice(*m.span()) for m in SPACE.finditer(one.text)])
    return elements(values, key)
