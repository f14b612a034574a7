"""How the elements of a list stand apart: by commas, spaces, `||`, or each on lines of its own."""

from __future__ import annotations

import re
from bisect import bisect_left

from pinlint.model import Edit, Item, Mention
from pinlint.patterns import later

AFTER = later(r"[ \t]*,\s*")
COMMA = later(r"[ \t]*,(?:[ \t]+(?![ \t#]))?")  # a comment needs the space before it
GAP = later(r"[ \t]*,[ \t]*(?![\s\])}#,]|\Z)")
LAST = later(r"[\s,]*[\])}]|[ \t,]*(?:#[^\n]*)?(?:\r?\n|\Z)")
CLOSED = later(r"[ \t]*,?\s*[\])}]")
TAGGED = later(r"\{[{%#]|<%")  # a comment to the file, and none to the template that it is
TUPLE = later(r"\s*,?\s*\)")
BEFORE = later(r",\s*\Z")
BETWEEN = later(r"(?:[\s,]|\|\||\\(?=\r?\n))+")
ALONE = later(r"(?m)^[ \t]*[\w-]+[ \t]*=[ \t]*\Z")  # `envlist = py38`, whose commas are still to come
KEY = later(r"(?P<key>(?P<indent>[ \t]*)[\w-]+:)[ \t]+")
ROOM = later(r"(?:[\s,]|-(?=\s)|#[^\n]*\n)*")
SPACES = later(r"(?<![\s:=])(?:(?<!-)|(?<=\S-))\s+\Z")  # behind no dash or key, which would lose what it is for
LINE_BEFORE = later(r"\s*(?:-\s+)?")
LINE_AFTER = later(r"[ \t]*(,?)[ \t]*(?:#[^\n]*?)?(\r?\n|\Z)")
DASH = later(r"(?:^|\n)[ \t]*-[ \t]*\r?\n\Z")  # whose element begins on the next line


def tuple_of(text: str, elements: list[Mention]) -> bool:
    """Whether the elements stand between parentheses: to Python `("3.8")` is no tuple, and its elements are characters."""
    first, last = elements[0].item, elements[-1].item
    return first is not None and last is not None and text[: first.start].rstrip().endswith("(") and TUPLE.match(text, last.end) is not None


def adjoin(text: str, one: Item, other: Item) -> bool:
    """Whether nothing but separators and comments stands between the two elements, in order."""
    return one == other or ROOM.fullmatch(text, one.end, other.start) is not None


def between(text: str, items: list[Item]) -> str:
    """What stands between two elements, or behind one that something else follows; a list of one takes what its kind has."""
    for one, other in zip(items, items[1:], strict=False):
        if BETWEEN.fullmatch(text, one.end, other.start):
            return text[one.end : other.start]
    found = next((gap[0] for one in items[:-1] if (gap := GAP.match(text, one.end))), "")
    return found or _of_one(text, items)


def _of_one(text: str, items: list[Item]) -> str:
    if any(CLOSED.match(text, one.end) for one in items):
        return ", "
    first = items[0]
    if gap := GAP.match(text, first.end):
        return gap[0]
    keyed = ALONE.search(text, text.rfind("\n", 0, first.start) + 1, first.start)
    return "," if keyed and LINE_AFTER.match(text, first.end) else ""


def block(text: str, item: Item) -> tuple[int, int, str, int] | None:
    """Where the one value of a YAML key becomes a block list: the space before it, what begins an element, the value's line end.

    None for anything else.
    """
    start = text.rfind("\n", 0, item.start) + 1
    key, after = KEY.fullmatch(text, start, item.start), LINE_AFTER.match(text, item.end)
    if key is None or after is None or after[1]:
        return None
    newline = after[2] or ("\r\n" if "\r\n" in text else "\n")
    return key.end("key"), item.start, f"{newline}{key['indent']}  - ", after.start(2)


def line(text: str, item: Item) -> tuple[int, int, re.Match[str]] | None:
    """Start and end of the item's lines where it has them to itself, and what follows the item on the last of them."""
    start = text.rfind("\n", 0, item.start) + 1
    after = LINE_AFTER.match(text, item.end)
    if after and LINE_BEFORE.fullmatch(text, start, item.start):
        dashed = "-" in text[start : item.start] or not DASH.search(text, max(0, start - 200), start)
        return (start, after.end(), after) if dashed else None
    return None


def insert_lines(text: str, items: list[Item], ends: tuple[Item, Item], copy: str, *, behind: bool) -> Edit:
    """Lines for a copy of the elements between the two `ends`, before or behind those."""
    first, last = ends
    start, _, _ = line(text, first) or (0, 0, None)
    found = line(text, last)
    assert found is not None
    _, end, after = found
    indent = text[start : first.start]
    newline = after[2] or ("\r\n" if "\r\n" in text else "\n")
    lines = [found for item in items if (found := line(text, item))]
    comma = "," if any(found[2][1] for found in lines) else ""
    if not behind:
        return Edit(start, start, f"{indent}{copy}{comma}{newline}")
    if after[1] or not comma:
        if not after[2]:
            return Edit(end, end, f"{newline}{indent}{copy}{comma}")
        return Edit(end, end, f"{indent}{copy}{comma}{newline}")
    return Edit(last.end, last.end, f",{newline}{indent}{copy}")


def remove(text: str, going: list[Item], items: list[Item]) -> list[Edit] | None:
    """What takes the elements `going` away, of all `items` in order; None where it isn't known of one."""
    starts, ends, last = {item.start for item in items}, [item.end for item in items], _tail(text, items, set(going))
    made = [_removal(text, item, starts, ends, last=item in last) for item in going]
    return [edit for edit in made if edit] if all(made) else None


def _tail(text: str, items: list[Item], going: set[Item]) -> set[Item]:
    """Those of the elements to drop that end the list, so that the separator to take away is the one before them."""
    found: set[Item] = set()
    for item in reversed(items):
        if item not in going:
            break
        comma = COMMA.match(text, item.end)
        if not found and comma and not LAST.match(text, comma.end()):
            break
        found.add(item)
    return found if len(found) < len(items) else set()


def _removal(text: str, old: Item, starts: set[int], ends: list[int], *, last: bool) -> Edit | None:
    """What takes an element away with the separator behind it, or before it where it is the last; None where none is found."""
    start, end = old.start, old.end
    if found := line(text, old):
        return Edit(found[0], found[1], "") if not TAGGED.search(found[2][0]) else None
    after = AFTER.match(text, end)
    if after and not last:
        comma = COMMA.match(text, end)
        # Beyond the line lies the next element, or what is no part of the list.
        beyond = after.end() in starts
        return Edit(start, after.end() if beyond or comma is None else comma.end(), "")
    before = BEFORE.search(text, max(0, start - 200), start)
    if before:
        return Edit(before.start(), end, "")
    gap = BETWEEN.match(text, end)
    if gap and not last and gap.end() in starts:
        return Edit(start, gap.end(), "")
    ahead = ends[bisect_left(ends, start) - 1] if ends[0] < start else -1
    if ahead >= 0 and BETWEEN.fullmatch(text, ahead, start):
        return Edit(ahead, end, "")
    spaces = SPACES.search(text, max(0, start - 200), start)
    return Edit(spaces.start(), end, "") if spaces and len(starts) > 1 else None
