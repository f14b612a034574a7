"""Compiled requirements that no longer satisfy what they were compiled from."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pinlint import notations
from pinlint.fragments.compiled import command
from pinlint.model import Finding, Mention
from pinlint.patterns import later

INCLUDE = later(r"^\s*(-r|-c|--requirement|--constraint)[ =]\s*([^\s#]+)", re.MULTILINE)
TAKES_VALUE = frozenset(
    "-o --output-file -c --constraint --constraints --python-version --python -p --index-url -i --extra-index-url "
    "-f --find-links --extra --group --cache-dir --resolver --override --overrides --python-platform --annotation-style".split()
)


class Source(NamedTuple):
    """A requirements file: its path from the root, its text, and what it mentions."""

    path: str
    text: str
    mentions: tuple[Mention, ...]


def sources(compiled: Source, known: Mapping[str, Source]) -> list[Source]:
    """The files that the header's command reads, of those that are `known` by path."""
    words = command(compiled.text).split()
    found, skip = [], True
    for word in words:
        if skip or word.startswith("-"):
            skip = word in TAKES_VALUE or word in ("uv", "pip")
            continue
        for path in (word, posixpath.join(posixpath.dirname(compiled.path), word)):
            path = posixpath.normpath(path)
            if path in known and path != compiled.path:
                found.append(known[path])
                break
    return found


def judge(compiled: Source, known: Mapping[str, Source]) -> Iterator[Finding]:
    """A finding for each requirement that the compiled file breaks or lacks."""
    said: dict[str, list[Mention]] = {}
    for mention in compiled.mentions:
        if mention.role == "output" and mention.where != "header":
            said.setdefault(mention.subject, []).append(mention)
    run = command(compiled.text)
    for source in sources(compiled, known):
        told: set[tuple[str, str]] = set()
        for origin, wanted, must in _wanted(source, known, set(), required=True):
            key = (wanted.subject, wanted.text)
            if key not in told:
                told.add(key)
                yield from _compare(compiled, said.get(wanted.subject, []), origin, wanted, run, must=must)


def _wanted(
    source: Source, known: Mapping[str, Source], seen: set[str], *, required: bool
) -> Iterator[tuple[Source, Mention, bool]]:
    """Every requirement of a file and its includes; a constraint binds only what is there anyway."""
    if source.path in seen:
        return
    seen.add(source.path)
    for mention in source.mentions:
        if mention.notation != "unresolved" and mention.where != "header":
            yield source, mention, required and not _conditional(source.text, mention)
    for option, name in INCLUDE.findall(source.text):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source.path), name))
        if path in known:
            binding = required and option in ("-r", "--requirement")
            yield from _wanted(known[path], known, seen, required=binding)


def _conditional(text: str, mention: Mention) -> bool:
    """Whether an environment marker, a URL or an option may keep the requirement out of the compiled file."""
    first = text.rfind("\n", 0, mention.start) + 1
    last = text.find("\n", mention.end)
    line = text[first : last if last >= 0 else len(text)]
    return ";" in line or "@" in line or line.lstrip().startswith("-")


def _compare(
    compiled: Source, said: list[Mention], origin: Source, wanted: Mention, run: str, *, must: bool
) -> Iterable[Finding]:
    if not said:
        if must and wanted.subject not in ("cuda", "python"):
            message = f"{wanted.subject} is missing here, {origin.path} requires it; run `{run}`"
            yield Finding("stale-output", "error", message, compiled.path, 0, 0)
        return
    if wanted.notation == "floating":
        return
    if not any(notations.write(wanted.notation, m.version, wanted.text) == wanted.text for m in said):
        first = said[0]
        wish = wanted.text if wanted.notation == "==" or wanted.notation[0].isalpha() else wanted.notation + wanted.text
        message = f"{first.subject} is {first.version} here, {origin.path} wants {wish}; run `{run}`"
        yield Finding("stale-output", "error", message, compiled.path, first.start, first.end, first, wish)
