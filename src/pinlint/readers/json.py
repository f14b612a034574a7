"""JSON, comments and trailing commas allowed, into the common tree by a loop: depth costs no stack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from json import JSONDecoder

from pinlint import value
from pinlint.model import Unreadable
from pinlint.patterns import later
from pinlint.readers.tree import Mapping, Node, Scalar, Sequence
from pinlint.value import Value

SPACE = later(r"(?:\s|//[^\n]*|/\*(?:[^*]|\*(?!/))*\*/|\{%[^%]*%\}|\{#[^#]*#\})*")  # a template's tags are none of its JSON
STRING = later(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
ESCAPED = later(r"\\[\"\\/]")
WORD = later(r"[^\s,:\[\]{}\"/]+")
KEY = later(r'"((?:[^"\\]|\\.)*)"\s*:\s*', re.DOTALL)


def read(text: str, start: int = 0, end: int | None = None) -> Node:
    """The root of the one JSON value in `text[start:end]`. Raises Unreadable with the 1-based line where JSON ends."""
    stack: list[tuple[Node, Scalar | None]] = []  # a container and, in a mapping, the key that waits for its value
    root: Node | None = None
    end = len(text) if end is None else end
    at = _skip(text, start)
    while at < end:
        character = text[at]
        if root is not None and not stack:
            raise _broken(text, at, "text behind the value")
        if character in ",:":  # what stands between them decides; a comma too many is no reason to refuse a file
            if not stack:
                raise _broken(text, at, f"unexpected {character}")
            at = _skip(text, at + 1)
            continue
        if character in "]}":
            if not stack or (character == "}") != isinstance(stack[-1][0], Mapping) or stack[-1][1] is not None:
                raise _broken(text, at, f"unexpected {character}")
            stack.pop()[0].end = at + 1
            at = _skip(text, at + 1)
            continue
        node = _node(text, at)
        if stack:
            stack[-1] = (stack[-1][0], _attach(text, *stack[-1], node))
        else:
            root = node
        if isinstance(node, Scalar):
            at = _skip(text, node.end)
        else:
            stack.append((node, None))
            at = _skip(text, at + 1)
    if root is None or stack:
        raise _broken(text, end, "the end of the file stands inside a value")
    return root


def children(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, int, int]]:
    """The key (of a list: empty) and the span of each child of a container, which the decoder in C passes over.

    Raises ValueError or RecursionError for what is empty or not strictly JSON; `read` may still understand it.
    """
    decode = JSONDecoder(strict=False).raw_decode
    at = _skip(text, start)
    closing = {"{": "}", "[": "]"}.get(text[at : at + 1], "")
    more = bool(closing)
    while more:
        at, key = _skip(text, at + 1), ""
        if closing == "}":
            if not (match := KEY.match(text, at)):
                raise ValueError("no key")
            key, at = match[1], match.end()
        stop = decode(text, at)[1]
        yield key, at, stop
        at = _skip(text, stop)
        more = text[at : at + 1] == ","
    if not closing or text[at : at + 1] != closing or _skip(text, at + 1) < (len(text) if end is None else end):
        raise ValueError("no container")


def _node(text: str, at: int) -> Node:
    if text[at] == "{":
        return Mapping(at, at + 1)
    if text[at] == "[":
        return Sequence(at, at + 1)
    if match := STRING.match(text, at):
        return Scalar(at, match.end(), at + 1, match.end() - 1, match[1], '"')
    if match := WORD.match(text, at):
        return Scalar(at, match.end(), at, match.end(), match[0])
    raise _broken(text, at, f"unexpected {text[at]}")


def _attach(text: str, parent: Node, key: Scalar | None, node: Node) -> Scalar | None:
    """Put `node` into its parent; returns the key that waits for its value from now on."""
    if isinstance(parent, Sequence):
        parent.children.append(node)
        return None
    assert isinstance(parent, Mapping)
    if key is not None:
        parent.entries.append((key, node))
        return None
    if not isinstance(node, Scalar):
        raise _broken(text, node.start, "a key is no string")
    return node


def _skip(text: str, at: int) -> int:
    match = SPACE.match(text, at)
    return match.end() if match else at


def _broken(text: str, at: int, cause: str) -> Unreadable:
    return Unreadable(f"not valid JSON: {cause}", text.count("\n", 0, at) + 1)


def content(scalar: Scalar) -> Value:
    """What the string says: `a \\"b\\"` without its backslashes. Other escapes stay as they are written."""
    whole = scalar.value()
    cuts = [match.start() for match in ESCAPED.finditer(scalar.text)] if scalar.style else []
    parts = [whole.slice(a, b) for a, b in zip([0, *(c + 1 for c in cuts)], [*cuts, len(scalar.text)], strict=True)]
    return value.join(parts)
