"""One walk over a job of any service: images, scripts, variables, and keys whose name tells what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pinlint.fragments import image, runner, setting, shell, variable
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar, Sequence
from pinlint.value import Lookup, Piece, Value, expand, join

INDEX = later(r"\[\d+\]$")
Definitions = dict[str, list[Value]]
Reading = Callable[[Value, str], Iterator[Mention]]


class Service(NamedTuple):
    """How one service calls things: the keys of images, scripts, variables and machines, and how variables are used."""

    reference: re.Pattern[str]
    images: frozenset[str] = frozenset({"image"})
    scripts: frozenset[str] = frozenset()
    variables: frozenset[str] = frozenset({"variables"})
    machines: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()

    def definitions(self, node: Node) -> Definitions:
        """Every variable that is defined somewhere below, by name."""
        found: Definitions = {}
        for _, key, child in node.walk():
            for name, values in direct(child).items() if key in self.variables else ():
                found.setdefault(name, []).extend(values)
        return found

    def read(self, block: Node, where: str, known: Definitions, special: dict[str, Reading]) -> Iterator[Mention]:
        """The mentions of one job; its own variables hide the `known` ones. `special` reads further keys."""
        values = {**known, **self.definitions(block)}
        lookup: Lookup = lambda name: values.get(name, [])  # noqa: E731
        for path, key, node in block.walk(where):
            key = key or INDEX.sub("", where).rpartition(".")[2]
            if any(f"{part}." in f"{path}." for part in self.ignored):
                continue
            if isinstance(node, Sequence) and key in self.scripts and not INDEX.search(path):
                yield from shell.read(script(node), path, lookup)
            if not isinstance(node, Scalar) or key in self.scripts and INDEX.search(path):
                continue
            listed = INDEX.sub("", path) if path.endswith("]") else ""
            for value in expand(node.value("", listed), self.reference, lookup):
                yield from self._scalar(path, key, value, lookup, special)

    def _scalar(
        self, path: str, key: str, value: Value, lookup: Lookup, special: dict[str, Reading]
    ) -> Iterator[Mention]:
        if key in special:
            yield from special[key](value, path)
        elif self._is_image(path, key):
            yield from image.read(_alone(value), path)
        elif key in self.scripts:
            yield from shell.read(value, path, lookup)
        elif key in self.machines:
            yield from runner.read(value, path)
        elif path.endswith("]"):
            yield from setting.read(key, value, path, listed=True)
        else:
            yield from variable.read(key, value, path)

    def _is_image(self, path: str, key: str) -> bool:
        if key == "name" or key == "value" and path.endswith(".value"):
            key = INDEX.sub("", path.rpartition(".")[0]).rpartition(".")[2]
        return key in self.images


def direct(node: Node) -> Definitions:
    """The variables of one mapping, or of a list of names with their values."""
    pairs = [(name.text, child) for name, child in node.items()]
    if isinstance(node, Sequence):
        pairs = [(child["name"].text, child) for child in node if isinstance(child["name"], Scalar)]
    found: Definitions = {}
    for name, child in pairs:
        default = child if isinstance(child, Scalar) else child["value"] or child["default"]
        if isinstance(default, Scalar):
            found[name] = [default.value(name)]
    return found


def script(node: Node) -> Value:
    """The commands of a list as one script, so that a variable is known on the lines after it."""
    parts: list[Value] = []
    for _, _, child in node.walk():
        if isinstance(child, Scalar):
            parts += [child.value(), Value("\n", (Piece("\n", child.inner_end),))]
    return join(parts)


def _alone(value: Value) -> Value:
    """An image of a list of services is no alternative to the others."""
    return Value(value.text, tuple(p._replace(item=None) if p.item and not p.via else p for p in value.pieces))
