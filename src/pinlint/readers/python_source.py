"""What the reader of Python gives: calls, constants, and strings that know where each of their parts stands."""

from __future__ import annotations

from typing import NamedTuple

from pinlint.model import Item
from pinlint.readers.tree import Mapping, Node, Scalar
from pinlint.value import Value


class Text(Scalar):
    """A string that may be put together from several literals and constants; `whole` knows where each part stands."""

    __slots__ = ("whole",)

    def __init__(self, start: int, end: int, whole: Value) -> None:
        super().__init__(start, end, whole.start, whole.start + len(whole.text), whole.text, '"')
        self.whole = whole

    def value(self, via: str = "", list_: str = "") -> Value:
        item = Item(list_, self.start, self.end) if list_ else None
        pieces = (p._replace(via=via or p.via, item=p.item or item) for p in self.whole.pieces)
        return Value(self.text, tuple(pieces))


class Call(NamedTuple):
    """`name(arguments, key=word)`, inside or decorating `function`; a method of something computed is `.name`."""

    name: str
    arguments: list[Node]
    keywords: Mapping
    function: str


class Source(NamedTuple):
    calls: list[Call]
    constants: dict[str, Node]  # what the module assigns once
    attributes: dict[str, Node]  # nox.options.sessions = [...]
    listed: list[Scalar]  # the strings that stand in a list, a tuple or a set, wherever it is
    guards: list[Value]  # the `3, 7` of `if sys.version_info < (3, 7): sys.exit()`
