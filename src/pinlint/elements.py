"""The elements of one list, in order: where each stands, what it says beside its version, and which stand together."""

from __future__ import annotations

from itertools import pairwise

from pinlint import separators
from pinlint.model import Item, Mention
from pinlint.patterns import later

PREFIX = later(r"[A-Za-z]*\Z")
VERSION = later(r"\d[\w.*]*")
SUFFIX = later(r"\A(?:\.[*xX]|t\b|-dev\b)*")
BUILD = later(r"[\w.*]*[ \t]+[\w*]")  # `3.7 *_cpython`
IMAGE = later(r"\w:\w")


class Elements:
    """`mentions` are those of one list in order, each of an item of `text`; several may be of one item."""

    def __init__(self, text: str, mentions: list[Mention]) -> None:
        self.text = text
        self.mentions = mentions
        self.within: dict[Item, list[Mention]] = {}
        for m in mentions:
            if m.item:
                self.within.setdefault(m.item, []).append(m)
        self.items = list(self.within)
        self._beside: dict[Item, str] = {}

    def beside(self, item: Item) -> str:
        """What an element says beside its version, however that is spelled: `py38-lint` and `3.9-lint` say the same."""
        if item not in self._beside:
            self._beside[item] = self._read(item)
        return self._beside[item]

    def _read(self, item: Item) -> str:
        out, at = "", item.start
        for m in self.within[item]:
            before = self.text[at : m.start]
            out += PREFIX.sub("", SUFFIX.sub("", before) if out else before) + VERSION.sub("\0", m.text)
            at = m.end
        return f"{out}{SUFFIX.sub('', self.text[at : item.end])}".strip("\"'\\")

    def bound(self, item: Item) -> bool:
        """Whether what an element says beside its version is of that version: a build of conda, or the rest of an image's tag."""
        tagged = IMAGE.search(self.text, item.start, item.end) and any(c.isdigit() for c in self.beside(item))
        return bool(tagged) or any(BUILD.match(self.text, m.start) for m in self.within[item])

    def groups(self, version: str) -> list[list[Item]]:
        """The elements that say a version, in groups that stand together; none where it is a guess which of them to copy.

        Where they stand apart, those whose like says another version beside them: of `py37, py38, lint-py38` the second is one
        of two, and the third alone.
        """
        parts: list[list[Item]] = [self.items[:1]]
        for one, other in pairwise(self.items):
            if not separators.adjoin(self.text, one, other):
                parts.append([])
            parts[-1].append(other)
        runs = [run for part in parts for run in self._runs(part, version)]
        if len(runs) == 1:
            return runs
        chosen = []
        for part in parts:
            alike: dict[str, list[Item]] = {}
            for item in part:
                alike.setdefault(self.beside(item), []).append(item)
            several = {beside for beside, same in alike.items() if len({self.within[item][0].version for item in same}) > 1}
            runs = self._runs(part, version)
            for beside in several:
                if sum(any(self.beside(item) == beside for item in run) for run in runs) > 1:
                    return []
            chosen += [[item for item in run if self.beside(item) in several] for run in runs]
        return [run for run in chosen if run]

    def _runs(self, items: list[Item], version: str) -> list[list[Item]]:
        """The elements of one version, next to each other."""
        runs: list[list[Item]] = [[]]
        for item in items:
            if self.within[item][0].version == version:
                runs[-1].append(item)
            elif runs[-1]:
                runs.append([])
        return [run for run in runs if run]
