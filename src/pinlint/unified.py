"""The change of one document as a unified diff that `patch` and `git apply` take."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby

from pinlint.model import Document

CONTEXT = 3  # lines around a change


class _Matcher(SequenceMatcher[str]):
    """Lines that have only changed where they stand are compared one by one, which is exact and takes no time.

    Of long files difflib takes lines that occur often for junk by itself, and shows them as changed.
    """

    def __init__(self, old: list[str], new: list[str]) -> None:
        super().__init__(None, old, new, autojunk=False)
        self.old, self.new = old, new

    def get_opcodes(self) -> list[tuple[str, int, int, int, int]]:  # type: ignore[override]
        changed = [(old, new) for old, new in zip(self.old, self.new, strict=False) if old != new]
        moved = {old for old, _ in changed} & {new for _, new in changed}
        if moved or len(self.old) != len(self.new):
            return list(super().get_opcodes())
        found = []
        for same, numbers in groupby(range(len(self.old)), key=lambda i: self.old[i] == self.new[i]):
            run = list(numbers)
            found.append(("equal" if same else "replace", run[0], run[-1] + 1, run[0], run[-1] + 1))
        return found


def diff(before: Document, after: Document) -> str:
    """The change as text; bytes that are not UTF-8 are surrogate escapes. Empty if nothing has changed."""
    lines = list(_hunks(_lines(before), _lines(after)))
    head = [f"--- {_name(f'a/{before.path}')}\n", f"+++ {_name(f'b/{before.path}')}\n"] if lines else []
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in [*head, *lines])


def _hunks(old: list[str], new: list[str]) -> Iterator[str]:
    for group in _Matcher(old, new).get_grouped_opcodes(CONTEXT):
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
        for kind, low, high, new_low, new_high in group:
            if kind == "equal":
                yield from (f" {line}" for line in old[low:high])
            else:
                yield from (f"-{line}" for line in old[low:high])
                yield from (f"+{line}" for line in new[new_low:new_high])


def _range(start: int, stop: int) -> str:
    """Lines as a hunk's head has them: 1-based, and how many if not one; of none, the line before."""
    count = stop - start
    return f"{start + 1}" if count == 1 else f"{start + (count > 0)},{count}"


def _lines(document: Document) -> list[str]:
    """The lines as git has them: a newline alone ends one."""
    *whole, last = (document.bom.decode() + document.text).split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])


def _name(path: str) -> str:
    """A path as git writes it into a diff: quoted like a string of C where it has to be, a tab behind one with spaces."""
    if path.isprintable() and not set(path) & set('"\\'):
        return f"{path}\t" if " " in path else path
    octets = path.encode("utf-8", "surrogateescape")
    return '"' + "".join(chr(o) if 32 <= o < 127 and o not in b'"\\' else f"\\{o:03o}" for o in octets) + '"'
