"""Conditions that compare with a version: `if: matrix.python-version == '3.7'` holds no more once the version moves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pinlint.formats.github.scope import Scope
from pinlint.fragments import runner, setting
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Value

COMPARISON = later(r"\b(?P<name>(?:matrix|env|inputs)\.[\w.-]+)\s*[!=]=\s*(?:'(?P<text>[^']*)'|(?P<number>\d+\.\d+))")
LONGEST = 1000  # characters
EXPRESSION = later(r"\$\{\{[^{}]{1,1000}\}\}")
# A script compares with what an expression becomes: `[ "${{ matrix.python-version }}" = "3.7" ]`.
SCRIPTED = later(
    r"\$\{\{\s*(?P<name>(?:matrix|env|inputs)\.[\w.-]+)\s*\}\}(?P<after>[\"']?)\s*(?:==?|!=)\s*"
    r"(?P<quote>[\"']?)(?P<text>\d[\w.]*)(?P=quote)(?![\w.])"
)


def read(condition: Node, scope: Scope, where: str) -> Iterator[Mention]:
    """What is compared with a version that a variable may have repeats that version."""
    if isinstance(condition, Scalar) and len(condition.text) < LONGEST:
        yield from _compared(COMPARISON.finditer(condition.text), condition.value(), scope, where)


def within(node: Node, scope: Scope, where: str) -> Iterator[Mention]:
    """The same in the texts below `node`: in expressions, and in what a script compares with one."""
    for _, _, scalar in node.walk():
        if isinstance(scalar, Scalar) and "${{" in scalar.text and "=" in scalar.text:
            spans = [match.span() for match in EXPRESSION.finditer(scalar.text)]
            inside = (match for span in spans for match in COMPARISON.finditer(scalar.text, *span))
            yield from _compared((*inside, *SCRIPTED.finditer(scalar.text)), scalar.value(), scope, where)


def _compared(found: Iterable[re.Match[str]], whole: Value, scope: Scope, where: str) -> Iterator[Mention]:
    for match in found:
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
