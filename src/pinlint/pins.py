"""What pins.toml says, as plain data: what the judge reads, and what a cache can hold."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


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
        from pinlint.ranges import numbers

        return self.minimum or min(self.supports, key=numbers, default="")


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


@lru_cache(maxsize=None)
def glob(pattern: str) -> re.Pattern[str]:
    """A glob from the root as a regular expression: `*` stays in a folder, `**` crosses folders, `{a,b}` is either.

    A pattern that ends in a slash means all that is below.
    """
    out, i = "", 0
    pattern = pattern.removeprefix("./") + ("**" if pattern.endswith("/") else "")
    while i < len(pattern):
        if pattern.startswith("**/", i):
            out, i = out + "(?:.*/)?", i + 3
        elif pattern.startswith("**", i):
            out, i = out + ".*", i + 2
        else:
            char = pattern[i]
            close = pattern.find("]" if char == "[" else "}", i + 2) if char in "[{" else -1
            if close > 0 and char == "[":
                out += "[" + pattern[i + 1 : close].replace("\\", "\\\\").replace("!", "^", 1) + "]"
                i = close
            elif close > 0:
                out += "(?:" + "|".join(map(re.escape, pattern[i + 1 : close].split(","))) + ")"
                i = close
            else:
                out += {"*": "[^/]*", "?": "[^/]"}.get(char, re.escape(char))
            i += 1
    return re.compile(out, re.DOTALL)


def matches(patterns: tuple[str, ...], path: str) -> bool:
    """Whether one of the globs matches the path; one without a slash matches a file's name in any folder."""
    name = path.rpartition("/")[2]
    return any(glob(p).fullmatch(path if "/" in p else name) for p in patterns)
