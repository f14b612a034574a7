"""Python by its own parser, never run: calls, module constants, and literals that know where their characters stand.

A name that the module assigns once is followed, in f-strings too; of a computed value nothing is said.
"""

from __future__ import annotations

import ast
import warnings

from pinlint import value
from pinlint.model import Unreadable
from pinlint.patterns import later
from pinlint.readers import python_syntax
from pinlint.readers.python_source import Call, Source, Text
from pinlint.readers.tree import NOTHING, Mapping, Node, Scalar, Sequence
from pinlint.value import Value

DEEPEST = 30  # literals within literals
LARGEST = 1000  # characters or elements of a constant; names that double names grow without end
TEMPLATE = later(r"\{%|\{\{|<%")
NEWLINE = later(r"\r\n|\r|\n")
TOKEN = later(
    r'''(?P<prefix>[A-Za-z]{0,2})(?P<quote>"""|\'\'\'|"|')(?P<body>(?:\\[\s\S]|(?!(?P=quote))[^\\])*)(?P=quote)'''
)
BETWEEN = later(r"(?:\s|\\\n|#[^\n]*\n)*")
FIELD = later(r"\{(?P<name>[A-Za-z_]\w*)\}")


def read(text: str) -> Source:
    """What the module says in literals; nothing of a template. Raises Unreadable with the 1-based line."""
    safe = text if text.isascii() else text.encode("utf-8", "replace").decode()
    try:
        with warnings.catch_warnings(action="ignore"):
            module = ast.parse(safe)
    except SyntaxError as error:
        if TEMPLATE.search(text):
            return Source([], {}, {}, [], [])
        line = min(error.lineno or 0, text.count("\n") + 1)  # Python ends a line at a lone CR too
        raise Unreadable(f"not valid Python 3: {error.msg}", line) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise Unreadable(f"not valid Python 3: {error}") from None
    return _Reader(text, module).source()


