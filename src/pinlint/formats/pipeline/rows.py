"""Rows that vary a job: one of several versions each, of a list that is no list in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pinlint.model import Mention


def vary(found: Iterable[Mention], where: str) -> Iterator[Mention]:
    """The mentions of rows, told as versions that the list called `where` supports."""
    for each in found:
        if each.role in ("uses", "supports"):
            name = each.where.rpartition(".")[2]
            yield each._replace(role="supports", item=None, where=f"{where}.{name}")
        else:
            yield each
