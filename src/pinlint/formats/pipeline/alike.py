"""Rows of a job that differ in their version alone: each is an element of a list, which grows and shrinks by rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from pinlint.model import Item, Mention
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar

REFERENCE = later(r"(?:^|(?<=[\s,\[{:]))[&*][\w-]|<<:|[|>][-+]?\d*[ \t]*\r?\n")  # what can't be told twice, or ends elsewhere


def listed(found: Iterable[Mention], rows: list[Node], text: str) -> Iterator[Mention]:
    """The mentions of `rows`, and of what stands around them: those of rows that are alike are elements from here on.

    Rows beside an axis of the same name are no list of their own. `text` is the document's.
    """
    found = list(found)
    starts = [row.start for row in rows]
    if len(rows) < 2 or starts != sorted(set(starts)):
        yield from found
        return
    axes = {name for m in found if m.item and m.role != "label" for name in (m.where, m.item.list)}
    inside: dict[int, list[Mention]] = {}
    for m in found:
        at = bisect_right(starts, m.start) - 1
        if at >= 0 and m.start < rows[at].end:
            inside.setdefault(at, []).append(m)
    alike: dict[tuple[tuple[str, str], ...], list[int]] = {}
    subject = _subject(inside)
    for at, mentions in inside.items() if subject else ():
        mine = [m for m in mentions if m.subject == subject]
        if not _movable(mine) or axes & {m.where for m in mine}:
            continue
        if not REFERENCE.search(text, rows[at].start, _end(rows[at], text)):
            alike.setdefault(_beside(rows[at], mine), []).append(at)
    elements: dict[Mention, Item] = {}
    for same in alike.values():
        several = [[m for m in inside[at] if m.subject == subject] for at in same]
        if len({max((m.version for m in mine), key=len) for mine in several}) > 1:
            for at, mine in zip(same, several, strict=True):
                name = next(m.where for m in mine if m.role == "supports")
                elements |= dict.fromkeys(mine, Item(name, rows[at].start, _end(rows[at], text)))
    for m in found:
        yield m._replace(role="supports", item=elements[m], labels=-1) if m in elements else m


def _subject(inside: dict[int, list[Mention]]) -> str:
    """The only subject of which rows say several versions."""
    said: dict[str, set[str]] = {}
    for mentions in inside.values():
        for m in mentions:
            if m.role == "supports":
                said.setdefault(m.subject, set()).add(m.version)
    several = [subject for subject, versions in said.items() if len(versions) > 1]
    return several[0] if len(several) == 1 else ""


def _movable(mentions: list[Mention]) -> bool:
    """Whether the mentions of one row say one version, wherever they stand in it, and may all be edited."""
    versions = sorted((m.version for m in mentions if m.version), key=len)
    return (
        bool(versions)
        and all(f"{versions[-1]}.".startswith(f"{version}.") for version in versions)
        and any(m.role == "supports" for m in mentions)
        and not any(m.frozen or m.tied or m.item and m.role != "label" for m in mentions)
    )


def _beside(row: Node, mentions: list[Mention]) -> tuple[tuple[str, str], ...]:
    """What a row says beside its version: each of its scalars by its path, the versions left out."""
    return tuple(sorted((path, _without(node, mentions)) for path, _, node in row.walk() if isinstance(node, Scalar)))


def _without(scalar: Scalar, mentions: list[Mention]) -> str:
    text, at = "", scalar.inner
    for m in sorted({m[1:3]: m for m in mentions if scalar.inner <= m.start < scalar.inner_end}.values(), key=lambda m: m.start):
        text += scalar.text[at - scalar.inner : m.start - scalar.inner] + "\0"
        at = m.end
    return text + scalar.text[at - scalar.inner :]


def _end(row: Node, text: str) -> int:
    """Where the content of a row ends: a block of YAML goes on to what follows it."""
    parts = [row] if text.startswith(("[", "{"), row.start) else [node for _, _, node in row.walk()]
    return max(node.end for node in parts if isinstance(node, Scalar) or text.startswith(("[", "{"), node.start))
