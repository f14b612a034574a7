"""What Python's syntax tree says about a module as a whole: its functions, constants, and version guards."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from pinlint.readers.tree import NOTHING, Node, Sequence


def dotted(node: ast.expr) -> str:
    """`nox.session`; empty for anything but names and dots."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join((node.id, *reversed(parts))) if isinstance(node, ast.Name) else ""


def called(node: ast.expr) -> str:
    """What a call names: `nox.session`, or `.pip_install` where it is a method of something that is computed."""
    return dotted(node) or (f".{node.attr}" if isinstance(node, ast.Attribute) else "")


def walk(module: ast.Module) -> Iterator[tuple[ast.AST, ast.FunctionDef | None]]:
    """Every node in the order of the text, with the function around it, without recursion."""
    stack: list[tuple[ast.AST, ast.FunctionDef | None]] = [(module, None)]
    while stack:
        node, function = stack.pop()
        yield node, function
        inner = node if isinstance(node, ast.FunctionDef) else function
        stack.extend((child, inner) for child in reversed(list(ast.iter_child_nodes(node))))


def assigned_once(module: ast.Module) -> dict[str, ast.expr]:
    found: dict[str, ast.expr] = {}
    stored: dict[str, int] = {}
    for statement in module.body:
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        if isinstance(statement, ast.AnnAssign):
            targets = [statement.target]
        if len(targets) == 1 and isinstance(targets[0], ast.Name):
            assert isinstance(statement, (ast.Assign, ast.AnnAssign))
            if statement.value is not None:
                found[targets[0].id] = statement.value
    for node in ast.walk(module):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            stored[node.id] = stored.get(node.id, 0) + 1
    return {name: node for name, node in found.items() if stored[name] == 1}


def guard(node: ast.If | ast.Assert) -> ast.Tuple | None:
    """The bound of `if sys.version_info < (3, 7): raise ...` or `assert sys.version_info >= (3, 7)`."""
    test, wanted = node.test, ast.Lt
    if isinstance(node, ast.Assert):
        wanted = ast.GtE  # type: ignore[assignment]
    elif not any(_ends(statement) for statement in node.body):
        return None
    elif isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        test, wanted = test.operand, ast.GtE  # type: ignore[assignment]
    if not isinstance(test, ast.Compare) or len(test.ops) != 1 or not isinstance(test.ops[0], wanted):
        return None
    left, bound = test.left, test.comparators[0]
    if isinstance(left, ast.Subscript) and isinstance(left.slice, ast.Slice) and left.slice.lower is None:
        left = left.value  # sys.version_info[:2]
    numbers = (
        isinstance(bound, ast.Tuple) and len(bound.elts) > 1 and all(isinstance(e, ast.Constant) for e in bound.elts)
    )
    return (
        bound
        if dotted(left) in ("sys.version_info", "version_info") and numbers and isinstance(bound, ast.Tuple)
        else None
    )


def _ends(statement: ast.stmt) -> bool:
    """Whether the statement stops the program: raise, or a call of exit."""
    if isinstance(statement, ast.Raise):
        return True
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and dotted(call.func) in ("exit", "sys.exit", "quit", "os._exit")


def together(left: Node, right: Node) -> Node:
    """`[...] + [...]`; what is computed on either side is left out."""
    if not isinstance(left, Sequence) and not isinstance(right, Sequence):
        return NOTHING
    sequence = Sequence(left.start, right.end)
    sequence.children = [*left, *right]
    return sequence


def size(node: Node) -> int:
    """The characters of a text or the elements of a sequence."""
    return len(node.children) if isinstance(node, Sequence) else len(node.text)


def filled(node: ast.expr) -> tuple[ast.expr, str, str] | None:
    """The template, the open place and the name of `"py%s" % v` and of `"py{}".format(v)`; None for anything else."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.right, ast.Name):
        return node.left, "%s", node.right.id
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format" and not node.keywords:
        if len(node.args) == 1 and isinstance(node.args[0], ast.Name):
            return node.func.value, "{}", node.args[0].id
    return None
