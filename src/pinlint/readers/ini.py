"""INI as configparser has it: sections of options, values over several indented lines, comments on their own lines.

[tox]
envlist =
    py37
    # not part of the value
    py38
"""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.model import Unreadable
from pinlint.patterns import later
from pinlint.readers.tree import Mapping, Scalar
from pinlint.value import Value

TEMPLATE = later(r"\{\{|\{%")
SECTION = later(r"\[(?P<name>[^\n]+)\]")
OPTION = later(r"(?P<name>[^=:\n]*?)[ \t]*[=:][ \t]*")
LINE = later(r"[^\n]*\n?")
COMMENT = later(r"(?:^|\s)[#;].*")


def read(text: str, start: int = 0, end: int = -1) -> Mapping:
    """Section -> option -> scalar for what stands from `start` to `end`. Raises Unreadable with the 1-based line.

    Of a template, the lines that are INI are read.
    """
    stop = len(text) if end < 0 else end
    root = Mapping(start, stop)
    section: Mapping | None = None
    option: Scalar | None = None
    indent = 0
    lenient = TEMPLATE.search(text) is not None
    for match in LINE.finditer(text, start, stop):
        line = match[0].rstrip()
        first = match.start() + len(line) - len(line.lstrip())
        last = match.start() + len(line)
        if first == last or text[first] in "#;":
            continue
        if option is not None and first - match.start() > indent:
            option.end = option.inner_end = last
            option.text = text[option.inner : last]
            continue
        indent = first - match.start()
        option = None
        if header := SECTION.match(text, first, last):
            section = Mapping(first, last)
            root.entries.append((Scalar(first, header.end(), *header.span("name"), header["name"]), section))
        elif section is None:
            if not lenient:
                raise Unreadable("not valid INI: an option before any [section]", text.count("\n", 0, first) + 1)
        elif (found := OPTION.match(text, first, last)) and found["name"]:
            key = Scalar(first, found.end("name"), *found.span("name"), found["name"].lower())
            option = Scalar(found.end(), last, found.end(), last, text[found.end() : last])
            section.entries.append((key, option))
            section.end = last
        elif not lenient:
            raise Unreadable("not valid INI: neither a [section] nor an option with =", text.count("\n", 0, first) + 1)
    return root


def lines(value: Value) -> Iterator[Value]:
    """The lines of a value that say something, without comments and surrounding space."""
    at = 0
    for line in value.text.splitlines(keepends=True):
        body = line.rstrip()
        if comment := COMMENT.search(body):
            body = body[: comment.start()].rstrip()
        first = at + len(body) - len(body.lstrip())
        if body.strip():
            yield value.slice(first, at + len(body))
        at += len(line)
