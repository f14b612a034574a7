"""Findings of one document that can't be fixed apart: of one tag, or of two pins that want one place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import permutations

from pinlint.agreement import agrees, says
from pinlint.model import BRANCH, Edit, Finding, Item, Mention
from pinlint.pins import Pin
from pinlint.precision import parts
from pinlint.supported import MISMATCH, SUPPORTED

# What stands between two versions of one image's tag, of a package, or of a folder and the file in it: `/v3.20/cmake-3.20.1`.
TAG = re.compile(r"[\w.]*-[\w.-]*=?|/\w+-|=")
LONGEST_TAG = 128  # characters, as the distribution specification of OCI has it


def settle(found: Iterable[Finding], text: Callable[[], str]) -> list[Finding]:
    """The findings in order, without the edits that must not be made. `text` gives the document's."""
    return _alone(_whole(sorted(found, key=lambda f: (f.start, f.end, f.rule)), text))


def harmless(mentions: list[Mention], pins: dict[str, Pin], found: list[Finding]) -> list[Finding]:
    """Where one text is two subjects', as a variable's may be, no edit for one may make the other wrong that was right."""
    by_span: dict[tuple[int, int], list[Mention]] = {}
    for m in mentions:
        if m.role != "label" and m.subject in pins and m.version and not m.frozen:
            by_span.setdefault((m.start, m.end), []).append(m)
    shared = {span: here for span, here in by_span.items() if len({pins[m.subject].subject for m in here}) > 1}
    return _in_common(mentions, pins, [_spared(f, shared, pins) if f.edits else f for f in found]) if shared else found


def _in_common(mentions: list[Mention], pins: dict[str, Pin], found: list[Finding]) -> list[Finding]:
    """A list of two subjects is edited where both want the same, or where what the other one needs stays in it."""
    items: dict[Item, list[Mention]] = {}
    for m in mentions:
        if m.item and m.subject in pins and m.version:
            items.setdefault(m.item, []).append(m)
    rivals: dict[tuple[str, str], dict[str, list[Mention]]] = {}
    for item, here in items.items():
        for one, other in permutations(here, 2):
            mine, its = pins[one.subject], pins[other.subject]
            if mine.subject != its.subject:
                rivals.setdefault((item.list, mine.subject), {}).setdefault(its.subject, []).append(other)
    lists = {_of_list(f, pins): f for f in found if f.rule == SUPPORTED}
    kept = []
    for f in found:
        name, subject = _of_list(f, pins)
        others = rivals.get((name, subject), {}) if f.edits and f.rule == SUPPORTED else {}
        wishes = {other: lists[name, other].edits if (name, other) in lists else None for other in others}
        against = [o for o, elements in others.items() if not _suits(f, pins[elements[0].subject], elements, wishes[o])]
        kept.append(_unshared(f, against[0]) if against else f)
    return kept


def _of_list(finding: Finding, pins: dict[str, Pin]) -> tuple[str, str]:
    """The list and the pin's subject that a finding is about; empty where it is about none."""
    m = finding.mention
    return (m.item.list, pins[m.subject].subject) if m and m.item and m.subject in pins else ("", "")


def _suits(finding: Finding, pin: Pin, elements: list[Mention], wish: tuple[Edit, ...] | None) -> bool:
    """Whether the edits of a list leave it right for another subject whose elements it has, and whose `wish` is this."""
    if pin.supports or wish is not None:
        return wish == finding.edits
    left = [m for m in elements if m.item and not any(e.start < m.item.end and m.item.start < e.end for e in finding.edits)]
    return any(says(m, (pin.version,)) for m in left)


def _unshared(finding: Finding, other: str) -> Finding:
    why = f"the list is {other}'s too, which wants it otherwise"
    return finding._replace(expected=None, edits=(), message=f"{finding.message}; not fixed: {why}")


