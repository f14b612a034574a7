"""HCL, which Terraform and Buildx read: each attribute's strings, with the path of blocks and keys to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pinlint import value
from pinlint.patterns import later
from pinlint.value import Value

TOKEN = later(
    r"(?P<comment>(?:#|//)[^\n]*|/\*(?:[^*]|\*(?!/))*\*/)"
    r"|\"(?P<string>(?:[^\"\\\n]|\\.)*)\""
    r"|<<-?(?P<heredoc>\w+)[ \t]*\r?\n"
    r"|(?P<word>[\w.-]+)"
    r"|(?P<mark>[{}\[\]=:,\n])"
)


class Attribute(NamedTuple):
    """`path` leads through blocks, labels and objects to the key: `variable.PY.default`; `element` counts in a list."""

    path: tuple[str, ...]
    value: Value
    element: int = -1


def read(text: str) -> Iterator[Attribute]:
    """Every string in the file that is an attribute's whole value, or in its list; expressions are passed over."""
    stack: list[tuple[tuple[str, ...], int, str]] = []  # names, element and key around each brace that is open
    words: list[str] = []  # names on this line, until `=` or a brace makes them a key or a block
    key = ""
    element = -1  # in a list: how many elements there were
    at = 0
    while match := TOKEN.search(text, at):
        at = match.end()
        kind, mark = match.lastgroup or "", match["mark"]
        if kind == "heredoc":
            end = re.compile(rf"^[ \t]*{match['heredoc']}[ \t\r]*$", re.M).search(text, at)
            at = end.end() if end else len(text)
        elif kind == "string" and key:
            path = tuple(name for names, _, _ in stack for name in names)
            yield Attribute((*path, key), value.of(text, *match.span("string")), element)
            if element >= 0:
                element += 1
            else:
                key = ""
        elif kind in ("string", "word"):
            words.append(match[kind])
            key = key if element >= 0 else ""  # an expression
        elif (mark == "=" or mark == ":" and len(words) == 1) and words and element < 0:
            key, words = words[-1], []  # `:` with more before it is half of a condition
        elif mark == "{":
            stack.append(((key,) if key else tuple(words), element, key))
            key, words, element = "", [], -1
        elif mark == "}":
            _, element, key = stack.pop() if stack else ((), -1, "")
            key = key if element >= 0 else ""
            words = []
        elif mark == "[" and key:
            element = 0
        elif mark == "]":
            element, key = -1, ""
        elif mark in (",", "\n") and element < 0:
            key, words = "", []
