"""Mentions and pins -> findings. Pure: knows no kind of file, touches no disk.

A mention agrees when what the pin would be written as, in the mention's own notation, is what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pinlint import notations, rivals, supported
from pinlint.agreement import agrees, expected, says, wished
from pinlint.model import UNDER_MARKER, Edit, Finding, Mention
from pinlint.pins import Pin
from pinlint.purpose import named, names_its_version, older_on_purpose
from pinlint.quoting import misread, quoted
from pinlint.ranges import numbers
from pinlint.supported import MISMATCH, SUPPORTED

STALE = "stale-output"
UNPINNED = "unpinned-mention"
FLOATING = re.compile(r"[\d.]*[*xX]?|latest|stable|current|main|master|nightly|lts.*")  # else the name stands there alone
WITHOUT_VERSION = ("floating", "unresolved")


def judge(path: str, mentions: list[Mention], pins: dict[str, Pin], text: Callable[[], str]) -> list[Finding]:
    """The findings of one document, in order. `text` gives the document's text where a list has to be edited."""
    found: list[Finding] = []
    groups: dict[tuple[str, str], list[Mention]] = {}
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
            found += _label(path, mention, by_start[mention.labels], pin)
        else:
            found += _single(path, mention, pin)
    lists = [(name, subject, part) for (name, subject), group in groups.items() for part in _parted(group, text)]
    for _, subject, elements in lists:
        pin = pins[subject]
        if not _several(elements):
            found += [f for element in elements for f in _single(path, element, pin)]
        else:
            # A list of one version stays one, however many it lies between.
            matrices = [part for name, s, part in lists if s == subject and "matrix" in name and _several(part)]
            longest = max((len(supported.kept(part, pin)) for part in matrices), default=0)
            found += supported.judge(path, elements, pin, text, longest=longest)
    return rivals.settle(rivals.harmless(mentions, pins, _without_build(mentions, _without_index(pins, found))), text)


def _without_index(pins: dict[str, Pin], found: list[Finding]) -> list[Finding]:
    """A wheel index can be written only where PyTorch publishes one: the edit is taken back from the others."""
    torch = pins["torch"].version if "torch" in pins else ""
    return [f if not _unpublished(torch, f) else _take_back(f, torch) for f in found]


def _unpublished(torch: str, finding: Finding) -> bool:
    if finding.mention is None or finding.mention.notation != "wheel-index" or not finding.edits:
        return False
    from pinlint.tables.wheels import EARLIER, INDEXES

    known = INDEXES.get(".".join(torch.split(".")[:2])) or {*EARLIER, *(v for row in INDEXES.values() for v in row)}
    return ".".join(finding.pin.split(".")[:2]) not in known


def _without_build(mentions: list[Mention], found: list[Finding]) -> list[Finding]:
    """Of `torch==2.0.1+cu118` none moves to what PyTorch never built: the release and its CUDA go together, or stay."""
    releases = {m.end + len("+cu"): m for m in mentions if m.subject == "torch" and m.notation == "exact"}
    builds = {m.start: m for m in mentions if m.notation == "wheel-index" and m.start in releases}
    if not builds:
        return found
    from pinlint.tables.wheels import INDEXES

    moves = {edit.start: (f, edit.text) for f in found for edit in f.edits}
    held: dict[Finding, str] = {}
    for start, cuda in builds.items():
        torch = releases[start]
        said = [moves[m.start][1] if m.start in moves else m.text for m in (torch, cuda)]
        known = INDEXES.get(".".join(said[0].split(".")[:2]))
        if known and notations.read("wheel-index", said[1]) not in known:
            held |= {moves[m.start][0]: f"{said[0]}+cu{said[1]}" for m in (torch, cuda) if m.start in moves}
    return [
        f if f not in held
        else f._replace(expected=None, edits=(), message=f"{f.message}; not fixed: no {held[f]} of torch is known")
        for f in found
    ]


