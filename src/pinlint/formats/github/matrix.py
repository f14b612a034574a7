"""A job's matrix: axes are lists of versions, rows under `include` hold one version each and are never a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pinlint.formats.github.scope import Scope, Values
from pinlint.fragments import listing, runner, setting
from pinlint.model import Mention
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Value

NO_AXES = ("include", "exclude")


class Matrix(NamedTuple):
    """`values` by name (`matrix.python`, `matrix.pair.python`); `loose` are the names whose values stand in rows."""

    values: Values
    loose: frozenset[str]

    def settle(self, found: Mention, where: str) -> Mention:
        """A mention that a row holds is one of several, of a list that is no list in the file."""
        if found.role not in ("uses", "supports"):
            return found
        for name in self.loose:
            for value in self.values[name]:
                if value.pieces and value.start <= found.start < value.start + max(1, len(value.pieces[0].text)):
                    path = f"{where}.{name.removeprefix('matrix.')}"
                    return found._replace(role="supports", where=path, item=None)
        return found


def read(node: Node, scope: Scope, where: str) -> Matrix:
    """What the axes and the rows of a matrix give each of its names."""
    values: Values = {}
    loose: set[str] = set()
    if isinstance(node, Scalar):
        return Matrix(values, frozenset())
    for key, axis in node.items():
        if key.text not in NO_AXES:
            for name, value, in_row in _axis(key.text, axis, scope, f"{where}.{key.text}"):
                values.setdefault(f"matrix.{name}", []).append(value)
                loose |= {f"matrix.{name}"} if in_row else set()
    for row in node["include"]:
        for key, child in row.items():
            for name, value, _ in _entry(key.text, child):
                values.setdefault(f"matrix.{name}", []).append(value)
                loose.add(f"matrix.{name}")
    for name in loose:  # an axis that rows add to is not the whole list
        values[name] = [_without_item(value) for value in values[name]]
    return Matrix(values, frozenset(loose))


def _without_item(value: Value) -> Value:
    return Value(value.text, tuple(piece._replace(item=None) for piece in value.pieces))


def mentions(matrix: Matrix, where: str) -> Iterator[Mention]:
    """The versions that the matrix states by its own names, used or not."""
    for name, values in matrix.values.items():
        last = name.rpartition(".")[2]
        path = f"{where}.{name.removeprefix('matrix.')}"
        for value in values:
            yield from setting.read(last, value, path, "supports", listed=True)
            yield from runner.read(value, path, "supports")


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
