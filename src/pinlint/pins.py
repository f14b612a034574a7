"""What pins.toml says, as plain data: what the judge reads, and what a cache can hold."""

from __future__ import annotations

from typing import NamedTuple

from pinlint.globs import matches
from pinlint.patterns import later

VERSION = later(r"\d\w*(?:[.+!-]\w+)*")  # what may stand as a version in pins.toml


class Pin(NamedTuple):
    """What is true of one subject. Versions are text; `version` is empty where only a range of versions is declared."""

    subject: str
    version: str = ""
    supports: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    minimum: str = ""
    source: str = ""  # the file that `from` names, until its version is known
    line: int = 0  # 1-based, in pins.toml

    @property
    def floor(self) -> str:
        """The lowest supported version; empty where pins.toml declares none."""
        return next(iter(self.range), "")

    @property
    def range(self) -> tuple[str, ...]:
        """The supported versions that pins.toml names, the lowest first."""
        from pinlint.ranges import numbers

        return (self.minimum,) if self.minimum else tuple(sorted(self.supports, key=numbers))


class Override(NamedTuple):
    files: tuple[str, ...]
    pins: tuple[Pin, ...]


class Place(NamedTuple):
    files: tuple[str, ...]
    pattern: str
    line: int = 0


class Require(NamedTuple):
    pin: str
    files: tuple[str, ...]
    line: int = 0


class Ignore(NamedTuple):
    files: tuple[str, ...]
    pins: tuple[str, ...]  # empty: every pin
    reason: str
    until: str = ""  # ISO date, empty: for ever
    line: int = 0


class Pins(NamedTuple):
    path: str  # of pins.toml, from the root
    pins: tuple[Pin, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    overrides: tuple[Override, ...] = ()
    places: tuple[Place, ...] = ()
    require: tuple[Require, ...] = ()
    ignore: tuple[Ignore, ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    plugins: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()  # optional ones

    @property
    def sources(self) -> tuple[str, ...]:
        """The files that `from` names, each once and sorted."""
        pins = [*self.pins, *(p for o in self.overrides for p in o.pins)]
        return tuple(sorted({p.source for p in pins if p.source}))

    def for_path(self, path: str) -> dict[str, Pin]:
        """The pins that hold in the file at `path`, by every name they have; later overrides win."""
        found = {pin.subject: pin for pin in self.pins}
        for override in self.overrides:
            if matches(override.files, path):
                found.update((pin.subject, pin) for pin in override.pins)
        for alias, subject in self.aliases:
            if subject in found:
                found[alias] = found[subject]
        return found