def _take_back(finding: Finding, torch: str) -> Finding:
    why = f"no wheel index is known for CUDA {finding.pin}{f' and torch {torch}' if torch else ''}"
    return finding._replace(expected=None, edits=(), message=f"{finding.message}; not fixed: {why}")


def _list(mention: Mention) -> str:
    """Which list a mention is of. Rows are told by their path: those of a matrix add to its axis of that name."""
    return re.sub(r"\[\d+\]|(?<=^line )\d+", "[]", mention.item.list if mention.item else mention.where)


def _several(elements: list[Mention]) -> bool:
    return len({m.version for m in elements}) > 1


def _parted(elements: list[Mention], text: Callable[[], str]) -> list[list[Mention]]:
    """The elements of one list; of two where a mapping has its key twice, as selectors of conda tell such keys apart."""
    parts: list[list[Mention]] = [[]]
    last: Mention | None = None
    for m in elements:
        if m.item and last and last.item and _again(m.item.list, text(), last.item.end, m.item.start):
            parts.append([])
        last = m if m.item else last
        parts[-1].append(m)
    return parts


def _again(name: str, text: str, start: int, end: int) -> bool:
    """Whether a list's own key stands between two of its elements."""
    key = re.escape(name.partition("@")[0].rpartition(".")[2])
    return start < end and re.search(rf"(?<![\w-]){key}[\"']?[ \t]*[:=]", text[start:end]) is not None


def _unpinned(path: str, mention: Mention, pin: Pin) -> Finding:
    wish = pin.version or pin.floor
    message = f"{pin.subject} has no version here, pins.toml says {wish}"
    if FLOATING.fullmatch(mention.text):
        message = f"{pin.subject} floats here ({mention.text}), pins.toml says {wish}"
    return Finding(UNPINNED, "advice", message, path, mention.start, mention.end, mention, wish)


def _single(path: str, mention: Mention, pin: Pin) -> Iterator[Finding]:
    if agrees(mention, pin) or older_on_purpose(path, mention, pin):
        return
    wish = wished(mention, pin)
    if pin.version:
        rule = STALE if mention.role == "output" else MISMATCH
        yield _finding(rule, path, mention, pin, wish, expected(mention, wish))
    elif pin.supports or wish:
        why = "" if wish else "no newer version is supported"
        yield _finding(MISMATCH, path, mention, pin, wish or pin.range[-1], expected(mention, wish), why=why)


def _label(path: str, mention: Mention, target: Mention, pin: Pin) -> Iterator[Finding]:
    """A label says what its place says, once that is right."""
    right = agrees(target, pin) or older_on_purpose(path, target, pin)
    version = target.version if right else wished(target, pin)
    if version and expected(mention, version) != mention.text:
        yield _finding(MISMATCH, path, mention, pin, version, expected(mention, version))


def _floor(path: str, mention: Mention, pin: Pin) -> Iterator[Finding]:
    if pin.floor:
        text = notations.set_floor(mention.notation, pin.floor, mention.text)
        wanted = text if text is None else quoted(text, mention.plain)
        if wanted != mention.text and not any(
            notations.set_floor(mention.notation, v, mention.text) == mention.text for v in pin.allow
        ):
            yield _finding(
                SUPPORTED, path, mention, pin, pin.floor, wanted, f"the lowest that pins.toml supports is {pin.floor}"
            )
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
    told = told or (f"pins.toml says {wish}" if pin.version else f"pins.toml supports {_range(pin)}")
    message = f"{pin.subject} is {mention.version or mention.text} here, {told}"
    if mention.plain and wanted is not None and wanted[1:-1] == mention.text:
        message = f"{pin.subject} is read as {misread(mention.text)} here, since {mention.text} has no quotes; {told}"
    if mention.via:
        message += f" ({mention.via})"
    if names_its_version(path, mention):
        whose = "file's own path names" if named(path, mention) else "job's own name says"
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


def _range(pin: Pin) -> str:
    return ", ".join(pin.supports) or f"{pin.minimum} or later"
