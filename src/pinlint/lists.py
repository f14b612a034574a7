"""Edits that make a list of versions say what is supported, in the list's own style.

An element is added by copying its neighbour, changing the version, and repeating what stands between two elements; one
is dropped with its separator, or with its lines where it has lines of its own. One that says more than its version, which
no element that stays says, is not dropped: it comes to say the supported version next to its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import notations, pypy, separators
from pinlint.elements import Elements
from pinlint.model import Edit, Item, Mention
from pinlint.patterns import later
from pinlint.quoting import quoted
from pinlint.ranges import numbers

# In lines of one element it is about that one. Quotes may hold what looks like one.
COMMENT = later(r"(?m)(?<=\S)[ \t]+#[^\r\n\"']*(?=\r?$)(?!\Z)|^[ \t]*#[^\n]*\n")
COLUMNS = later(r"[\"']?,?( {2,})")


def edits(text: str, mentions: list[Mention], wanted: tuple[str, ...]) -> tuple[Edit, ...]:
    """What makes `mentions`, one list in order, say just `wanted`; empty where no safe edit is known."""
    says = {m.item: m.version for m in mentions}
    if any(m.frozen or m.item is None or says[m.item] != m.version for m in mentions):
        return ()  # one that may not be edited, or that says two versions at once and can't be copied
    kept, dropped, added = _sorted(mentions, wanted)
    stays = [m for m in mentions if m not in dropped]
    if len(stays) < 2 and len(wanted) < 2 and len(mentions) > 1 and separators.tuple_of(text, mentions):
        return ()
    elements = Elements(text, mentions)
    made = [Edit(m.start, m.end, text_) for m in stays if (text_ := quoted(m.text, m.plain)) != m.text]
    written: dict[str, str] = {}
    moved = _moved(elements, wanted)
    for old, new in moved.items():
        spelled = notations.write(old.notation, new, old.text)
        if spelled is None or written.setdefault(spelled, new) != new:
            return ()  # to `3`, 3.9 and 3.10 are the same
        made.append(Edit(old.start, old.end, quoted(spelled, old.plain)))
        if new in added:
            kept[new] = old
            added.remove(new)
    order = [numbers(m.version) for m in mentions]
    falling = len(order) > 1 and order == sorted(order, reverse=True)
    opened = _opened(elements, kept, added)
    made += opened
    for new in sorted(() if opened else added, key=numbers, reverse=falling):
        insertions = list(_insert(elements, kept, new, falling))
        if not insertions:
            return ()
        made += insertions
    going = dict.fromkeys(m.item for m in mentions if m.item and m in dropped and m not in moved)
    going |= dict.fromkeys(pypy.left_alone(text, mentions, wanted))
    removals = separators.remove(text, list(going), sorted({*going, *elements.items}, key=lambda item: item.start))
    return tuple(_merge([*made, *removals])) if removals is not None else ()


def lost(text: str, mentions: list[Mention], wanted: tuple[str, ...]) -> str:
    """The first element that says more than a version, can't be dropped and can't say another version; mostly none."""
    elements = Elements(text, mentions)
    moved = _moved(elements, wanted) if _sorted(mentions, wanted)[0] else {}
    return next((text[m.item.start : m.item.end] for m in moved if m.item and elements.bound(m.item)), "")


def _sorted(mentions: list[Mention], wanted: tuple[str, ...]) -> tuple[dict[str, Mention], set[Mention], list[str]]:
    """The elements that stay by what they say, those to drop, and the versions to add."""
    kept = {w: m for w in wanted for m in mentions if notations.write(m.notation, w, m.text) == m.text}
    dropped = {m for m in mentions if not any(notations.write(m.notation, w, m.text) == m.text for w in wanted)}
    return kept, dropped, [w for w in wanted if w not in kept]


def _moved(elements: Elements, wanted: tuple[str, ...]) -> dict[Mention, str]:
    """The elements that come to say another version, and which.

    Where nothing stays that could be copied, the old versions become the new ones, one by one. Of those that say the same
    more, which nothing that stays says, the newest moves.
    """
    kept, dropped, _ = _sorted(elements.mentions, wanted)
    news: dict[str, str] = {}
    if not kept:
        olds = sorted({m.version for m in dropped}, key=numbers)
        news = dict(zip(olds, sorted(wanted, key=numbers), strict=False))
    moved = {m: news[m.version] for m in elements.mentions if m in dropped and m.version in news}
    said = {elements.beside(m.item) for m in elements.mentions if m.item and (m not in dropped or m in moved)}
    left = [m for m in elements.mentions if m in dropped and m not in moved]
    for item in dict.fromkeys(m.item for m in sorted(left, key=lambda m: numbers(m.version), reverse=True) if m.item):
        if (beside := elements.beside(item)) not in said:
            said.add(beside)
            moved |= {m: _next(m, wanted) for m in elements.within[item]}
    return moved


def _next(mention: Mention, wanted: tuple[str, ...]) -> str:
    """The version next above the mention's own, or the newest where none is."""
    newer = [w for w in wanted if numbers(w) > numbers(mention.version)]
    return min(newer, key=numbers) if newer else max(wanted, key=numbers)


def _opened(elements: Elements, kept: dict[str, Mention], added: list[str]) -> list[Edit]:
    """The edits that make a list of the one value of a YAML key; none where the elements are no such value."""
    item = elements.items[0]
    block = separators.block(elements.text, item) if item.promised and len(elements.items) == 1 and added else None
    if block is None:
        return []
    start, end, dash, after = block
    copies = {new: _copy(elements, elements.items, new) for new in sorted(added, key=numbers)}
    older = "".join(f"{dash}{copy}" for new, copy in copies.items() if numbers(new) < numbers(next(iter(kept))))
    newer = "".join(f"{dash}{copy}" for new, copy in copies.items() if numbers(new) > numbers(next(iter(kept))))
    return [Edit(start, end, older + dash), Edit(after, after, newer)] if None not in copies.values() else []


def _insert(elements: Elements, kept: dict[str, Mention], new: str, falling: bool) -> Iterator[Edit]:
    """Copies of what says the version next to the new one; none where a guess would be needed."""
    lower = [w for w in kept if (numbers(w) > numbers(new)) == falling]
    edge = (min if falling else max)(lower, key=numbers) if lower else None
    anchor = kept[edge if edge is not None else (max if falling else min)(kept, key=numbers)]
    text, between = elements.text, separators.between(elements.text, elements.items)
    for group in elements.groups(anchor.version):
        first, last, copy = group[0], group[-1], _copy(elements, group, new)
        if copy is None:
            return
        if separators.line(text, first) and separators.line(text, last):
            yield separators.insert_lines(text, elements.items, (first, last), copy, behind=edge is not None)
        elif not between:
            return  # lines that aren't an element alone, or a word of a script: the new one would be part of what is said
        elif edge is not None:
            yield Edit(last.end, last.end, between + copy)
        else:
            yield Edit(first.start, first.start, copy + between)


def _copy(elements: Elements, group: list[Item], new: str) -> str | None:
    """The text of elements that say one version, saying another, without comments. Columns that stand in line stay so."""
    text, out, at, end = elements.text, "", group[0].start, group[-1].end
    for mention in (m for item in group for m in elements.within[item]):
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