class _Reader:
    def __init__(self, text: str, module: ast.Module) -> None:
        self.text = text
        self.module = module
        self.starts = [0, *(match.end() for match in NEWLINE.finditer(text))]
        self.assigned = python_syntax.assigned_once(module)
        self.following: set[str] = set()
        self.followed: dict[str, Node] = {}
        self.functions: dict[ast.FunctionDef, dict[str, list[Value]]] = {}
        self.local: dict[
            str, list[Value]
        ] = {}  # names of the function: its parameters, with the values they are tried with

    def source(self) -> Source:
        calls: list[Call] = []
        listed: list[Scalar] = []
        guards: list[Value] = []
        inside = None
        for node, function in python_syntax.walk(self.module):
            if function is not inside:
                if function and function not in self.functions:
                    self.functions[function] = self.parameters(function)
                self.local, inside = self.functions[function] if function else {}, function
            if isinstance(node, ast.Call):
                keywords = Mapping(*self.span(node))
                for word in node.keywords:
                    if word.arg:
                        start = self.span(word)[0]
                        key = Scalar(start, start + len(word.arg), start, start + len(word.arg), word.arg)
                        keywords.entries.append((key, self.convert(word.value)))
                arguments = self.spread(node.args)
                calls.append(
                    Call(python_syntax.called(node.func), arguments, keywords, function.name if function else "")
                )
            elif isinstance(node, (ast.List, ast.Tuple, ast.Set)):
                listed += (text for element in node.elts for text in self.texts(element))
            elif isinstance(node, (ast.If, ast.Assert)) and (bound := python_syntax.guard(node)):
                start, end = self.span(bound.elts[0])[0], self.span(bound.elts[-1])[1]
                guards.append(value.of(self.text, start, end))
        self.local = {}
        constants = {name: self.convert(node) for name, node in self.assigned.items()}
        attributes = {
            python_syntax.dotted(s.targets[0]): self.convert(s.value)
            for s in self.module.body
            if isinstance(s, ast.Assign) and isinstance(s.targets[0], ast.Attribute)
        }
        return Source(calls, constants, attributes, listed, guards)

    def span(self, node: ast.expr | ast.keyword) -> tuple[int, int]:
        return self.offset(node.lineno, node.col_offset), self.offset(node.end_lineno or 0, node.end_col_offset or 0)

    def offset(self, line: int, column: int) -> int:
        """A character offset; ast counts columns in bytes of UTF-8."""
        start = self.starts[line - 1]
        ahead = self.text[start : start + column]
        return start + (
            column if ahead.isascii() else len(ahead.encode("utf-8", "replace")[:column].decode("utf-8", "ignore"))
        )

    def convert(self, node: ast.expr, depth: int = 0) -> Node:
        """A literal as a node; NOTHING for what is computed."""
        if depth > DEEPEST:
            return NOTHING
        if isinstance(node, (ast.List, ast.Tuple, ast.Set, ast.ListComp)):
            sequence = Sequence(*self.span(node))
            inner = self.comprehension(node, depth) if isinstance(node, ast.ListComp) else self.spread(node.elts, depth)
            sequence.children = inner
            return sequence
        if isinstance(node, ast.Dict):
            mapping = Mapping(*self.span(node))
            for key, child in zip(node.keys, node.values, strict=True):
                name = self.convert(key, depth + 1) if key else NOTHING
                if isinstance(name, Scalar):
                    mapping.entries.append((name, self.convert(child, depth + 1)))
            return mapping
        if isinstance(node, ast.Name):
            return self.follow(node.id, depth)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            left, right = self.convert(node.left, depth + 1), self.convert(node.right, depth + 1)
            if isinstance(left, Text) and isinstance(right, Text):
                return Text(*self.span(node), value.join([left.whole, right.whole]))
            return python_syntax.together(left, right)
        if isinstance(node, ast.Constant) and not isinstance(node.value, (str, bytes)):
            start, end = self.span(node)
            return Scalar(start, end, start, end, self.text[start:end])
        texts = self.texts(node)
        return texts[0] if len(texts) == 1 else NOTHING

    def spread(self, nodes: list[ast.expr], depth: int = 0) -> list[Node]:
        """The nodes in order; `*name` gives its elements, an f-string of a name with several values a text for each."""
        found: list[Node] = []
        for node in nodes:
            if isinstance(node, ast.Starred):
                found.extend(self.convert(node.value, depth + 1))
            elif len(texts := self.texts(node)) > 1:
                found.extend(texts)
            else:
                found.append(self.convert(node, depth + 1))
        return found

    def comprehension(self, node: ast.ListComp, depth: int) -> list[Node]:
        """`[f"py{v}" for v in ("3.7", "3.8")]` gives a text for each v."""
        loop = node.generators[0]
        if len(node.generators) > 1 or loop.ifs or not isinstance(loop.target, ast.Name):
            return []
        outer, name = self.local, loop.target.id
        values = [s.value(list_=f"for {name}") for s in self.convert(loop.iter, depth + 1).scalars()]
        self.local = {**outer, name: values}
        found: list[Node] = list(self.texts(node.elt))
        self.local = outer
        return found

    def texts(self, node: ast.expr) -> list[Text]:
        """What a string literal says: several texts where a name in it has several values."""
        if filled := python_syntax.filled(node):
            return self.fill(node, *filled)
        if not isinstance(node, (ast.Constant, ast.JoinedStr)):
            return []
        start, at = self.span(node)[0], self.span(node)[0]
        end = self.span(node)[1]
        found: list[list[Value]] = [[]]
        while at < end:
            token = TOKEN.match(self.text, at, end)
            if token is None or "b" in token["prefix"].lower():
                return []
            body = value.of(self.text, *token.span("body"))
            bodies = value.expand(body, FIELD, self.lookup) if "f" in token["prefix"].lower() else [body]
            if len(bodies) == 1:
                for one in found:
                    one.append(bodies[0])
            else:
                found = [[*one, other] for one in found for other in bodies][:64]
            between = BETWEEN.match(self.text, token.end(), end)
            at = between.end() if between else token.end()
        return [Text(start, end, value.join(parts)) for parts in found]

    def fill(self, node: ast.expr, template: ast.expr, place: str, name: str) -> list[Text]:
        """`"py%s" % v` and `"py{}".format(v)`: a text for each value of the name in the one place that is left open."""
        texts = self.texts(template)
        at = texts[0].text.find(place) if len(texts) == 1 and texts[0].text.count(place) == 1 else -1
        if at < 0:
            return []
        whole = texts[0].whole
        before, after = whole.slice(0, at), whole.slice(at + len(place), len(whole.text))
        return [Text(*self.span(node), value.join([before, one, after])) for one in self.lookup(name)[:64]]

    def lookup(self, name: str) -> list[Value]:
        if name in self.local:
            return self.local[name]
        node = self.follow(name, 0)
        return [node.value(via=name)] if isinstance(node, Scalar) else []

    def follow(self, name: str, depth: int) -> Node:
        """What the module assigned to `name`, unless it is a parameter; one that a function assigns too is not there."""
        if name in self.local or name not in self.assigned or name in self.following:
            return NOTHING
        if name not in self.followed:
            outer, self.local = self.local, {}
            self.following.add(name)
            node = self.convert(self.assigned[name], depth + 1)
            self.following.discard(name)
            self.local = outer
            if isinstance(node, Text):
                node = Text(node.start, node.end, node.value(via=name))
            self.followed[name] = node if python_syntax.size(node) <= LARGEST else NOTHING
        return self.followed[name]

    def parameters(self, function: ast.FunctionDef) -> dict[str, list[Value]]:
        """The parameters; `@parametrize("torch", ["1.12", "1.13"])` says what a parameter is tried with."""
        self.local = {}
        arguments = function.args
        names = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
        found: dict[str, list[Value]] = {name: [] for name in names}
        for call in function.decorator_list:
            if (
                isinstance(call, ast.Call)
                and python_syntax.dotted(call.func).endswith("parametrize")
                and len(call.args) > 1
            ):
                name = call.args[0]
                if isinstance(name, ast.Constant) and name.value in found:
                    where = f"{function.name}.{name.value}"
                    found[name.value] = [s.value(list_=where) for s in self.convert(call.args[1]).scalars()]
        return found
