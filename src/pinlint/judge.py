"""Mentions and pins -> findings. Pure: knows no kind of file, touches no disk.

A mention agrees when what the pin would be written as, in the mention's own notation, is what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pinlint import notations, published, rivals, supported
from pinlint.agreement import agrees, expected, says, wished
from pinlint.model import UNDER_MARKER, Edit, Finding, Item, Mention
from pinlint.pins import Pin
from pinlint.purpose import nightly, older_on_purpose, released, told_by
from pinlint.quoting import misread, quoted
from pinlint.ranges import numbers
from pinlint.supported import MISMATCH, SUPPORTED

STALE = "stale-output"
UNPINNED = "unpinned-mention"
FLOATING = re.compile(r"[\d.]*[*xX]?|latest|stable|current|main|master|nightly|lts.*")  # else the name stands there alone
WITHOUT_VERSION = ("floating", "unresolved")


def judge(path: str, mentions: list[Mention], pins: dict[str, Pin], text: Callable[[], str]) -> list[Finding]:
    """The findings of one document, in order. `text` gives the document's text where a list has to be edited."""
    if released(path):
        return []
    found: list[Finding] = []
    groups: dict[tuple[str, str], list[Mention]] = {}
    labels: list[tuple[Mention, Mention]] = []
    by_start = {m.start: m for m in mentions if m.role != "label"}
    for mention in mentions:
        pin = pins.get(mention.subject)
        if pin is None or not (pin.version or pin.floor) or mention.notation == "unresolved":
            continue
        if mention.notation == "floating":
            if mention.role in ("uses", "supports"):
                found.append(_unpinned(path, mention, pin))
        elif mention.role == "supports" or mention.role == "uses" and mention.where.endswith(UNDER_MARKER):
            groups.setdefault((_list(mention), pin.subject), []).append(mention)
        elif mention.role == "floor":
            found += _floor(path, mention, pin)
        elif mention.role == "label" and mention.labels in by_start:
            labels.append((mention, by_start[mention.labels]))
        else:
            found += _single(path, mention, pin)
    listed: set[int] = set()
    longest: dict[str, int] = {}
    lists = [(name, subject, part) for (name, subject), group in groups.items() for part in _parted(group, text)]
    for _, subject, elements in lists:
        pin = pins[subject]
        if not _several(elements) and not _promises(elements, pin):
            one = [f for element in elements for f in _single(path, element, pin)]
            found += rivals.alike(one) if pin.supports else one
        else:
            listed |= {m.start for m in elements}
            if subject not in longest:  # a list of one version stays one, however many it lies between
                matrices = [part for name, s, part in lists if s == subject and "matrix" in name and _several(part)]
                longest[subject] = max((len(supported.kept(part, pin)) for part in matrices), default=0)
            found += supported.judge(path, elements, pin, text, longest=longest[subject])
    found = rivals.settle(rivals.harmless(mentions, pins, published.only(mentions, pins, found)), text)
    told = [f for label, target in labels for f in _label(path, label, target, pins[label.subject], found, listed, text)]
    return rivals.settle([*found, *_distinct(told, text)], text) if told else found


def _list(mention: Mention) -> str:
    """Which list a mention is of. Rows are told by their path: those of a matrix add to its axis of that name."""
    return re.sub(r"\[\d+\]|(?<=^line )\d+", "[]", mention.item.list if mention.item else mention.where)


def _promises(elements: list[Mention], pin: Pin) -> bool:
    """Whether one element stands for a promise that has to be as long as what is supported: a lonely classifier."""
    return len(pin.supports) > 1 and any(m.item is not None and m.item.promised for m in elements)


def _several(elements: list[Mention]) -> bool:
    return len({m.version for m in elements}) > 1


def _parted(elements: list[Mention], text: Callable[[], str]) -> list[list[Mention]]:
    """The elements of one list; of two where a mapping has its key twice, as selectors of conda tell such keys apart."""
    parts: list[list[Mention]] = [[]]
    last: Mention | None = None
    for m in elements:
        if m.item and last and last.item and _again(m.item, text(), last.item.end):
            parts.append([])
        last = m if m.item else last
        parts[-1].append(m)
    return parts


def _again(item: Item, text: str, start: int) -> bool:
    """Whether a list's own key stands between an element, which ends at `start`, and the next; rows have it in each."""
    name = re.escape(item.list.partition("@")[0].rpartition(".")[2])
    key = re.compile(rf"(?<![\w-]){name}[\"']?[ \t]*[:=]")
    return start < item.start and key.search(text, start, item.start) is not None and not key.search(text, item.start, item.end)


def _unpinned(path: str, mention: Mention, pin: Pin) -> Finding:
    wish = pin.version or pin.floor
    message = f"{pin.subject} has no version here, pins.toml says {wish}"
    if FLOATING.fullmatch(mention.text):
        message = f"{pin.subject} floats here ({mention.text}), pins.toml says {wish}"
    return Finding(UNPINNED, "advice", message, path, mention.start, mention.end, mention, wish)


