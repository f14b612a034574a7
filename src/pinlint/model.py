"""The nouns: what is read, what is found in it, and what is said about it. Imports nothing of ours but errors."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from pinlint.errors import PinlintError as PinlintError
from pinlint.errors import Unreadable as Unreadable


@lru_cache(maxsize=4)
def _starts(text: str) -> list[int]:
    """The offset at which each line begins."""
    return [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]


class Document(NamedTuple):
    """One file, decoded once. `text` keeps every newline as it is; bytes that are not UTF-8 are surrogate escapes.

    `path` is relative to the root, with forward slashes. `bom` is the byte order mark taken off the front, or empty.
    All offsets in pinlint are 0-based character indexes into `text`.
    """

    path: str
    text: str
    bom: bytes = b""

    def encode(self, text: str) -> bytes:
        """The bytes of the file if its text were `text`."""
        return self.bom + text.encode("utf-8", "surrogateescape")

    def line(self, offset: int) -> int:
        """The 1-based line of a 0-based character offset. A lone CR ends no line."""
        return bisect_right(_starts(self.text), offset)

    def offset(self, line: int) -> int:
        """The character offset at which a 1-based line begins."""
        at = 0
        for _ in range(line - 1):
            at = self.text.find("\n", at) + 1
        return at

    def column(self, offset: int) -> int:
        """The 1-based column, in characters, of a 0-based character offset."""
        return offset - self.text.rfind("\n", 0, offset)


class Item(NamedTuple):
    """One element of a list of versions: which list (unique in its document), and the span of the whole element.

    The span takes in quotes and fixed words (`"Programming Language :: Python :: 3.7"`), not the separator: a list is
    edited by copying an element, changing its version, and repeating the separator that stands between two of them.
    """

    list: str
    start: int
    end: int
    promised: bool = False  # the list owes all that is supported, even with one element


BRANCH = " branch "
"""What stands in the name that places share because one version more would make the branches of a script a choice."""

UNDER_MARKER = " under a marker"
"""What `where` ends in for a requirement that holds for some only: another may say another version for the others."""


class Mention(NamedTuple):
    """A place that writes down a version of a subject; `start` and `end` span the version's own text alone.

    A floating place (`latest`, `pip install pip-tools`) has an empty `version` and spans what names the subject; one
    whose variable can't be followed has an empty `version` and the notation `unresolved`.
    """

    subject: str  # canonical name, see names.canonical
    start: int
    end: int
    text: str  # document.text[start:end]
    notation: str  # a key of notations.NOTATIONS, or floating, or unresolved
    role: str  # uses, supports, floor, output, label
    where: str  # for people: jobs.test.steps[1].with.python-version
    version: str = ""  # dotted, as read: py37 gives 3.7
    via: str = ""  # how a variable led here: "FROM line 3, from ARG PYTHON_VERSION"
    item: Item | None = None
    frozen: str = ""  # why this place is never edited; empty where it may be
    plain: str = ""  # the quote to use if the span, a whole plain YAML scalar, would not read as itself: 3.10 is 3.1
    labels: int = -1  # for a label: the `start` of the mention it repeats
    tied: str = ""  # names, a line each, that several places share: all of them move, or none


class Edit(NamedTuple):
    """Replace the characters from `start` to `end` by `text`."""

    start: int
    end: int
    text: str


class Finding(NamedTuple):
    """Something to tell the user. Offsets as in Mention; a finding about a whole file has start = end = 0."""

    rule: str
    severity: str  # error or advice
    message: str
    path: str
    start: int
    end: int
    mention: Mention | None = None
    pin: str = ""
    expected: str | None = None  # what the span should say; None without a safe edit
    edits: tuple[Edit, ...] = ()


def promised(mention: Mention) -> Mention:
    """The mention as an element of a list that owes all that is supported: of classifiers, environments to test."""
    return mention._replace(item=mention.item._replace(promised=True)) if mention.item else mention


def order(finding: Finding) -> tuple[str, int, int, str, str]:
    """The order of a report: by place."""
    return finding.path, finding.start, finding.end, finding.rule, finding.message
