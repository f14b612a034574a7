"""Regular expressions that are compiled when they are first used: a run needs few of the hundreds that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "groupindex", "groups", "pattern", "flags")


class _Later:
    """Looks like the compiled expression, and from the first use on answers with its very methods."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source, flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(*self._source)
        self.__dict__.update({method: getattr(compiled, method) for method in METHODS})
        return getattr(compiled, name)


def later(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, put off. An expression that is none shows at its first use, so tests use every one of them."""
    return cast("re.Pattern[str]", _Later(source, flags))


@contextmanager
def put_off() -> Iterator[None]:
    """Whatever others compile in the block, as they do when they are imported, is put off as well."""
    compile_, re.compile = re.compile, later  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = compile_


def within(offset: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a match at `offset` lies in one of the spans, as in a comment."""
    return any(start <= offset < end for start, end in spans)
