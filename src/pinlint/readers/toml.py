"""TOML by a scanner of our own, because tomllib keeps no places: tables, arrays and strings become the common tree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.model import Unreadable
from pinlint.patterns import later
from pinlint.quoting import NUMBERS_ALONE
from pinlint.readers.tree import NOTHING, Mapping, Node, Scalar, Sequence

DEEPEST = 100  # brackets within brackets
TEMPLATE = later(r"\{\{|\{%|\{#")
TAG = later(r"\{%[^%]*%\}|\{#[^#]*#\}")
SPACE = later(r"[ \t]*")
BLANK = later(r"(?:[ \t\r\n]|#[^\n]*)*")
LINE_END = later(r"[ \t]*(?:#[^\n]*)?\r?(?:\n|\Z)")
BARE_KEY = later(r"[A-Za-z0-9_-]+")
QUOTED = later(r'"((?:[^"\\\n]|\\.)*)"' + r"|'([^'\n]*)'")
MULTI_BASIC = later(r'"""(?:\r?\n)?(?:[^"\\]|\\[\s\S]|"(?!""))*"{3,5}')
MULTI_LITERAL = later(r"'''(?:\r?\n)?(?:[^']|'(?!''))*'{3,5}")
FLOAT = later(r"[+-]?\d[\d_]*\.\d[\d_]*")
PLAIN = later(
    r"(?:true|false"
    r"|\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?)?|\d\d:\d\d(?::\d\d(?:\.\d+)?)?"
    r"|0x[0-9A-Fa-f_]+|0o[0-7_]+|0b[01_]+|[+-]?(?:inf|nan)|[+-]?\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d[\d_]*)?)"
    r"(?=[\s,\]}#]|\Z)"
)


def read(text: str) -> Mapping:
    """The root table. Raises Unreadable with the 1-based line where TOML ends; a template is read as far as it goes."""
    try:
        return _Scanner(text, text).document()
    except Unreadable:
        if not TEMPLATE.search(text):
            raise
    blanked = TAG.sub(lambda tag: re.sub(r"[^\n]", " ", tag[0]), text)
    return _Scanner(blanked, text).document(lenient=True)


class _Scanner:
    def __init__(self, text: str, written: str) -> None:
        self.text = text  # what is scanned: template tags are blanked
        self.written = written
        self.at = 0
        self.root = Mapping(0, len(text))
        self.table = self.root
        # By the nodes, not their ids: the next node may get the id of one that a template's broken line has left behind.
        self.index: dict[tuple[Mapping, str], Node] = {}
        self.kinds: dict[Node, str] = {}  # how a container came to be: implied, table, dotted, tables; else it is closed

    def document(self, *, lenient: bool = False) -> Mapping:
        while True:
            self.skip(BLANK)
            if self.at >= len(self.text):
                return self.root
            start = self.at
            try:
                self.statement()
            except Unreadable:
                if not lenient:
                    raise
                if self.text[start] == "[":
                    self.table = Mapping(start, start)
                self.at = (self.text.find("\n", start) + 1) or len(self.text)

    def statement(self) -> None:
        if self.peek("[["):
            self.table = self.open_table(self.header("[[", "]]"), repeated=True)
        elif self.peek("["):
            self.table = self.open_table(self.header("[", "]"), repeated=False)
        else:
            self.pair(self.table, 0)
        match = LINE_END.match(self.text, self.at)
        if not match:
            raise self.fail("something stands behind the value")
        self.table.end = max(self.table.end, self.at)
        self.at = match.end()

    def header(self, opening: str, closing: str) -> list[Scalar]:
        self.at += len(opening)
        path = self.key_path()
        if not self.peek(closing):
            raise self.fail(f"a table's name without {closing}")
        self.at += len(closing)
        return path

    def open_table(self, path: list[Scalar], *, repeated: bool) -> Mapping:
        parent = self.root
        for key in path[:-1]:
            child = self.index.get((parent, key.text), NOTHING)
            if isinstance(child, Sequence) and self.kinds.get(child) == "tables":
                child = child.children[-1]
            parent = self.inside(parent, key, child, "implied")
        key = path[-1]
        old = self.index.get((parent, key.text), NOTHING)
        if repeated:
            if not old:
                old = self.attach(parent, key, Sequence(key.start, self.at), "tables")
            if not isinstance(old, Sequence) or self.kinds.get(old) != "tables":
                raise self.fail(f"{key.text} is defined twice")
            table = Mapping(key.start, self.at)
            old.children.append(table)
            self.kinds[table] = "table"
            return table
        if isinstance(old, Mapping) and self.kinds.get(old) == "implied":
            self.kinds[old] = "table"
            return old
        table = Mapping(key.start, self.at)
        self.attach(parent, key, table, "table")
        return table

    def pair(self, table: Mapping, depth: int) -> None:
        path = self.key_path()
        if not self.peek("="):
            raise self.fail("a key without =")
        self.at += 1
        self.skip(SPACE)
        node = self.value(depth)
        for key in path[:-1]:
            child = self.index.get((table, key.text), NOTHING)
            if child and self.kinds.get(child) not in ("dotted", "implied"):
                raise self.fail(f"{key.text} is defined twice")
            table = self.inside(table, key, child, "dotted")
        self.attach(table, path[-1], node)

    def inside(self, parent: Mapping, key: Scalar, child: Node, kind: str) -> Mapping:
        """The open table `child`, or a new one where there is none."""
        if not child:
            child = self.attach(parent, key, Mapping(key.start, self.at), kind)
        if not isinstance(child, Mapping) or child not in self.kinds:
            raise self.fail(f"{key.text} is no table")
        return child

    def attach(self, parent: Mapping, key: Scalar, node: Node, kind: str = "") -> Node:
        if (parent, key.text) in self.index:
            raise self.fail(f"{key.text} is defined twice")
        self.index[parent, key.text] = node
        parent.entries.append((key, node))
        if kind:
            self.kinds[node] = kind
        return node

    def key_path(self) -> list[Scalar]:
        path = []
        while True:
            self.skip(SPACE)
            if match := BARE_KEY.match(self.text, self.at):
                path.append(Scalar(*match.span(), *match.span(), match[0]))
            elif (match := QUOTED.match(self.text, self.at)) and not match[0].startswith(('"""', "'''")):
                path.append(self.quoted(match.end(), 1))
            else:
                raise self.fail("a key was expected")
            self.at = match.end()
            self.skip(SPACE)
            if len(path) > DEEPEST:
                raise self.fail(f"nested more than {DEEPEST} deep")
            if not self.peek("."):
                return path
            self.at += 1

    def value(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise self.fail(f"nested more than {DEEPEST} deep")
        if self.peek("["):
            return self.array(depth)
        if self.peek("{"):
            return self.inline_table(depth)
        width = 3 if self.peek('"""') or self.peek("'''") else 1
        if width == 3:
            match = (MULTI_BASIC if self.peek('"') else MULTI_LITERAL).match(self.text, self.at)
        else:
            match = QUOTED.match(self.text, self.at)
        if match:
            node = self.quoted(match.end(), width)
        elif match := PLAIN.match(self.text, self.at):
            quote = NUMBERS_ALONE if FLOAT.fullmatch(match[0]) or match[0].isdecimal() else ""
            node = Scalar(*match.span(), *match.span(), match[0], quotable=quote)
        else:
            raise self.fail("a string doesn't end" if self.text[self.at : self.at + 1] in ('"', "'") else "no value")
        self.at = match.end()
        return node

    def quoted(self, end: int, width: int) -> Scalar:
        start, inner, inner_end = self.at, self.at + width, end - width
        if width == 3 and (newline := re.compile(r"\r?\n").match(self.text, inner)):
            inner = newline.end()
        return Scalar(start, end, inner, inner_end, self.written[inner:inner_end], self.text[start])

    def array(self, depth: int) -> Sequence:
        node = Sequence(self.at, self.at)
        for _ in self.elements("]"):
            node.children.append(self.value(depth + 1))
        node.end = self.at
        return node

    def inline_table(self, depth: int) -> Mapping:
        node = Mapping(self.at, self.at)
        for _ in self.elements("}"):
            self.pair(node, depth + 1)
        node.end = self.at
        return node

    def elements(self, closing: str) -> Iterator[None]:
        """Stop at each element between brackets; the caller reads it. A comma may follow the last one."""
        self.at += 1
        while True:
            self.skip(BLANK)
            if self.peek(closing):
                break
            yield
            self.skip(BLANK)
            if self.peek(","):
                self.at += 1
            elif not self.peek(closing):
                raise self.fail(f"a list without {closing}")
        self.at += 1

    def peek(self, text: str) -> bool:
        return self.text.startswith(text, self.at)

    def skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def fail(self, cause: str) -> Unreadable:
        return Unreadable(f"not valid TOML: {cause}", self.text.count("\n", 0, self.at) + 1)