def _single(path: str, mention: Mention, pin: Pin) -> Iterator[Finding]:
    if agrees(mention, pin) or older_on_purpose(path, mention, pin) or nightly(mention, pin):
        return
    wish = wished(mention, pin)
    if pin.version:
        rule = STALE if mention.role == "output" else MISMATCH
        yield _finding(rule, path, mention, pin, wish, expected(mention, wish))
    elif pin.supports or wish:
        why = "" if wish else "no newer version is supported"
        yield _finding(MISMATCH, path, mention, pin, wish or pin.range[-1], expected(mention, wish), why=why)


def _label(
    path: str, mention: Mention, target: Mention, pin: Pin, found: list[Finding], listed: set[int], text: Callable[[], str]
) -> Iterator[Finding]:
    """A label says what its place says, once that is right: it moves along with it, and stays where that can't move."""
    edit = next((e for f in found for e in f.edits if (e.start, e.end) == (target.start, target.end)), None)
    if edit is not None:
        version = wished(target, pin) if target.start not in listed else notations.read(target.notation, edit.text.strip("\"'"))
    elif target.start not in listed and (agrees(target, pin) or older_on_purpose(path, target, pin)):
        version = target.version
    else:
        return
    wanted = expected(mention, version)
    if wanted != mention.text and not _taken(mention, wanted, text):
        told = f"the version that it repeats becomes {version}" if target.start in listed else ""
        yield _finding(MISMATCH, path, mention, pin, version, wanted, told)


def _taken(mention: Mention, wanted: str | None, text: Callable[[], str]) -> bool:
    """Whether another goes by the name already that this label, a key or that of a section, would make."""
    if not mention.item or wanted is None:
        return False
    name = re.escape(text()[mention.item.start : mention.start] + wanted + text()[mention.end : mention.item.end])
    return re.search(rf"(?m)^[ \t]*{name}(?:[ \t]*:|(?<=\]))", text()) is not None


def _distinct(told: list[Finding], text: Callable[[], str]) -> list[Finding]:
    """The findings of labels, less those of a key that would become what another becomes: no mapping has a key twice."""
    keys: dict[Item, list[Edit]] = {}
    for f in told:
        if f.mention and f.mention.item:
            keys.setdefault(f.mention.item, []).extend(f.edits)
    made: dict[tuple[str, str], Item] = {}
    for item, edits in keys.items():
        name = text()[item.start : item.end]
        for start, end, new in sorted(edits, reverse=True):
            name = name[: start - item.start] + new + name[end - item.start :]
        made.setdefault((item.list, name), item)
    return [f for f in told if not f.mention or not f.mention.item or f.mention.item in made.values()]


def _floor(path: str, mention: Mention, pin: Pin) -> Iterator[Finding]:
    if pin.floor:
        highest = max(pin.supports, key=numbers, default="")
        low = text = notations.set_floor(mention.notation, pin.floor, mention.text)
        if low == mention.text or any(notations.set_floor(mention.notation, v, mention.text) == mention.text for v in pin.allow):
            low = text = mention.text
        if text is not None and highest:
            # A bound that can't be raised may be there for a reason of its own.
            text = notations.set_ceiling(mention.notation, highest, text) or text
        wanted = text if text is None else quoted(text, mention.plain)
        if wanted != mention.text:
            told = f"the lowest that pins.toml supports is {pin.floor}" if low != mention.text else ""
            told = told or f"pins.toml supports {highest}, which is left out"
            yield _finding(SUPPORTED, path, mention, pin, pin.floor, wanted, told)
        return
    admitted = notations.write(mention.notation, pin.version, mention.text) == mention.text
    if not admitted and not notations.NOTATIONS[mention.notation].range:
        admitted = numbers(mention.version) <= numbers(pin.version) or says(mention, pin.allow)
    if not admitted:
        yield _finding(MISMATCH, path, mention, pin, pin.version, expected(mention, pin.version))


def _finding(
    rule: str, path: str, mention: Mention, pin: Pin, wish: str, wanted: str | None, told: str = "", why: str = ""
) -> Finding:
    severity = "advice" if mention.role == "label" else "error"
    verb = "allows" if wish in pin.allow else "says"
    told = told or (f"pins.toml {verb} {wish}" if pin.version else f"pins.toml supports {supported.supports(pin)}")
    message = f"{pin.subject} is {mention.version or mention.text} here, {told}"
    if mention.plain and wanted is not None and wanted[1:-1] == mention.text:
        message = f"{pin.subject} is read as {misread(mention.text)} here, since {mention.text} has no quotes; {told}"
    if mention.via:
        message += f" ({mention.via})"
    if whose := told_by(path, mention, wish):
        message += f"; not fixed: the {whose} that version"
        return Finding(rule, "advice", message, path, mention.start, mention.end, mention, wish)
    why = mention.frozen or why or ("a tool wrote this file; run it again" if mention.role == "output" else "")
    if not why and wanted is None:
        finer = mention.version.count(".") > wish.count(".")
        more = "the place needs more than pins.toml says; say the patch version there"
        why = more if finer else notations.NOTATIONS[mention.notation].why
    if why:
        return Finding(rule, severity, f"{message}; not fixed: {why}", path, mention.start, mention.end, mention, wish)
    assert wanted is not None
    edit = Edit(mention.start, mention.end, wanted)
    return Finding(rule, severity, message, path, mention.start, mention.end, mention, wish, wanted, (edit,))

