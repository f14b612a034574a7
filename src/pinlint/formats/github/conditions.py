"""Conditions that compare with a version: `if: matrix.python-version == '3.7'` holds no more once the version moves."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.github.scope import Scope
from pinlint.fragments import runner, setting
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Value

COMPARISON = later(r"\b(?P<name>(?:matrix|env|inputs)\.[\w.-]+)\s*[!=]=\s*(?:'(?P<text>[^']*)'|(?P<number>\d+\.\d+))")
LONGEST = 1000  # characters


def read(condition: Node, scope: Scope, where: str) -> Iterator[Mention]:
    """What is compared with a version that a variable may have repeats that version."""
    if not isinstance(condition, Scalar) or len(condition.text) > LONGEST:
        return
    whole = condition.value()
    for match in COMPARISON.finditer(whole.text):
        name = match["name"].rpartition(".")[2]
        yield from compared(name, whole.slice(*match.span(str(match.lastgroup))), scope.lookup(match["name"]), where)


def compared(name: str, text: Value, values: list[Value], where: str) -> Iterator[Mention]:
    """What the `text` repeats that the variable `name`, which may have it for a value, is compared with."""
    said = [m for value in values for m in _said(name, value, where)]
    for found in _said(name, text, where):
        same = [m for m in said if m.subject == found.subject and m.text == found.text]
        if found.version and same:
            yield found._replace(role="label", item=None, labels=same[0].start)


def _said(name: str, value: Value, where: str) -> Iterator[Mention]:
    yield from setting.read(name, value, where, listed=True)
    yield from runner.read(value, where)
