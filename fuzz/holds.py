"""What has to hold of any bytes under any name: read, judged, fixed, read again. A breach raises an error that says which."""

from __future__ import annotations

import json
import re
import time
import tomllib
from collections.abc import Callable
from typing import Any

import yaml

from pinlint import check, config, fix, plain, read, repair, scan
from pinlint.model import Document, Edit, Mention, PinlintError, Unreadable
from pinlint.names import canonical
from pinlint.pins import Pin, Pins
from pinlint.rules import RULES

SECONDS = 2.0  # of the processor, for some kilobytes
# The shortest that repeats: of four `cp0` no two count as the word that stands there twice.
ROW = re.compile(r"""((?:[^\s,"']*[^\S\n])*?[^\s,"']*0[^\s,"']*)(?:[\s,"']+\1)+""")
# Of `3.8,v3.9,3.7.*,1!3.6` each may go: they say a version and nothing else.
VERSION = re.compile(r"(?:\b(?:v|c?py|cp|python))?(?:\d+!)?\d[\w.-]*(?:(?<=\.)\*)?")
PYPY = re.compile(r"pypy-?0?(?:-0)*")  # leaves with the last Python of its line
CHOICES = 10  # of pins
SHORT = re.compile(r"\d+(?:\.\d+)?")


class Breach(AssertionError):
    """A promise that was not kept."""


def pins_for(mentions: list[Mention], choice: int) -> Pins:
    """Pins for what a file mentions, which disagree with it in one of several ways."""
    subjects = sorted({m.subject for m in mentions if m.subject})
    return Pins("pins.toml", tuple(_pin(subject, mentions, choice + i) for i, subject in enumerate(subjects)))


def _pin(subject: str, mentions: list[Mention], choice: int) -> Pin:
    said = next((m.version for m in mentions if m.subject == subject and SHORT.match(m.version)), "1.2")
    major, _, minor = SHORT.match(said)[0].partition(".")  # type: ignore[index]
    near = [f"{major}.{int(minor or 0) + step}" for step in range(3)]
    return [
        Pin(subject, "3.10"),
        Pin(subject, "3.10.4"),
        Pin(subject, near[1]),
        Pin(subject, f"{near[2]}.7"),
        Pin(subject, near[1], supports=tuple(near)),
        Pin(subject, "3.10", supports=("3.9", "3.10", "3.11"), allow=("3.8",)),
        Pin(subject, supports=("3.10", "3.11")),
        Pin(subject, minimum=near[2]),
        Pin(subject, "11"),
        Pin(subject, "2.0.0rc1"),
    ][choice % CHOICES]


def check_format(name: str, path: str, data: bytes, choice: int) -> None:
    """Raise Breach if the file at `path` is not read, judged and fixed as promised."""
    began = time.process_time()
    try:
        document = read.decode(path, data)
    except Unreadable:
        return
    if document.encode(document.text) != data:
        raise Breach("the bytes of the file do not come back from its text")
    reading = scan.interpret(document, name, ())
    if reading.error is not None and reading.error.__cause__ is not None:
        raise reading.error.__cause__
    if reading.error is not None and not 0 <= reading.error.line <= document.text.count("\n") + 1:
        raise Breach(f"line {reading.error.line} is none of the file")
    _in_place(document, reading.mentions)
    pins = pins_for(reading.mentions, choice)
    found = check.of_document(pins, reading)
    one = repair.plan(pins, reading, found, set(RULES))
    if one is not None:
        _only_versions(document, one.after, [e for f in found for e in f.edits], name, pins)
        _as_valid(document, one.after)
        again = scan.interpret(one.after, name, ())
        if repair.plan(pins, again, check.of_document(pins, again), set(RULES)) is not None:
            raise Breach("fixing twice is not fixing once")
    if time.process_time() - began > SECONDS:
        raise Breach(f"takes longer than {SECONDS} s")


