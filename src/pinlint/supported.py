"""Lists of versions: against the pin they must hold, or against what pins.toml supports.

Classifiers and envlists promise all that is supported. A matrix may test a choice: one that names the ends and leaves
out what lies between, one that leaves out several, or one beside a longer list of the same file. Of a choice, only what
is not supported is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pinlint.agreement import accepted, agrees, bare, expected, says, unread
from pinlint.model import UNDER_MARKER, Edit, Finding, Mention
from pinlint.pins import Pin
from pinlint.quoting import misread, quoted
from pinlint.ranges import numbers

MISMATCH = "version-mismatch"
SUPPORTED = "supported-versions-mismatch"
COLLAPSED = "a list is never collapsed"
TARGETS = ("target-version", "target_version")


def judge(
    path: str, elements: list[Mention], pin: Pin, text: Callable[[], str], *, longest: int
) -> Iterator[Finding]:
    """The findings of one list of two or more versions. `longest`: how many versions the file's longest list has."""
    declared, pin = pin, _above(pin, elements)
    elements = [m for m in elements if not _early(m, pin, text)]
    if not pin.supports:
        yield from _lacking_the_pin(path, elements, pin)
        return
    unquoted = [m for m in elements if unread(m, (*pin.supports, *pin.allow))]
    written, elements = elements, [bare(m) if m in unquoted else m for m in elements]
    axis = [m for m in elements if m.item]
    rows = [m for m in elements if not m.item]
    stray = [m for m in axis if not says(m, (*pin.supports, *pin.allow))]
    loose = [m for m in rows if not says(m, (*pin.supports, *accepted(pin)))]
    wanted = kept(axis, pin)
    chosen = not declared.supports or _chosen(axis, wanted, pin, longest)
    lacking = [w for w in pin.supports if axis and not chosen and not any(says(m, (w,)) for m in elements)]
    stays = False
    taken: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    if stray or lacking or any(m.item for m in unquoted):
        from pinlint import lists  # only what is wrong is edited

        wanted = wanted if chosen else [w for w in pin.supports if w in lacking or any(says(m, (w,)) for m in axis)]
        wanted += [v for v in pin.allow if any(says(m, (v,)) for m in axis)]
        # What is left of a list may be one place, which has to say the pin. A minimum alone collapses no list.
        alone = wanted and (declared.supports and not pin.version or f"{pin.version}.".startswith(f"{wanted[0]}."))
        whole = len(set(wanted)) > 1 or alone
        goal, items = tuple(dict.fromkeys(wanted)), [m for m in written if m.item]
        lost = lists.lost(text(), items, goal) if whole else ""
        edits = lists.edits(text(), items, goal) if whole and not lost else ()
        parts = [f"{_listed(stray)} {_be(_listed(stray).split(', '))} not supported"] if stray else []
        parts += [f"{', '.join(lacking)} {_be(lacking)} missing"] if lacking else []
        parts += [f"{m.text} is read as {misread(m.text)}, since it has no quotes" for m in unquoted if m.item and edits]
        message = f"{_said(pin, elements)}, pins.toml supports {supports(declared)}: {' and '.join(parts)}"
        why = next((m.frozen for m in axis if m.frozen), "")
        why = why or (f"dropping {lost} would lose what it says beside its version" if lost else "")
        why = why or ("the list has no style to repeat safely" if whole else "one version alone would be left")
        stays, taken = bool(stray) and not edits, goal if edits else ()
        if parts:
            yield _finding(SUPPORTED, path, axis[0], pin, message if edits else f"{message}; not fixed: {why}", edits)
    yield from _quoting(path, [m for m in unquoted if not m.item or not edits], pin)
    left = {_nearest(m, pin) if m in loose else m.version for m in rows} | set(taken or (m.version for m in axis))
    said = any(says(m, (pin.version,)) for m in elements) or any(f"{pin.version}.".startswith(f"{v}.") for v in left)
    if pin.version and not declared.supports and not said:
        message = f"{_said(pin, elements)}, pins.toml says {pin.version}, which the list lacks"
        yield _finding(MISMATCH, path, elements[0], pin, f"{message}; not fixed: {COLLAPSED}")
    for row in loose:
        message = f"{pin.subject} is {row.version} here, pins.toml supports {supports(declared)}"
        wish = _nearest(row, pin)
        text_ = expected(row, wish) if not says(row, (wish,)) else None
        why = row.frozen or ("the list beside it stays as it is" if stays else "" if len(left) > 1 else "all rows would be one")
        if text_ and not why:
            yield _finding(SUPPORTED, path, row, pin, message, (Edit(row.start, row.end, text_),), text_)
        else:
            why = why or "no safe edit is known"
            yield _finding(SUPPORTED, path, row, pin, f"{message}; not fixed: {why}")


def _early(mention: Mention, pin: Pin, text: Callable[[], str]) -> bool:
    """Whether an element is of a Python that isn't out yet, `3.14-dev`: to try it promises nothing."""
    newest = max((numbers(v) for v in pin.supports), default=())
    return bool(newest) and numbers(mention.version) > newest and text().startswith("-dev", mention.end)


def _above(pin: Pin, elements: list[Mention]) -> Pin:
    """The pin of which a list below the minimum is judged: what it says from the minimum on is supported."""
    lowest = numbers(pin.minimum)
    versions = {m.version for m in elements if m.version and not says(m, pin.allow)}
    if pin.supports or not lowest or all(numbers(v) >= lowest[: len(numbers(v))] for v in versions):
        return pin
    above = {v for v in versions if numbers(v) >= lowest} | {pin.minimum}
    return pin._replace(supports=tuple(sorted(above, key=numbers)))


