"""Edits that make a list of versions say what is supported, in the list's own style.

An element is added by copying its neighbour, changing the version, and repeating what stands between two elements; one
is dropped with its separator, or with its line where it has a line of its own.
"""

from __future__ import annotations

import re

from pinlint import notations
from pinlint.model import Edit, Item, Mention
from pinlint.patterns import later
from pinlint.quoting import quoted
from pinlint.ranges import numbers

AFTER = later(r"[ \t]*,\s*")
COMMA = later(r"[ \t]*,(?:[ \t]+(?![ \t#]))?")  # a comment needs the space before it
GAP = later(r"[ \t]*,[ \t]*(?![\s\])}#,]|\Z)")
LAST = later(r"[\s,]*[\])}]|[ \t,]*(?:#[^\n]*)?(?:\r?\n|\Z)")
CLOSED = later(r"[ \t]*,?\s*[\])}]")
TAGGED = later(r"\{[{%#]|<%")  # a comment to the file, and none to the template that it is
TUPLE = later(r"\s*,?\s*\)")
PREFIX = later(r"[A-Za-z]*\Z")
VERSION = later(r"\d[\w.*]*")
SUFFIX = later(r"\A(?:\.[*xX]|t\b|-dev\b)*")
BEFORE = later(r",\s*\Z")
BETWEEN = later(r"[\s,]+")
ROOM = later(r"(?:[\s,]|-(?=\s)|#[^\n]*\n)*")
LINE_BEFORE = later(r"\s*(?:-\s+)?")
LINE_AFTER = later(r"[ \t]*(,?)[ \t]*(?:#[^\n]*)?(\r?\n|\Z)")


def edits(text: str, elements: list[Mention], wanted: tuple[str, ...]) -> tuple[Edit, ...]:
    """What makes `elements`, one list in order, say just `wanted`; empty where no safe edit is known."""
    kept, dropped, added = _sorted(elements, wanted)
    says = {m.item: m.version for m in elements}
    if any(m.frozen or m.item is None or says[m.item] != m.version for m in elements):
        return ()  # one that may not be edited, or that says two versions at once and can't be copied
    stays = [m for m in elements if m not in dropped]
    if len(stays) < 2 and len(wanted) < 2 and len(elements) > 1 and _tuple(text, elements):
        return ()
    made = [Edit(m.start, m.end, text_) for m in stays if (text_ := quoted(m.text, m.plain)) != m.text]
    if not kept:  # nothing to copy stays: the old elements take the new versions, one by one
        for old, new in zip(list(dropped), list(added), strict=False):
            spelled = notations.write(old.notation, new, old.text)
            if spelled is None or any(e.text == quoted(spelled, old.plain) for e in made):
                return ()  # to `3`, 3.9 and 3.10 are the same
            made.append(Edit(old.start, old.end, quoted(spelled, old.plain)))
            kept[new] = old
            dropped.remove(old)
            added.remove(new)
    order = [numbers(m.version) for m in elements]
    falling = len(order) > 1 and order == sorted(order, reverse=True)
    for new in sorted(added, key=numbers, reverse=falling):
        insertion = _insert(text, elements, kept, new, falling)
        if insertion is None:
            return ()
        made.append(insertion)
    tail = _tail(text, elements, dropped)
    for old in dropped:
        removal = _remove(text, old, elements, last=old in tail)
        if removal is None:
            return ()
        made.append(removal)
    return tuple(_merge(made))


def _tuple(text: str, elements: list[Mention]) -> bool:
    """Whether the elements stand between parentheses: to Python `("3.8")` is no tuple, and its elements are characters."""
    first, last = elements[0].item, elements[-1].item
    return first is not None and last is not None and text[: first.start].rstrip().endswith("(") and TUPLE.match(text, last.end) is not None


def lost(text: str, elements: list[Mention], wanted: tuple[str, ...]) -> str:
    """The first element to drop that says something beside its version which no element that stays says; mostly none."""
    kept, dropped, added = _sorted(elements, wanted)
    dropped = dropped if kept else dropped[len(added) :]
    stays = {_beside(text, m) for m in elements if m not in dropped}
    return next((text[m.item.start : m.item.end] for m in dropped if m.item and _beside(text, m) not in stays), "")


def _sorted(elements: list[Mention], wanted: tuple[str, ...]) -> tuple[dict[str, Mention], list[Mention], list[str]]:
    """The elements that stay by what they say, those to drop, and the versions to add."""
    kept = {w: m for w in wanted for m in elements if notations.write(m.notation, w, m.text) == m.text}
    said = [m for m in elements if m not in kept.values()]
    dropped = [m for m in said if not any(notations.write(m.notation, w, m.text) == m.text for w in wanted)]
    return kept, dropped, [w for w in wanted if w not in kept]


def _beside(text: str, mention: Mention) -> str:
    """What an element says beside its version, however that is spelled: `py38-lint` and `3.9-lint` say the same."""
    assert mention.item is not None
    before, after = text[mention.item.start : mention.start], text[mention.end : mention.item.end]
    return f"{PREFIX.sub('', before)}{VERSION.sub('0', mention.text)}{SUFFIX.sub('', after)}".strip("\"'\\")


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


