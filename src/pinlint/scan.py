"""Discover, read, extract: the first half of the line, for any command."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import NamedTuple

from pinlint import discover, pragmas, read
from pinlint.formats import FORMATS
from pinlint.globs import matches
from pinlint.model import Document, Mention, Unreadable
from pinlint.names import canonical
from pinlint.pins import Pins
from pinlint.pragmas import Pragma

LEFTOVER = ".pinlint"  # what fix.write names its temporary files; a killed run may leave one
SMALL = 512  # bytes; a file that may hold a version and nothing that names its subject, such as .nvmrc


class Reading(NamedTuple):
    """What one file says. `format` is empty for a file that only [[places]] knows."""

    path: str
    format: str
    document: Document | None
    mentions: list[Mention]
    pragmas: list[Pragma]
    error: Unreadable | None = None


def matcher(pins: Pins | None = None) -> discover.Matcher:
    """The matcher over the built-in formats, the optional ones that `pins` asks for, and its plugins."""
    asked = [name.replace("-", "_") for name in pins.formats] if pins else []
    plugins = [f"{read.PLUGIN}{name}" for name in pins.plugins] if pins else []
    return discover.Matcher((name, read.format_module(name).FILES) for name in (*asked, *FORMATS, *plugins))


def scan(root: str, pins: Pins | None, files: Iterable[str], *, everything: bool = False) -> list[Reading]:
    """Read every file that a format or a [[places]] table of pins.toml knows.

    A document that names no pinned subject is not parsed, unless `everything` is asked for.
    """
    match = matcher(pins)
    places = pins.places if pins else ()
    needles = None if everything or pins is None else re.compile("|".join(map(re.escape, sorted(_needles(pins)))))
    found = []
    for path in files:
        if path.endswith(LEFTOVER):
            continue
        format_name = match(path) or ""
        wanted = [p for p in places if matches(p.files, path)]
        if format_name or wanted:
            if pins is not None and path == pins.path:
                continue
            reading = _reading(root, path, format_name, [p.pattern for p in wanted], needles)
            if reading.document or _is_file(os.path.join(root, path)):
                found.append(reading)
    return found


def _is_file(path: str) -> bool:
    """Not so a submodule, a folder by a file's name, and a file that git knows and that is deleted."""
    return os.path.lexists(path) and not os.path.isdir(path)


def _reading(root: str, path: str, format_name: str, places: list[str], needles: re.Pattern[str] | None) -> Reading:
    try:
        document = read.read(root, path)
    except Unreadable as error:
        return Reading(path, format_name, None, [], [], error)
    return interpret(document, format_name, places, needles)


def interpret(
    document: Document, format_name: str, places: list[str], needles: re.Pattern[str] | None = None
) -> Reading:
    """The reading of a document; what a broken part hides is an error, what a pattern or a pragma says still counts."""
    mentions: list[Mention] = []
    error = None
    named = needles is None or len(document.text) < SMALL or needles.search(document.text.lower())
    if format_name and (named or needles and needles.search(document.path.lower())):
        try:
            mentions = read.extract(format_name, document)
        except Unreadable as cause:
            error = cause
    for pattern in places:
        mentions += _placed(document, pattern)
    comments = pragmas.read(document)
    mentions += [m for p in comments for m in p.mentions]
    return Reading(document.path, format_name, document, mentions, comments, error)


def _placed(document: Document, pattern: str) -> list[Mention]:
    found = []
    for match in re.compile(pattern, re.MULTILINE).finditer(document.text):
        for group, text in match.groupdict().items():
            if text:
                start, end = match.span(group)
                notation = "dotted" if re.fullmatch(r"\d+(?:\.\d+)*", text) else "exact"
                found.append(Mention(canonical(group), start, end, text, notation, "uses", "places", text))
    return found


def _needles(pins: Pins) -> set[str]:
    """For each pinned subject, lower-case texts of which a file that mentions it holds at least one."""
    from pinlint.tables.names import ALIASES, NEEDLES

    subjects = {p.subject for p in pins.pins} | {p.subject for o in pins.overrides for p in o.pins}
    subjects |= {alias for alias, _ in pins.aliases}
    found = {"pinlint:"}
    for subject in subjects:
        names = [subject, *(a for a, s in ALIASES.items() if s == subject)]
        found.update(NEEDLES.get(subject) or (max(re.split(r"[-/]", n), key=len) for n in names))
    return found