def supports(pin: Pin) -> str:
    """What pins.toml supports, for people."""
    return ", ".join(pin.supports) or f"{pin.minimum} or later"


def _quoting(path: str, unquoted: list[Mention], pin: Pin) -> Iterator[Finding]:
    """Places that would say what they should, were they between quotes."""
    for m in unquoted:
        message = f"{pin.subject} is read as {misread(m.text)} here, since {m.text} has no quotes"
        wanted = quoted(m.text, m.plain)
        if m.frozen:
            yield _finding(MISMATCH, path, m, pin, f"{message}; not fixed: {m.frozen}")
        else:
            yield _finding(MISMATCH, path, m, pin, message, (Edit(m.start, m.end, wanted),), wanted)


def _nearest(row: Mention, pin: Pin) -> str:
    """What a row says once its version is supported no more: the end of the supported ones that it is next to."""
    return next((v for v in pin.range if numbers(v) > numbers(row.version)), pin.range[-1])


def _lacking_the_pin(path: str, elements: list[Mention], pin: Pin) -> Iterator[Finding]:
    if not pin.version:
        return
    if unquoted := [m for m in elements if unread(m, (pin.version,))]:
        yield from _quoting(path, unquoted, pin)
        return
    if any(expected(m, pin.version) == m.text for m in elements) or all(agrees(m, pin) for m in elements):
        return
    message = f"{_said(pin, elements)}, pins.toml says {pin.version}, which the list lacks"
    moved = {m: expected(m, pin.version) for m in _behind(elements, pin.version)}
    if moved and all(moved.values()) and not any(m.frozen for m in moved):
        for m, text in moved.items():
            yield _finding(MISMATCH, path, m, pin, message, (Edit(m.start, m.end, str(text)),), text)
        return
    yield _finding(MISMATCH, path, elements[0], pin, f"{message}; not fixed: {COLLAPSED}")


def _behind(elements: list[Mention], pin: str) -> list[Mention]:
    """The elements that said the pin when it was older: all of one version, and no choice of somebody who tests several.

    They are of the pin's own series, or what a matrix says alone beside its rows, or the newer end of an axis of two that are apart,
    or the newest of a package under several markers.
    """
    said = {m.version for m in elements}
    former = {version for version in said if _patch_apart(version, pin)}
    name = elements[0].item.list if elements[0].item else elements[0].where
    if not former and ("matrix" in name or ".with." in name):  # what a workflow is called with is a matrix there
        newest = max(said, key=numbers)
        axis = {m.version for m in elements if m.item}
        ends = len(axis) == 2 and newest in axis and _apart(min(axis, key=numbers), newest, pin)
        former = axis if len(axis) == 1 else {newest} if ends else set()
    elif not former and all(m.notation == "==" and m.where.endswith(UNDER_MARKER) for m in elements):
        former = {max(said, key=numbers)}  # which is for whoever is not held back
    former = {version for version in former if numbers(version) < numbers(pin) or _patch_apart(version, pin)}
    return [m for m in elements if m.version in former] if len(former) == 1 else []


def _apart(older: str, newer: str, pin: str) -> bool:
    """Whether releases lie between the two, and the newer is a former release of the pin's major version."""
    low, high = numbers(older), numbers(newer)
    return len(low) > 1 < len(high) and high[0] == numbers(pin)[0] and (low[0] != high[0] or high[1] - low[1] > 1)


def _patch_apart(version: str, pin: str) -> bool:
    """Whether both are releases of one series, as 13.0.1 and 13.0.2 are."""
    one, other = numbers(version), numbers(pin)
    return len(one) == len(other) == 3 and one[:2] == other[:2]


def kept(elements: list[Mention], pin: Pin) -> list[str]:
    """What stays of a list: its supported versions, and for an end that is supported no more, the end that is."""
    axis = sorted((bare(m) for m in elements if m.item), key=lambda m: numbers(m.version))
    if not axis or not pin.supports:
        return []
    ends = [
        pick(pin.supports, key=numbers) for pick, m in ((min, axis[0]), (max, axis[-1]))
        if not says(m, (*pin.supports, *pin.allow))
    ]
    return [w for w in pin.supports if w in ends or any(says(m, (w,)) for m in axis)]


def _chosen(axis: list[Mention], stays: list[str], pin: Pin, longest: int) -> bool:
    """Whether a matrix tests a choice of versions, not all of them."""
    if not axis or not axis[0].item:
        return False
    if axis[0].item.list.partition("@")[0].endswith(TARGETS):  # of a formatter: its lowest counts, and it may not know the newest
        return True
    if "matrix" not in axis[0].item.list or len(stays) < 2 < len(axis):  # of that many, none but one is left: it is behind
        return False
    if not stays:  # a version that may be said beside the supported ones, and none of these
        return True
    order = [numbers(w) for w in stays]
    left_out = [numbers(w) for w in pin.supports if w not in stays]
    return any(min(order) < w < max(order) for w in left_out) or len(left_out) > 1 or len(stays) < longest


def _said(pin: Pin, elements: list[Mention]) -> str:
    return f"{pin.subject} is {', '.join(dict.fromkeys(m.version for m in elements))} here"


def _listed(mentions: list[Mention]) -> str:
    return ", ".join(dict.fromkeys(m.version for m in mentions))


def _be(several: list[str]) -> str:
    return "is" if len(several) == 1 else "are"


def _finding(
    rule: str, path: str, first: Mention, pin: Pin, message: str, edits: tuple[Edit, ...] = (), wanted: str | None = None
) -> Finding:
    return Finding(
        rule, "error", message, path, first.start, first.end, first, pin.version or pin.floor,
        wanted or (", ".join(pin.supports) if edits else None), edits,
    )