def _line(text: str, item: Item) -> tuple[int, int, re.Match[str]] | None:
    """Start and end of the item's line where it has one to itself, and what follows the item on it."""
    start = text.rfind("\n", 0, item.start) + 1
    after = LINE_AFTER.match(text, item.end)
    if after and LINE_BEFORE.fullmatch(text, start, item.start):
        return start, after.end(), after
    return None


def _insert(text: str, elements: list[Mention], kept: dict[str, Mention], new: str, falling: bool) -> Edit | None:
    lower = [w for w in kept if (numbers(w) > numbers(new)) == falling]
    edge = (min if falling else max)(lower, key=numbers) if lower else None
    anchor = kept[edge if edge is not None else (max if falling else min)(kept, key=numbers)]
    group = [m for m in elements if m.version == anchor.version]
    first, last = group[0].item, group[-1].item
    assert first is not None and last is not None
    if elements.index(group[-1]) - elements.index(group[0]) != len(group) - 1 or not _adjoin(text, group):
        return None  # elements of one version stand apart: which of them to copy, and where to, is a guess
    copy = _copy(text, group, new)
    if copy is None:
        return None
    if _line(text, first) and _line(text, last):
        return _insert_lines(text, elements, (first, last), copy, behind=edge is not None)
    between = _separator(text, elements)
    if not between:
        return None  # lines that aren't an element alone, or a word of a script: the new one would be part of what is said
    if edge is not None:
        return Edit(last.end, last.end, between + copy)
    return Edit(first.start, first.start, copy + between)


def _adjoin(text: str, group: list[Mention]) -> bool:
    """Whether nothing but separators and comments stands between the elements."""
    items = [m.item for m in group if m.item]
    return all(one == other or ROOM.fullmatch(text, one.end, other.start) for one, other in zip(items, items[1:], strict=False))


def _copy(text: str, group: list[Mention], new: str) -> str | None:
    """The text of elements that say one version, saying another."""
    out, at = [], group[0].item.start if group[0].item else 0
    for mention in group:
        spelled = notations.write(mention.notation, new, mention.text)
        if spelled is None:
            return None
        out += [text[at : mention.start], quoted(spelled, mention.plain)]
        at = mention.end
    return "".join(out) + text[at : group[-1].item.end if group[-1].item else at]


def _insert_lines(text: str, elements: list[Mention], ends: tuple[Item, Item], copy: str, *, behind: bool) -> Edit:
    first, last = ends
    start, _, _ = _line(text, first) or (0, 0, None)
    found = _line(text, last)
    assert found is not None
    _, end, after = found
    indent = text[start : first.start]
    newline = after[2] or ("\r\n" if "\r\n" in text else "\n")
    comma = after[1] or ("," if any(text[m.item.end : m.item.end + 1] == "," for m in elements if m.item) else "")
    if not behind:
        return Edit(start, start, f"{indent}{copy}{comma}{newline}")
    if after[1] or not comma:
        if not after[2]:
            return Edit(end, end, f"{newline}{indent}{copy}{comma}")
        return Edit(end, end, f"{indent}{copy}{comma}{newline}")
    return Edit(last.end, last.end, f",{newline}{indent}{copy}")


def _tail(text: str, elements: list[Mention], dropped: list[Mention]) -> list[Mention]:
    """The dropped elements that end the list, so that the separator to take away is the one before them."""
    found: list[Mention] = []
    for mention in reversed(elements):
        if mention not in dropped or mention.item is None:
            break
        comma = COMMA.match(text, mention.item.end)
        if not found and comma and not LAST.match(text, comma.end()):
            break
        found.append(mention)
    return found if len(found) < len(elements) else []


def _separator(text: str, elements: list[Mention]) -> str:
    """What stands between two elements, or behind one that something else follows; a list of one in brackets takes any."""
    items = [m.item for m in elements if m.item]
    for one, other in zip(items, items[1:], strict=False):
        if BETWEEN.fullmatch(text, one.end, other.start):
            return text[one.end : other.start]
    found = next((gap[0] for one in items[:-1] if (gap := GAP.match(text, one.end))), "")
    return found or (", " if any(CLOSED.match(text, one.end) for one in items) else "")


def _remove(text: str, old: Mention, elements: list[Mention], *, last: bool) -> Edit | None:
    assert old.item is not None
    start, end = old.item.start, old.item.end
    if line := _line(text, old.item):
        return Edit(line[0], line[1], "") if not TAGGED.search(line[2][0]) else None
    after = AFTER.match(text, end)
    if after and not last:
        comma = COMMA.match(text, end)
        # Beyond the line lies the next element, or what is no part of the list.
        beyond = any(m.item and m.item.start == after.end() for m in elements)
        return Edit(start, after.end() if beyond or comma is None else comma.end(), "")
    before = BEFORE.search(text, max(0, start - 200), start)
    if before:
        return Edit(before.start(), end, "")
    gap = re.compile(r"\s+").match(text, end)
    if gap and not last and any(m.item and m.item.start == gap.end() for m in elements):
        return Edit(start, gap.end(), "")
    before = re.compile(r"\s+\Z").search(text, max(0, start - 200), start)
    return Edit(before.start(), end, "") if before and len(elements) > 1 else None
