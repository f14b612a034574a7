"""A job's matrix: axes are lists of versions, rows under `include` hold one version each and are never a list."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from pinlint.formats.github.scope import Scope, Values
from pinlint.fragments import listing, runner, setting
from pinlint.model import Mention
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Value

NO_AXES = ("include", "exclude")
END = sys.maxsize  # behind every place that starts where it is searched for


class Matrix(NamedTuple):
    """`values` by name (`matrix.python`, `matrix.pair.python`); `rows` are those of them that stand in rows."""

    values: Values
    rows: Values
    excluded: Values
    places: list[tuple[int, int, str]]  # where each value of a row starts and ends, and its name; in order

    def settle(self, found: Mention, where: str) -> Mention:
        """A mention that a row holds is one of several, beside those of the axis of that name."""
        if found.role not in ("uses", "supports"):
            return found
        at = bisect_right(self.places, (found.start, END)) - 1
        if at >= 0 and found.start < self.places[at][1]:
            path = f"{where}.{self.places[at][2].removeprefix('matrix.')}"
            return found._replace(role="supports", where=path, item=None)
        return found


def read(node: Node, scope: Scope, where: str) -> Matrix:
    """What the axes and the rows of a matrix give each of its names."""
    values: Values = {}
    rows: Values = {}
    if isinstance(node, Scalar):
        return Matrix(values, rows, {}, [])
    for key, axis in node.items():
        if key.text not in NO_AXES:
            for name, value, in_row in _axis(key.text, axis, scope, f"{where}.{key.text}"):
                values.setdefault(f"matrix.{name}", []).append(value)
                if in_row:
                    rows.setdefault(f"matrix.{name}", []).append(value)
    for row in node["include"]:
        for key, child in row.items():
            for name, value, _ in _entry(key.text, child):
                values.setdefault(f"matrix.{name}", []).append(value)
                rows.setdefault(f"matrix.{name}", []).append(value)
    excluded: Values = {}
    for row in node["exclude"]:
        for key, child in row.items():
            for name, value, _ in _entry(key.text, child):
                excluded.setdefault(f"matrix.{name}", []).append(value)
    places = sorted(
        (value.start, value.start + max(1, len(value.text)), name) for name, found in rows.items() for value in found
    )
    return Matrix(values, rows, excluded, places)


def mentions(matrix: Matrix, where: str) -> Iterator[Mention]:
    """The versions that the matrix states by its own names, used or not."""
    for name, values in matrix.values.items():
        last = name.rpartition(".")[2]
        path = f"{where}.{name.removeprefix('matrix.')}"
        for value in values:
            yield from setting.read(last, value, path, "supports", listed=True)
            yield from runner.read(value, path, "supports")
    for name, values in matrix.excluded.items():
        yield from _excluded(name, values, matrix.values.get(name, []), where)


def _excluded(name: str, values: list[Value], axis: list[Value], where: str) -> Iterator[Mention]:
    """A row of `exclude` repeats an element. Where the axis has but one version, it has to move along with it."""
    if len({value.text for value in axis}) != 1:
        return
    for value in values:
        if value.text == axis[0].text:
            path = f"{where}.exclude.{name.removeprefix('matrix.')}"
            for found in setting.read(name.rpartition(".")[2], value, path, "label", listed=True):
                yield found._replace(role="label", item=None, labels=axis[0].start)


def _axis(name: str, axis: Node, scope: Scope, where: str) -> Iterator[tuple[str, Value, bool]]:
    """Each value of an axis with the name it has, and whether it stands in a row rather than in a list."""
    via = f"matrix {name}"
    if isinstance(axis, Scalar):  # an expression: fromJSON('["3.7", "3.8"]')
        for value in scope.expand(axis.value(via)):
            if "${{" not in value.text:
                yield from ((name, element, False) for element in listing.elements(value, where))
        return
    for child in axis:
        if isinstance(child, Scalar):
            value = child.value(via, where)
            yield from ((name, expanded, False) for expanded in scope.expand(value))
        else:
            yield from _entry(name, child)


def _entry(name: str, node: Node) -> Iterator[tuple[str, Value, bool]]:
    """`{python: "3.7", tox: py37}` as an element or a row: each scalar under its dotted name."""
    for where, _, child in node.walk(name):
        if isinstance(child, Scalar) and "[" not in where:
            yield where, child.value(f"matrix {where}"), True
