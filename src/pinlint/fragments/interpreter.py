"""A Python named as a command or a tag: `python3.7`, `py37`, `cpython-3.12`, `3.7`; other implementations are none."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import version
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.value import Value

PREFIX = later(r"\s*(?:c?python|py)[-@:]?(?=\d+\.\d)")


def read(value: Value, where: str, role: str = "uses", *, exact: str = "dotted") -> Iterator[Mention]:
    prefix = PREFIX.match(value.text)
    rest = value.slice(prefix.end(), len(value.text)) if prefix else value
    yield from version.read(rest, "python", where, role, exact=exact)
