"""Discover, read, extract: the first half of the line, for any command."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from typing import NamedTuple

from pinlint import pragmas, read
from pinlint.bound import TooLong, bounded
from pinlint.formats import FORMATS
from pinlint.globs import matches
from pinlint.match import Matcher, made
from pinlint.model import Document, Mention, Unreadable
from pinlint.names import canonical
from pinlint.pins import Pins
from pinlint.pragmas import Pragma
from pinlint.tables.formats import FILES
from pinlint.tables.names import COUNTING

LEFTOVER = ".pinlint"  # what save.write names its temporary files; a killed run may leave one
LONGEST = 60  # seconds for one file; the largest that people write take a few
SECONDS = 2  # for one pattern of [[places]] in one file
SMALL = 512  # bytes; a file that may hold a version and nothing that names its subject, such as .nvmrc


class Reading(NamedTuple):
    """What one file says. `format` is empty for a file that only [[places]] knows."""

    path: str
    format: str
    document: Document | None
    mentions: list[Mention]
    pragmas: list[Pragma]
    error: Unreadable | None = None
    own: int = -1  # how many of the mentions, from the first, the format itself found; -1 where it wasn't asked


def table(pins: Pins | None = None) -> list[tuple[str, tuple[str, ...]]]:
    """The built-in formats, the optional ones that `pins` asks for, and its plugins, each with the paths it reads."""
    asked = [name.replace("-", "_") for name in pins.formats] if pins else []
    plugins = [f"{read.PLUGIN}{name}" for name in pins.plugins] if pins else []
    return [(name, FILES.get(name) or read.format_module(name).FILES) for name in (*asked, *FORMATS, *plugins)]


def matcher(pins: Pins | None = None) -> Matcher:
    """The matcher over `table`."""
    return Matcher(table(pins))


def scan(root: str, pins: Pins | None, files: Iterable[str], *, everything: bool = False) -> list[Reading]:
    """Read every file that a format or a [[places]] table of pins.toml knows.

    A document that names no pinned subject is not parsed, unless `everything` is asked for.
    """
    sought = None if everything or pins is None else needles(pins)
    match, own = matcher(pins), pins.path if pins else None
    found = []
    for path in files:
        format_name = match(path)
        if format_name is None and pins and any(matches(p.files, path) for p in pins.places):
            format_name = ""
        if format_name is not None and path != own and not path.endswith(LEFTOVER) and is_file(root, path):
            found.append(reading(root, pins, path, format_name, sought))
    return found


def is_file(root: str, path: str) -> bool:
    """Not so a submodule, a folder by a file's name, what git knows and is deleted, and a link: its target counts."""
    try:
        mode = os.lstat(os.path.join(root, path)).st_mode
    except OSError:
        return False
    return not stat.S_ISDIR(mode) and not stat.S_ISLNK(mode)


def reading(
    root: str, pins: Pins | None, path: str, format_name: str, sought: tuple[str, ...] | None = None
) -> Reading:
    """Read one file; `sought` are the texts of which it must hold one to be worth parsing."""
    try:
        document = read.read(root, path)
    except Unreadable as error:
        return Reading(path, format_name, None, [], [], error)
    return interpret(document, format_name, patterns(pins, path), sought)


def patterns(pins: Pins | None, path: str) -> list[str]:
    """The patterns of the [[places]] that look into the file at `path`."""
    return [p.pattern for p in pins.places if matches(p.files, path)] if pins else []


def interpret(
    document: Document, format_name: str, places: Iterable[str], sought: tuple[str, ...] | None = None
) -> Reading:
    """The reading of a document; what a broken part hides is an error, what a pattern or a pragma says still counts."""
    mentions: list[Mention] = []
    error, own = None, -1
    if format_name and (sought is None or len(document.text) < SMALL or _names(document, sought)):
        try:
            with bounded(LONGEST):
                mentions = read.extract(format_name, document)
                own = len(mentions)
        except Unreadable as cause:
            error = cause if made(document.path) == document.path else None  # a template need not be what it makes
        except TooLong:
            error = Unreadable(f"takes longer than {LONGEST} s to read")
    for pattern in places:
        try:
            with bounded(SECONDS):
                mentions += _placed(document, pattern)
        except TooLong:
            error = error or Unreadable(f"the pattern {pattern!r} of [[places]] in pins.toml takes longer than {SECONDS} s here")
    comments = pragmas.read(document)
    mentions += [m for p in comments for m in p.mentions]
    return Reading(document.path, format_name, document, mentions, comments, error, own)


def _names(document: Document, sought: tuple[str, ...]) -> bool:
    # A dozen plain searches are quicker than one expression of a dozen alternatives, and most succeed as the text stands.
    text = document.text
    return _holds(text, sought) or _holds(document.path.lower(), sought) or _holds(text.lower(), sought)


def _holds(text: str, sought: tuple[str, ...]) -> bool:
    return any(word in text and (word not in COUNTING or re.search(COUNTING[word], text) is not None) for word in sought)


def _placed(document: Document, pattern: str) -> list[Mention]:
    found = []
    for match in re.compile(pattern, re.MULTILINE).finditer(document.text):
        for group, text in match.groupdict().items():
            if text:
                start, end = match.span(group)
                notation = "dotted" if re.fullmatch(r"\d+(?:\.\d+)*", text) else "exact"
                found.append(Mention(canonical(group), start, end, text, notation, "uses", "places", text))
    return found


def needles(pins: Pins) -> tuple[str, ...]:
    """Lower-case texts: a file that mentions a pinned subject holds at least one of them, or its path does."""
    from pinlint.tables.names import ALIASES, ELSEWHERE, NEEDLES

    subjects = {p.subject for p in pins.pins} | {p.subject for o in pins.overrides for p in o.pins}
    subjects |= {alias for alias, _ in pins.aliases}
    found = {"pinlint:"}
    for subject in subjects:
        names = [subject, *(a for a, s in ALIASES.items() if s == subject)]
        known = NEEDLES.get(subject) or ELSEWHERE.get(subject)
        # The image `redis` is a redis-server.
        found.update(known or (max(re.split(r"[-/]", n.removesuffix("-server")), key=len) for n in names))
    return tuple(sorted(found, key=lambda n: (n in COUNTING, len(n), n)))
