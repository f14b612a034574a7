"""Edits that make a list of versions say what is supported, in the list's own style.

An element is added by copying its neighbour, changing the version, and repeating what stands between two elements; one
is dropped with its separator, or with its lines where it has lines of its own. One that says more than its version, which
no element that stays says, is not dropped: it comes to say the supported version next to its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pinlint import notations, pypy, separators
from pinlint.model import Edit, Item, Mention
from pinlint.patterns import later
from pinlint.quoting import quoted
from pinlint.ranges import numbers

PREFIX = later(r"[A-Za-z]*\Z")
VERSION = later(r"\d[\w.*]*")
SUFFIX = later(r"\A(?:\.[*xX]|t\b|-dev\b)*")
BUILD = later(r"[\w.*]*[ \t]+[\w*]")  # `3.7 *_cpython`
IMAGE = later(r"\w:\w")
# In lines of one element it is about that one. Quotes may hold what looks like one.
COMMENT = later(r"(?m)(?<=\S)[ \t]+#[^\r\n\"']*(?=\r?$)(?!\Z)|^[ \t]*#[^\n]*\n")
COLUMNS = later(r"[\"']?,?( {2,})")


def edits(text: str, elements: list[Mention], wanted: tuple[str, ...]) -> tuple[Edit, ...]:
    """What makes `elements`, one list in order, say just `wanted`; empty where no safe edit is known."""
    if any(m.frozen or m.item is None for m in elements):
        return ()
    kept, dropped, added = _sorted(elements, wanted)
    stays = [m for m in elements if m not in dropped]
    if len(stays) < 2 and len(wanted) < 2 and len(elements) > 1 and separators.tuple_of(text, elements):
        return ()
    made = [Edit(m.start, m.end, text_) for m in stays if (text_ := quoted(m.text, m.plain)) != m.text]
    written: dict[str, str] = {}
    for old, new in _moved(text, elements, wanted).items():
        spelled = notations.write(old.notation, new, old.text)
        if spelled is None or written.setdefault(spelled, new) != new:
            return ()  # to `3`, 3.9 and 3.10 are the same
        made.append(Edit(old.start, old.end, quoted(spelled, old.plain)))
        dropped.remove(old)
        if new in added:
            kept[new] = old
            added.remove(new)
    order = [numbers(m.version) for m in elements]
    falling = len(order) > 1 and order == sorted(order, reverse=True)
    opened = _opened(text, elements, kept, added)
    made += opened
    for new in sorted(() if opened else added, key=numbers, reverse=falling):
        insertions = list(_insert(text, elements, kept, new, falling))
        if not insertions:
            return ()
        made += insertions
    going = list(dict.fromkeys(m.item for m in dropped if m.item))
    going += pypy.left_alone(text, elements, wanted)
    items = sorted({*going, *(m.item for m in elements if m.item)}, key=lambda item: item.start)
    last = separators.tail(text, items, set(going))
    for item in going:
        removal = separators.remove(text, item, items, last=item in last)
        if removal is None:
            return ()
        made.append(removal)
    return tuple(_merge(made))


def lost(text: str, elements: list[Mention], wanted: tuple[str, ...]) -> str:
    """The first element that says more than a version, can't be dropped and can't say another version; mostly none."""
    kept, _, _ = _sorted(elements, wanted)
    moved = [m for m in _moved(text, elements, wanted) if kept and m.item]
    return next((text[m.item.start : m.item.end] for m in moved if m.item and _belongs(text, m.item, m, elements)), "")


def _belongs(text: str, item: Item, mention: Mention, elements: list[Mention]) -> bool:
    """Whether what an element says beside its version is of that version: a build of conda, or the rest of an image's tag."""
    tagged = IMAGE.search(text, item.start, item.end) and any(c.isdigit() for c in _beside(text, item, elements))
    return bool(tagged or BUILD.match(text, mention.start))


def _sorted(elements: list[Mention], wanted: tuple[str, ...]) -> tuple[dict[str, Mention], list[Mention], list[str]]:
    """The elements that stay by what they say, those to drop, and the versions to add."""
    kept = {w: m for w in wanted for m in elements if notations.write(m.notation, w, m.text) == m.text}
    said = [m for m in elements if m not in kept.values()]
    dropped = [m for m in said if not any(notations.write(m.notation, w, m.text) == m.text for w in wanted)]
    return kept, dropped, [w for w in wanted if w not in kept]


def _moved(text: str, elements: list[Mention], wanted: tuple[str, ...]) -> dict[Mention, str]:
    """The elements that come to say another version, and which.

    Where nothing stays that could be copied, the old versions become the new ones, one by one. Of those that say the same
    more, which nothing that stays says, the newest moves.
    """
    kept, dropped, _ = _sorted(elements, wanted)
    news: dict[str, str] = {}
    if not kept:
        olds = sorted({m.version for m in dropped}, key=numbers)
        news = dict(zip(olds, sorted(wanted, key=numbers), strict=False))
    moved = {m: news[m.version] for m in dropped if m.version in news}
    said = {_beside(text, m.item, elements) for m in elements if m.item and (m not in dropped or m in moved)}
    left = [m for m in dropped if m not in moved]
    for item in dict.fromkeys(m.item for m in sorted(left, key=lambda m: numbers(m.version), reverse=True) if m.item):
        if (beside := _beside(text, item, elements)) not in said:
            said.add(beside)
            moved |= {m: _next(m, wanted) for m in left if m.item == item}
    return moved