def _in_place(document: Document, mentions: list[Mention]) -> None:
    starts = {m.start for m in mentions}
    for m in mentions:
        if not 0 <= m.start <= m.end <= len(document.text):
            raise Breach(f"a span out of the file: {m}")
        if m.version and not m.frozen and document.text[m.start : m.end] != m.text:
            raise Breach(f"the text of a mention is not what stands there: {m}")
        if m.item and not m.item.start <= m.start <= m.end <= m.item.end:
            raise Breach(f"a mention out of its element: {m}")
        if m.role == "label" and m.labels >= 0 and m.labels not in starts:
            raise Breach(f"a label of nothing: {m}")
        if not m.subject or m.subject != canonical(m.subject):
            raise Breach(f"no canonical subject: {m}")


def _only_versions(before: Document, after: Document, edits: list[Edit], name: str, pins: Pins) -> None:
    """Outside of the spans that findings own nothing changes, nor outside of those that then are due."""
    for _ in range(repair.ROUNDS + 1):
        middle = before._replace(text=fix.apply(before.text, edits))
        _only_spans(before.text, middle.text, edits)
        before = middle
        edits = [e for f in check.of_document(pins, scan.interpret(middle, name, ())) for e in f.edits]
    if before.text != after.text:
        raise Breach("something else than the findings' edits has been made")


def _only_spans(text: str, after: str, edits: list[Edit]) -> None:
    at = place = 0
    for start, end, new in sorted(set(edits)):
        if text[at:start] + new != after[place : place + start - at + len(new)]:
            raise Breach("a byte outside of the edited spans has changed")
        place += start - at + len(new)
        at = end
    if text[at:] != after[place:]:
        raise Breach("a byte behind the edited spans has changed")


def _as_valid(before: Document, after: Document) -> None:
    """A file that a strict parser takes, it takes once fixed; and whatever is no version is as it was."""
    parse = PARSERS.get(before.path.rpartition(".")[2])
    if parse is None:
        return
    try:
        one = _masked(parse(before.text))
    except (ValueError, RecursionError, yaml.YAMLError):
        return
    try:
        other = _masked(parse(after.text))
    except (ValueError, yaml.YAMLError) as error:
        raise Breach(f"valid before the fix, and not after: {error}") from None
    if one != other:
        raise Breach(f"more than versions has changed: {one ^ other}")


def _yaml(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CBaseLoader)


PARSERS: dict[str, Callable[[str], Any]] = {
    "yml": _yaml, "yaml": _yaml, "json": json.loads, "ipynb": json.loads, "toml": tomllib.loads,
}


def _masked(tree: Any) -> set[str]:
    """What every scalar says, with its versions masked."""
    stack, seen, found = [tree], set(), set()
    while stack:
        node = stack.pop()
        if isinstance(node, (dict, list)):
            if id(node) not in seen:
                seen.add(id(node))
                stack += [part for entry in node.items() for part in entry] if isinstance(node, dict) else node
        else:
            # A list of versions may stand in one scalar, `cp39-* cp310-*`, and grow there.
            found.add(ROW.sub(r"\1", VERSION.sub("0", str(node))))
    return {said for said in found if not PYPY.fullmatch(said)}


def check_pins(data: bytes) -> None:
    """Raise Breach if a pins.toml is neither taken nor refused in one line."""
    began = time.process_time()
    try:
        document = read.decode("pins.toml", data)
        data.decode()
    except (Unreadable, UnicodeDecodeError):  # the command refuses these before it reads the pins
        return
    try:
        pins = config.load(document.text, "pins.toml")
    except PinlintError as error:
        line = re.match(r"pins\.toml:(\d+): ", str(error))
        if line is None or int(line[1]) > document.text.count("\n") + 1:
            raise Breach(f"a refusal without a line of the file: {error}") from None
    else:
        if plain.pins(plain.dump(pins)) != pins:
            raise Breach("pins do not come back from what the cache keeps")
        if pins.for_path("a/b.yml").keys() < {p.subject for p in pins.pins}:
            raise Breach("a pin is lost")
    if time.process_time() - began > SECONDS:
        raise Breach(f"takes longer than {SECONDS} s")