def together(found: list[Finding], mentions: list[Mention]) -> list[Finding]:
    """Of the places that give one variable the same, none moves while another stays, for whatever reason: a reader can
    follow a variable that is said twice, and none that is said in two ways. Nor can branches that come to say two.
    """
    places: dict[str, set[tuple[int, int]]] = {}
    ties: dict[tuple[int, int], list[str]] = {}
    for m in mentions:
        for tie in m.tied.split("\n") if m.tied else ():
            places.setdefault(tie, set()).add((m.start, m.end))
            ties.setdefault((m.start, m.end), []).append(tie)
    if not places:
        return found
    moved = {(e.start, e.end) for f in found for e in f.edits}
    torn: set[tuple[int, int]] = set()
    # To branches, versions of one minor are one.
    left = {(e.start, e.end) for f in found if f.mention and _minor(f.pin) != _minor(f.mention.version) for e in f.edits}
    stays = [tie for tie, spans in places.items() if not spans <= moved and (BRANCH not in tie or spans & left)]
    while stays:  # what stays for one reason keeps what is tied to it for another
        for span in places.pop(stays.pop(), set()) - torn:
            torn.add(span)
            stays += ties[span]
    return [f if not any((e.start, e.end) in torn for e in f.edits) else _stays(f) for f in found]


def alike(found: list[Finding]) -> list[Finding]:
    """Of a list that says one version, all elements move or none: half moved, it would be judged as one of several."""
    return found if all(f.edits for f in found) else [_stays(f) if f.edits else f for f in found]


def _minor(version: str) -> list[str]:
    return parts(version)[:2]


def _stays(finding: Finding) -> Finding:
    why = "another place has to say the same, and stays as it is"
    return finding._replace(expected=None, edits=(), message=f"{finding.message}; not fixed: {why}")


def _spared(finding: Finding, shared: dict[tuple[int, int], list[Mention]], pins: dict[str, Pin]) -> Finding:
    for edit in finding.edits:
        for m in shared.get((edit.start, edit.end), ()):
            pin = pins[m.subject]
            # An element of a list, or a row beside it, is right where it is supported.
            listed = pin._replace(allow=(*pin.allow, *pin.supports)) if m.role == "supports" else pin
            if agrees(m, listed) and not agrees(m._replace(text=edit.text), listed):
                why = f"the place is {pin.subject}'s too, and right as it is"
                return finding._replace(expected=None, edits=(), message=f"{finding.message}; not fixed: {why}")
    return finding


def _whole(found: list[Finding], text: Callable[[], str]) -> list[Finding]:
    """Of one tag with several versions none moves while another can't: nobody may have published what the tag would name."""
    if all(f.edits for f in found) or not any(f.edits for f in found):
        return found
    stuck: set[int] = set()
    wrong = [i for i, f in enumerate(found) if f.rule == MISMATCH and f.mention and f.mention.role != "label"]
    for one, other in (*zip(wrong, wrong[1:], strict=False), *zip(wrong[::-1], wrong[-2::-1], strict=False)):
        first, second = sorted((found[one], found[other]), key=lambda f: f.start)
        joined = first.end < second.start < first.end + LONGEST_TAG and TAG.fullmatch(text()[first.end : second.start])
        if joined and (one in stuck or not found[one].edits):
            stuck.add(other)
    return [_held(f) if i in stuck and f.edits else f for i, f in enumerate(found)]


def _held(finding: Finding) -> Finding:
    why = "another version in the same tag can't be moved"
    return finding._replace(expected=None, edits=(), message=f"{finding.message}; not fixed: {why}")


def _alone(found: list[Finding]) -> list[Finding]:
    """Two pins that want one place to say two things can't both be right: neither is fixed."""
    clashing: set[int] = set()
    here: list[tuple[Edit, int]] = []  # edits that share a character, or stand at one place
    for edit, i in sorted((e, i) for i, f in enumerate(found) for e in f.edits):
        if here and not (edit.start < max(e.end for e, _ in here) or edit[:2] == here[0][0][:2]):
            here = []
        here.append((edit, i))
        if any(e != edit for e, _ in here):
            clashing.update(j for _, j in here)
    return [
        f._replace(expected=None, edits=(), message=f"{f.message}; not fixed: two pins want this place")
        if i in clashing else f
        for i, f in enumerate(found)
    ]