def _next(mention: Mention, wanted: tuple[str, ...]) -> str:
    """The version next above the mention's own, or the newest where none is."""
    newer = [w for w in wanted if numbers(w) > numbers(mention.version)]
    return min(newer, key=numbers) if newer else max(wanted, key=numbers)


def _beside(text: str, item: Item, elements: list[Mention]) -> str:
    """What an element says beside its version, however that is spelled: `py38-lint` and `3.9-lint` say the same."""
    out, at = "", item.start
    for mention in (m for m in elements if m.item == item):
        before = text[at : mention.start]
        out += PREFIX.sub("", SUFFIX.sub("", before) if out else before) + VERSION.sub("\0", mention.text)
        at = mention.end
    return f"{out}{SUFFIX.sub('', text[at : item.end])}".strip("\"'\\")


def _merge(made: list[Edit]) -> list[Edit]:
    """Insertions at one offset become one edit, in the order they were made; removals that touch become one."""
    merged: list[Edit] = []
    for edit in sorted(made, key=lambda e: (e.start, e.end)):
        last = merged[-1] if merged else None
        if last and (last.start == last.end == edit.start == edit.end or edit.start < last.end and not edit.text + last.text):
            merged[-1] = Edit(last.start, max(last.end, edit.end), last.text + edit.text)
        else:
            merged.append(edit)
    return merged


def _opened(text: str, elements: list[Mention], kept: dict[str, Mention], added: list[str]) -> list[Edit]:
    """The edits that make a list of the one value of a YAML key; none where the elements are no such value."""
    item = elements[0].item
    block = separators.block(text, item) if item and item.promised and len(elements) == 1 and added else None
    if block is None:
        return []
    start, end, dash, after = block
    copies = {new: _copy(text, elements, new) for new in sorted(added, key=numbers)}
    older = "".join(f"{dash}{copy}" for new, copy in copies.items() if numbers(new) < numbers(next(iter(kept))))
    newer = "".join(f"{dash}{copy}" for new, copy in copies.items() if numbers(new) > numbers(next(iter(kept))))
    return [Edit(start, end, older + dash), Edit(after, after, newer)] if None not in copies.values() else []


def _insert(text: str, elements: list[Mention], kept: dict[str, Mention], new: str, falling: bool) -> Iterator[Edit]:
    """Copies of what says the version next to the new one; none where a guess would be needed."""
    lower = [w for w in kept if (numbers(w) > numbers(new)) == falling]
    edge = (min if falling else max)(lower, key=numbers) if lower else None
    anchor = kept[edge if edge is not None else (max if falling else min)(kept, key=numbers)]
    for group in _groups(text, elements, anchor.version):
        first, last, copy = group[0].item, group[-1].item, _copy(text, group, new)
        assert first is not None and last is not None
        between = separators.between(text, elements)
        if copy is None:
            return
        if separators.line(text, first) and separators.line(text, last):
            yield separators.insert_lines(text, elements, (first, last), copy, behind=edge is not None)
        elif not between:
            return  # lines that aren't an element alone, or a word of a script: the new one would be part of what is said
        elif edge is not None:
            yield Edit(last.end, last.end, between + copy)
        else:
            yield Edit(first.start, first.start, copy + between)


def _groups(text: str, elements: list[Mention], version: str) -> list[list[Mention]]:
    """The elements of one version, in groups that stand together; none where it is a guess which of them to copy.

    Where they stand apart, those whose like says another version beside them: of `py37, py38, lint-py38` the second is one of
    two, and the third alone.
    """
    parts: list[list[Mention]] = [[]]
    for one, other in pairwise([*elements, None]):
        assert one is not None and one.item is not None
        parts[-1].append(one)
        if other is not None and other.item is not None and not separators.adjoin(text, one.item, other.item):
            parts.append([])
    groups = [run for part in parts for run in _runs(part, version)]
    if len(groups) == 1:
        return groups
    chosen = []
    for part in parts:
        alike: dict[str, list[Mention]] = {}
        for m in part:
            alike.setdefault(_beside(text, m.item, elements) if m.item else "", []).append(m)
        for run in _runs(part, version):
            chosen.append([m for m in run if any(m in same and len({m.version for m in same}) > 1 for same in alike.values())])
        if any(len(_runs([m for m in part if m.version != version or m in same], version)) > 1 for same in alike.values()):
            return []
    return [run for run in chosen if run]


def _runs(elements: list[Mention], version: str) -> list[list[Mention]]:
    """The elements of one version, next to each other."""
    runs: list[list[Mention]] = [[]]
    for mention in elements:
        if mention.version == version:
            runs[-1].append(mention)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _copy(text: str, group: list[Mention], new: str) -> str | None:
    """The text of elements that say one version, saying another, without comments. Columns that stand in line stay so."""
    assert group[0].item is not None and group[-1].item is not None
    out, at, end = "", group[0].item.start, group[-1].item.end
    for mention in group:
        spelled = notations.write(mention.notation, new, mention.text)
        if spelled is None:
            return None
        spelled = quoted(spelled, mention.plain)
        out += text[at : mention.start] + spelled
        at = mention.end
        if (gap := COLUMNS.match(text, at)) and gap.end() < end:
            out += text[at : gap.start(1)] + " " * max(1, len(gap[1]) + len(mention.text) - len(spelled))
            at = gap.end()
    return COMMENT.sub("", out + text[at:end])
