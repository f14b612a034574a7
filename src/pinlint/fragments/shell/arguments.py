"""A command's words, told apart: options with their values, and operands."""

from __future__ import annotations

from typing import NamedTuple

from pinlint.model import Item
from pinlint.value import Value


class Arguments(NamedTuple):
    operands: list[Value]
    options: list[tuple[str, Value]]  # only those that have a value


def parse(words: list[Value], takes: frozenset[str], *, first: bool = False) -> Arguments:
    """`words` behind a command's name; `takes` are the options that take a value, `--name` or `-n`.

    With `first`, reading ends behind the first operand: what follows belongs to a command of its own.
    """
    operands: list[Value] = []
    options: list[tuple[str, Value]] = []
    rest = iter(words)
    for word in rest:
        text = word.text
        if text.startswith("--"):
            name, equals, _ = text.partition("=")
            if equals:
                options.append((name, word.slice(len(name) + 1, len(text))))
            elif name in takes and (follows := next(rest, None)):
                options.append((name, follows))
        elif text.startswith("-"):
            for at in range(1, len(text)):
                if "-" + text[at] in takes:
                    attached = word.slice(at + 1, len(text)) if at + 1 < len(text) else next(rest, None)
                    if attached:
                        options.append(("-" + text[at], attached))
                    break
        else:
            operands.append(word)
            if first:
                break
    return Arguments(operands, options)


def values(arguments: Arguments, *names: str) -> list[Value]:
    """The values given to an option, under any of its names."""
    return [value for name, value in arguments.options if name in names]


def elements(values: list[Value], key: str) -> list[Value]:
    """Several values in a row are the elements of a list of their own, since a script may call a command `key` twice."""
    return [element(value, f"{key}@{values[0].start}") for value in values] if len(values) > 1 else values


def element(value: Value, key: str) -> Value:
    span = value.span(0, len(value.text))
    if span is None:
        return value
    item = span.piece.item or Item(key, span.start, span.end)
    return Value(value.text, (span.piece._replace(item=item),))


def behind(words: list[Value], name: str) -> list[Value]:
    """The words behind the first that is `name`."""
    for at, word in enumerate(words):
        if word.text == name:
            return words[at + 1 :]
    return []
