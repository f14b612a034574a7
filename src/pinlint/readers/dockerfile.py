"""Dockerfiles by dockerfile-parse, given a view of the text in which nothing misleads it; spans from the text itself.

The view has the same lines: bodies of heredocs are blank, and blank or comment lines inside an instruction continue it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from io import BytesIO
from itertools import accumulate
from typing import NamedTuple

from dockerfile_parse import DockerfileParser

from pinlint import value
from pinlint.patterns import later
from pinlint.value import Piece, Value

ESCAPE = later(r"(?:[ \t]*#[ \t]*\w+=.*\n)*?[ \t]*#[ \t]*escape[ \t]*=[ \t]*(?P<character>[\\`])[ \t\r]*\n", re.I)
HEREDOC = later(r"(?<!\S)\d*<<(?P<tabs>-?)(?P<quote>[\"']?)(?P<name>[A-Za-z_][\w.-]*)(?P=quote)(?!\S)")
QUOTED = later(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
WORD = later(r"\s*(?P<word>\S+)\s*")
FLAG = later(r"\s*--(?P<name>[a-z][a-z-]*)(?:=(?P<value>\S*))?(?!\S)")
STRING = later(r"\s*\"(?P<text>(?:[^\"\\]|\\.)*)\"\s*(?P<after>[],])")


class Instruction(NamedTuple):
    """One instruction: its name in upper case, its flags, its arguments with their lines joined, its heredocs.

    `written` are the arguments as they stand in the file: one piece, in which a long script costs no more to look up.
    """

    name: str
    flags: tuple[tuple[str, Value], ...]
    value: Value
    written: Value
    bodies: tuple[Value, ...] = ()


def read(text: str) -> Iterator[Instruction]:
    """The instructions of a Dockerfile, in order; `ONBUILD RUN x` is read as `RUN x`."""
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    directive = ESCAPE.match(text)
    escape = directive["character"] if directive else "\\"
    seen, bodies = _view(lines, escape)
    parser = DockerfileParser(fileobj=BytesIO("\n".join(seen).encode("utf-8", "replace")), env_replace=False)
    for entry in parser.structure:
        if entry["instruction"] == "COMMENT":
            continue
        first, last = entry["startline"], min(entry["endline"], len(lines) - 1)
        pieces = tuple(_pieces(lines, starts, first, last, escape))
        inner = (value.of(text, starts[a], starts[b]) for a, b in bodies.get(last, ()))
        yield _instruction(text, starts[last] + len(lines[last]), pieces, tuple(inner))


def exec_form(arguments: Value) -> list[Value]:
    """The words of `["pip", "install", "x"]`; none where the arguments are no list of strings."""
    text = arguments.text
    at = len(text) - len(text.lstrip()) + 1
    if not text.lstrip().startswith("["):
        return []
    words = []
    while match := STRING.match(text, at):
        words.append(arguments.slice(*match.span("text")))
        at = match.end()
        if match["after"] == "]":
            return [] if text[at:].strip() else words
    return []


def _instruction(document: str, end: int, pieces: tuple[Piece, ...], bodies: tuple[Value, ...]) -> Instruction:
    whole = Value("".join(piece.text for piece in pieces), pieces)
    text, at, name = whole.text, 0, "ONBUILD"
    while name == "ONBUILD" and (match := WORD.match(text, at)):
        name, at = match["word"].upper(), match.end()
    flags = []
    while match := FLAG.match(text, at):
        flags.append((match["name"], whole.slice(*match.span("value")) if match["value"] else Value("", ())))
        at = match.end()
    arguments = whole.slice(at, len(text))
    written = value.of(document, arguments.start, end) if arguments.pieces else arguments
    return Instruction(name, tuple(flags), arguments, written, bodies)


def _pieces(lines: list[str], starts: list[int], first: int, last: int, escape: str) -> Iterator[Piece]:
    """The text of an instruction as Docker joins it: without comments, blank lines and the marks of continuation."""
    for number in range(first, last + 1):
        line = lines[number].rstrip()
        if number > first and (not line or line.lstrip().startswith("#")):
            continue
        if line := line.removesuffix(escape):
            yield Piece(line, starts[number])


def _view(lines: list[str], escape: str) -> tuple[list[str], dict[int, list[tuple[int, int]]]]:
    """The lines that dockerfile-parse sees, and where the bodies of heredocs stand by their instruction's last line."""
    seen: list[str] = []
    bodies: dict[int, list[tuple[int, int]]] = {}
    ends = _ends(lines)
    first = -1  # of the instruction that goes on, if one does
    while len(seen) < len(lines):
        number = len(seen)
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            seen.append(line if first < 0 else escape)
            continue
        seen.append(line)
        first = number if first < 0 else first
        if line.rstrip().endswith(escape):
            continue
        if any("<<" in part for part in lines[first : number + 1]):
            bodies[number] = list(_bodies(lines, first, number, ends))
            seen += [""] * (bodies[number][-1][1] - number if bodies[number] else 0)
        first = -1
    return [*seen, " "], bodies  # an instruction whose last line continues ends here


def _ends(lines: list[str]) -> dict[str, list[int]]:
    """Where each line stands that could end a heredoc."""
    ends: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if len(line) < 80 and (name := line.strip("\t\r")) and not name.startswith((" ", "#")):
            ends.setdefault(name, []).append(number)
    return ends


def _bodies(lines: list[str], first: int, last: int, ends: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    """The lines of each heredoc, up to and without the line that ends it; what has no end is none."""
    head = " ".join(line for line in lines[first : last + 1] if not line.lstrip().startswith("#"))
    if not re.match(r"\s*(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s", head, re.I):
        return
    at = last
    for match in HEREDOC.finditer(QUOTED.sub(lambda m: m[0] if "<" not in m[0] else "_" * len(m[0]), head)):
        places = ends.get(match["name"], [])
        nexts = (n for n in places[bisect_right(places, at) :] if match["tabs"] or lines[n][:1] != "\t")
        if (end := next(nexts, 0)) == 0:
            return
        yield at + 1, end
        at = end
