"""The variables that a place of a workflow sees: `env`, `inputs` and `matrix`, each value with its own place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pinlint.fragments import assignment, expression, factors, setting
from pinlint.model import Mention
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Value

Values = dict[str, list[Value]]


class Scope(NamedTuple):
    """`values` by the name an expression uses: `env.X`, `matrix.python-version`, `inputs.version`."""

    values: Values

    def inside(self, more: Values) -> Scope:
        """The scope of a place further in, where `more` hides what has the same name."""
        return Scope({**self.values, **more}) if more else self

    def lookup(self, name: str) -> list[Value]:
        """What an expression's name may stand for."""
        return self.values.get(name, [])

    def variable(self, name: str) -> list[Value]:
        """What a shell's `$name` may stand for."""
        return [w for v in self.lookup(f"env.{name}") for w in self.expand(v)]

    def expand(self, value: Value) -> list[Value]:
        """Every value of `value` with the expressions in it followed."""
        return expression.expand(value, self.lookup)


def environment(node: Node) -> Values:
    """The values of an `env:` mapping."""
    return {f"env.{k.text}": [v.value(f"env {k.text}")] for k, v in node.items() if isinstance(v, Scalar)}


def read_environment(node: Node, scope: Scope, where: str) -> Iterator[Mention]:
    """The versions that an `env:` mapping states by the names of its variables."""
    for key, child in node.items():
        if not isinstance(child, Scalar):
            continue
        if key.text == "CIBW_BUILD":
            yield from factors.read(child.value(), f"{where}.{key.text}")
            continue
        for value in scope.expand(child.value()):
            yield from assignment.read(key.text, value, f"{where}.{key.text}")


def inputs(node: Node) -> Values:
    """The defaults of an `inputs:` mapping; what several places declare is one name."""
    found: Values = {}
    for key, child in node.items():
        default = child["default"]
        if isinstance(default, Scalar) and default.text:
            found[f"inputs.{key.text}"] = [default.value(f"inputs {key.text}")]
    return found


def read_inputs(node: Node, where: str) -> Iterator[Mention]:
    """The versions that inputs offer and fall back to."""
    for key, child in node.items():
        path = f"{where}.{key.text}"
        if isinstance(child["default"], Scalar):
            for scalar in child["default"].scalars():
                yield from setting.read(key.text, scalar.value(), f"{path}.default")
        for scalar in child["options"].scalars():
            yield from setting.read(key.text, scalar.value("", f"{path}.options"), f"{path}.options", "supports")
