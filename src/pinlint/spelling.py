"""What a notation is: how a version is spelled at a place."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Notation(NamedTuple):
    read: Callable[[str], str]  # the place's text -> dotted version
    write: Callable[[str, str], str | None]  # (pin, the place's text) -> what the place should say
    floor: Callable[[str, str], str | None]  # (lowest supported version, text) -> the same for a lower bound
    range: bool = False  # the text admits several versions
    ceiling: Callable[[str, str], str | None] | None = None  # (highest supported version, text) -> a text that admits it
    why: str = "no safe edit is known"  # for people, where nothing can be written
