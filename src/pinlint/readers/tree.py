"""One tree for YAML, TOML, JSON and INI: mappings, sequences, and scalars that know where they stand.

Reading never fails on shape: a key that is missing, or a scalar where a mapping was hoped for, gives `NOTHING`,
which is an empty mapping, an empty sequence and an empty scalar at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import value
from pinlint.model import Item
from pinlint.value import Value


class Node:
    """A part of a document from the character offset `start` to `end`, quotes and brackets included."""

    __slots__ = ("start", "end")
    text = ""

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end

    def __bool__(self) -> bool:
        return self is not NOTHING

    def __getitem__(self, key: str) -> Node:
        return NOTHING

    def __iter__(self) -> Iterator[Node]:
        """The elements of a sequence; nothing for any other node."""
        return iter(())

    def at(self, *keys: str) -> Node:
        """The node under a path of keys."""
        node = self
        for key in keys:
            node = node[key]
        return node

    def items(self) -> Iterator[tuple[Scalar, Node]]:
        """The entries of a mapping, in order, keys as scalars; nothing for any other node."""
        return iter(())

    def scalars(self) -> Iterator[Scalar]:
        """A scalar itself, or the scalars of a sequence."""
        return (child for child in self if isinstance(child, Scalar))

    def walk(self, path: str = "") -> Iterator[tuple[str, str, Node]]:
        """Every node below, each once: its path for people, the key it stands under, and the node."""
        seen: set[int] = set()
        stack: list[tuple[str, str, Node]] = [(path, "", self)]
        while stack:
            where, key, node = stack.pop()
            if id(node) in seen and not isinstance(node, Scalar):
                continue
            seen.add(id(node))
            yield where, key, node
            inner = [(f"{where}.{k.text}" if where else k.text, k.text, v) for k, v in node.items()]
            if isinstance(node, Sequence):
                inner = [(f"{where}[{i}]", key, v) for i, v in enumerate(node.children)]
            stack.extend(reversed(inner))


class Scalar(Node):
    """A leaf. `text` is its content as written, between `inner` and `inner_end`: without quotes, escapes not resolved.

    `style` is `"` or `'` for a quoted one, `|` for a block, empty for a plain one.
    """

    __slots__ = ("inner", "inner_end", "text", "style", "quotable")

    def __init__(
        self, start: int, end: int, inner: int, inner_end: int, text: str, style: str = "", *, quotable: str = ""
    ) -> None:
        super().__init__(start, end)
        self.inner = inner
        self.inner_end = inner_end
        self.text = text
        self.style = style
        self.quotable = quotable  # for a plain YAML scalar, the quote that this file prefers

    def __iter__(self) -> Iterator[Node]:
        return iter(())

    def scalars(self) -> Iterator[Scalar]:
        yield self

    def value(self, via: str = "", list_: str = "") -> Value:
        """The content as a value that knows its offsets; as an element of the list called `list_`, if there is one."""
        item = Item(list_, self.start, self.end) if list_ else None
        piece = value.Piece(self.text, self.inner, via, item, self.quotable)
        return Value(self.text, (piece,))


class Mapping(Node):
    """Entries in order. `merged` are the mappings, and lists of them, that YAML's `<<` brings in."""

    __slots__ = ("entries", "merged")

    def __init__(self, start: int, end: int) -> None:
        super().__init__(start, end)
        self.entries: list[tuple[Scalar, Node]] = []
        self.merged: list[Node] = []

    def __getitem__(self, key: str) -> Node:
        for mapping in self._merged():
            for name, node in reversed(mapping.entries):
                if name.text == key:
                    return node
        return NOTHING

    def items(self) -> Iterator[tuple[Scalar, Node]]:
        seen: set[str] = set()
        for mapping in self._merged():
            yield from (entry for entry in mapping.entries if entry[0].text not in seen)
            seen.update(key.text for key, _ in mapping.entries)

    def _merged(self) -> Iterator[Mapping]:
        """The mapping and all that it merges, each once, however often and in whatever circle they are named."""
        if not self.merged:
            yield self
            return
        stack: list[Node] = [self]
        seen: set[int] = set()
        while stack:
            node = stack.pop()
            if isinstance(node, Mapping) and id(node) not in seen:
                seen.add(id(node))
                yield node
                for merged in reversed(node.merged):
                    stack.extend(reversed(merged.children) if isinstance(merged, Sequence) else [merged])


class Sequence(Node):
    """Elements in order."""

    __slots__ = ("children",)

    def __init__(self, start: int, end: int) -> None:
        super().__init__(start, end)
        self.children: list[Node] = []

    def __iter__(self) -> Iterator[Node]:
        return iter(self.children)


NOTHING = Node(0, 0)
