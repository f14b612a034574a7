"""A job's matrix: axes are lists of versions, rows under `include` hold one version each and are never a list."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pinlint.formats.github.labels import labels, tags
from pinlint.formats.github.scope import Scope, Values
from pinlint.formats.pipeline.rows import repeated
from pinlint.fragments import listing, runner, setting
from pinlint.model import Mention
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Value

NO_AXES = ("include", "exclude")
NAMES = ("name", "title", "label", "description", "display-name", "display_name", "artifact", "artifact-name", "artifact_name")
Entry = tuple[str, Value, int]
"""A name, a value, and the row of it: -1 for what stands in a list."""
END = sys.maxsize  # behind every place that starts where it is searched for


class Matrix(NamedTuple):
    """`values` by name (`matrix.python`, `matrix.pair.python`); `rows` are those of them that stand in rows."""

    values: Values
    rows: Values
    excluded: Values
    places: list[tuple[int, int, str, int]]  # where each value of a row starts and ends, its name and its row; in order
    nodes: list[Node]  # the rows, in the order of the file

    def settle(self, found: Mention, where: str) -> Mention:
        """A mention that a row holds is one of several, beside those of the axis of that name."""
        if found.role not in ("uses", "supports"):
            return found
        at = self._place(found.start)
        if at >= 0:
            path = f"{where}.{self.places[at][2].removeprefix('matrix.')}"
            return found._replace(role="supports", where=path, item=None)
        return found

    def row(self, start: int) -> int:
        """The row that a place stands in, told by where its first value does; -1 for a place in none."""
        at = self._place(start)
        return self.places[at][3] if at >= 0 else -1

    def _place(self, start: int) -> int:
        at = bisect_right(self.places, (start, END)) - 1
        return at if at >= 0 and start < self.places[at][1] else -1


def read(node: Node, scope: Scope, where: str) -> Matrix:
    """What the axes and the rows of a matrix give each of its names."""
    values: Values = {}
    rows: Values = {}
    excluded: Values = {}
    places: list[tuple[int, int, str, int]] = []
    if isinstance(node, Scalar):
        return Matrix(values, rows, excluded, places, [])
    axes = [(key.text, axis) for key, axis in node.items() if key.text not in NO_AXES]
    entries = [entry for name, axis in axes for entry in _axis(name, axis, scope, f"{where}.{name}")]
    for name, value, row in (*entries, *_rows(node["include"])):
        values.setdefault(f"matrix.{name}", []).append(value)
        if row >= 0:
            rows.setdefault(f"matrix.{name}", []).append(value)
            places.append((value.start, value.start + max(1, len(value.text)), f"matrix.{name}", row))
    for name, value, _ in _rows(node["exclude"]):
        excluded.setdefault(f"matrix.{name}", []).append(value)
    nodes = [row for row in (*(row for _, axis in axes for row in axis), *node["include"]) if not isinstance(row, Scalar)]
    return Matrix(values, rows, excluded, sorted(places), sorted(nodes, key=lambda row: row.start))


def _rows(rows: Node) -> Iterator[Entry]:
    for row in rows:
        yield from _row([entry for key, child in row.items() for entry in _scalars(key.text, child)])


def _row(found: list[tuple[str, Value]]) -> Iterator[Entry]:
    """The entries of one row, which is told by where the first of them stands."""
    yield from ((name, value, found[0][1].start) for name, value in found)


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


def settled(matrix: Matrix, found: Iterable[Mention], where: str) -> Iterator[Mention]:
    """All mentions of a job: those that rows hold are told as such, and what repeats the version of its row follows it."""
    in_rows: dict[int, list[Mention]] = {}
    for each in found:
        row = matrix.row(each.start)
        if row < 0:
            yield each
        else:
            in_rows.setdefault(row, []).append(matrix.settle(each, where))
    numbered: dict[int, list[tuple[str, Value]]] = {}
    for name, values in matrix.rows.items():
        for value in values if name.rpartition(".")[2].isdecimal() else ():
            numbered.setdefault(matrix.row(value.start), []).append((name.removeprefix("matrix."), value))
    for row, inside in in_rows.items():
        yield from repeated(inside)
        yield from _tags(inside, numbered.get(row, []), where)
    for node in matrix.nodes:
        first = next((child.inner for _, _, child in node.walk() if isinstance(child, Scalar)), -1)
        yield from _names(node, in_rows.get(first, []), where)


def _names(row: Node, found: list[Mention], where: str) -> Iterator[Mention]:
    """What a row's own name repeats of its versions: `name: Python 3.9` beside `python: "3.9"`."""
    beside = [m._replace(role="uses") for m in found if m.role == "supports"]
    taken = {m.start for m in found}
    for key, child in row.items() if beside else ():
        if key.text in NAMES:
            yield from (m for m in labels(child, beside, f"{where}.{key.text}") if m.start not in taken)


def _tags(found: list[Mention], numbered: list[tuple[str, Value]], where: str) -> Iterator[Mention]:
    """What repeats a version of its row under a number: the `py37` of `["3.7", "py37"]`."""
    beside = [m._replace(role="uses") for m in found if m.role == "supports"]
    taken = {m.start for m in found}
    for name, value in numbered:
        yield from (m for m in tags(value, beside, f"{where}.{name}") if m.start not in taken)


def _excluded(name: str, values: list[Value], axis: list[Value], where: str) -> Iterator[Mention]:
    """A row of `exclude` repeats an element, and has no effect any more once that says another version."""
    for value in values:
        element = next((one for one in axis if one.text == value.text), None)
        path = f"{where}.exclude.{name.removeprefix('matrix.')}"
        for found in setting.read(name.rpartition(".")[2], value, path, "label", listed=True) if element else ():
            target = element.start + found.start - value.start if element else -1
            yield found._replace(role="label", item=None, labels=target)


def _axis(name: str, axis: Node, scope: Scope, where: str) -> Iterator[Entry]:
    """Each value of an axis with the name it has, and the row that it stands in; -1 where it is in none."""
    via = f"matrix {name}"
    if isinstance(axis, Scalar):  # an expression: fromJSON('["3.7", "3.8"]')
        for value in scope.expand(axis.value(via)):
            if "${{" not in value.text:
                yield from ((name, element, -1) for element in listing.elements(value, where))
        return
    for child in axis:
        if isinstance(child, Scalar):
            value = child.value(via, where)
            yield from ((name, expanded, -1) for expanded in scope.expand(value))
        else:
            yield from _row(_scalars(name, child) or _numbered(name, child))


def _numbered(name: str, node: Node) -> list[tuple[str, Value]]:
    """`["3.7", "py37"]` as an element: each scalar under its number, as in `matrix.config[0]`."""
    return [(f"{name}.{i}", child.value(f"matrix {name}[{i}]")) for i, child in enumerate(node) if isinstance(child, Scalar)]


def _scalars(name: str, node: Node) -> list[tuple[str, Value]]:
    """`{python: "3.7", tox: py37}` as an element or a row: each scalar under its dotted name."""
    nodes = [(where, child) for where, _, child in node.walk(name) if isinstance(child, Scalar) and "[" not in where]
    return [(where, child.value(f"matrix {where}")) for where, child in nodes]
