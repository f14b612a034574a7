"""Rows that vary a job: one of several versions each, of a list that is no list in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pinlint.fragments.setting import TOX
from pinlint.model import Mention
from pinlint.readers.tree import Scalar


def vary(found: Iterable[Mention], where: str) -> Iterator[Mention]:
    """The mentions of rows, told as versions that the list called `where` supports."""
    for each in found:
        if each.role in ("uses", "supports"):
            name = each.where.rpartition(".")[2]
            yield each._replace(role="supports", item=None, where=f"{where}.{name}")
        else:
            yield each


def repeated(found: list[Mention]) -> Iterator[Mention]:
    """The mentions of one row. `toxenv: py37` beside `python: "3.7"` repeats that version, and moves along with it."""
    stated = [m for m in found if m.version and not _names_environments(m)]
    for each in found:
        target = next((m for m in stated if m.subject == each.subject and f"{m.version}.".startswith(f"{each.version}.")), None)
        if target and _names_environments(each):
            yield each._replace(role="label", item=None, labels=target.start)
        else:
            yield each


def repeated_in(found: Iterable[Mention], rows: list[list[Scalar]]) -> Iterator[Mention]:
    """The mentions of a job; those that stand in one of the rows as `repeated` tells them."""
    in_rows: dict[int, list[Mention]] = {}
    for each in found:
        row = next((i for i, row in enumerate(rows) if any(s.start <= each.start < s.end for s in row)), -1)
        in_rows.setdefault(row, []).append(each)
    for row, mentions in in_rows.items():
        yield from repeated(mentions) if row >= 0 else mentions


def _names_environments(found: Mention) -> bool:
    return TOX.fullmatch(found.where.rpartition(".")[2]) is not None
