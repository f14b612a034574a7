"""GitHub's `${{ }}`: `${{ matrix.python || '3.7' }}` becomes the values that the matrix and the default give it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.patterns import later
from pinlint.value import Lookup, Value, join

LONGEST = 20_000  # characters of a value with its variables followed
DEPTH = 4  # calls inside calls
MOST = 64  # values of one text
PART = later(r"'[^']*'|(?P<or>\|\|)|(?P<and>&&)")
REFERENCE = later(r"\s*(?P<name>[A-Za-z_][\w-]*(?:\.[\w-]+|\[\s*(?:'[^'\]]*'|\d+)\s*\])+)\s*")
STEP = later(r"\.(?P<bare>[\w-]+)|\[\s*(?:'(?P<quoted>[^'\]]*)'|(?P<index>\d+))\s*\]|^(?P<head>[A-Za-z_][\w-]*)")
LITERAL = later(r"\s*(?:'(?P<text>[^']*)'|(?P<number>\d+(?:\.\d+)*))\s*")
CALL = later(r"\s*(?:(?i:fromjson|tojson)\s*)?\((?P<inner>.*)\)\s*", re.DOTALL)


def expand(value: Value, lookup: Lookup) -> list[Value]:
    """Every value of `value` once the expressions in it are followed; what can't be followed stays as written.

    `lookup` takes `env.X`, `matrix.a.b`, `inputs.x`. Where several expressions have several values, each value is in at
    least one result, but not each combination: a mention lies in one of them anyway.
    """
    return _expand(value, lookup, {})


def _expand(value: Value, lookup: Lookup, known: dict[str, list[Value]]) -> list[Value]:
    segments: list[list[Value]] = []
    at = 0
    for start, end in _expressions(value.text):
        choices = _evaluate(value.slice(start + 3, end - 2), lookup, known)
        segments += [[value.slice(at, start)], choices or [value.slice(start, end)]]
        at = end
    if not segments:
        return [value]
    segments.append([value.slice(at, len(value.text))])
    count = min(MOST, max(map(len, segments)))
    results = [join([choices[i % len(choices)] for choices in segments]) for i in range(count)]
    return [r for r in results if len(r.text) <= LONGEST] or [value]


def _expressions(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    while (start := text.find("${{", end)) >= 0:
        end = text.find("}}", start) + 2
        if end < 2:
            return
        yield start, end


def _evaluate(body: Value, lookup: Lookup, known: dict[str, list[Value]]) -> list[Value]:
    """All that `a || b` may be; nothing where a condition chooses."""
    cuts, at = [], 0
    for match in PART.finditer(body.text):
        if match["and"]:
            return []
        if match["or"]:
            cuts.append(body.slice(at, match.start()))
            at = match.end()
    cuts.append(body.slice(at, len(body.text)))
    return [found for cut in cuts for found in _operand(cut, lookup, known)]


def _operand(value: Value, lookup: Lookup, known: dict[str, list[Value]]) -> list[Value]:
    for _ in range(DEPTH):
        if match := CALL.fullmatch(value.text):
            value = value.slice(*match.span("inner"))
    if match := LITERAL.fullmatch(value.text):
        return [value.slice(*match.span("text" if match["number"] is None else "number"))]
    if match := REFERENCE.fullmatch(value.text):
        name = _name(match["name"])
        if name not in known:
            known[name] = []  # while it is followed, a cycle finds nothing
            known[name] = [w for v in lookup(name) for w in _expand(v, lookup, known)][:MOST]
        return known[name]
    return []


def _name(text: str) -> str:
    """`matrix['a'].b` is `matrix.a.b`, `matrix.a[0]` is `matrix.a.0`, `github.event.inputs.x` is `inputs.x`."""
    name = ".".join(m["bare"] or m["quoted"] or m["index"] or m["head"] or "" for m in STEP.finditer(text))
    return name.removeprefix("github.event.")
