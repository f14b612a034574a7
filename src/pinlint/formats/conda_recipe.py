"""`meta.yaml`, `recipe.yaml`: what a conda recipe requires, by line, with Jinja's `set` and `context` followed."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import notations, value
from pinlint.fragments import assignment, conda_spec
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.readers import lines
from pinlint.readers.lines import Line
from pinlint.value import Lookup, Value

FILES = ("meta.yaml", "meta.yml", "recipe.yaml", "recipe.yml", "meta.yaml.in")
SET = later(r"\{%-?\s*set\s+(?P<name>\w+)\s*=\s*[\"'](?P<value>[^\"'{}]*)[\"']\s*-?%\}")
REFERENCE = later(r"\$?\{\{-?\s*(?P<name>\w+)\s*-?\}\}")
SECTIONS = frozenset(("requirements", "requires"))
PARTS = frozenset(("build", "host", "run", "run_constrained", "run_constraints", "constraints", "requires"))
SELECTOR = later(r"#\s*\[")


def extract(document: Document) -> Iterator[Mention]:
    outline = list(lines.outline(document.text))
    variables = _variables(document.text, outline)

    def lookup(name: str) -> list[Value]:
        return [variables[name]] if name in variables else []

    used: list[Mention] = []
    bounds: set[str] = set()  # the variables that say the lowest Python; or part of a bound, of which no place moves
    for line in filter(_wanted, outline):
        found = list(_spec(line, lookup))
        used += found
        if any(m.role == "floor" for m in found):
            bounds.update(m["name"] for m in REFERENCE.finditer(line.value.text))
    # conda-forge's `python_min` is installed where the package is built: it has to be the lowest that is supported.
    lowest = {(m.subject, m.start, m.end) for m in used if m.role == "floor"}
    yield from (m for m in used if m.role == "floor" or (m.subject, m.start, m.end) not in lowest)
    seen = {(m.start, m.end) for m in used}
    for name, written in variables.items():
        if name not in bounds:
            yield from (m for m in assignment.read(name, written, name) if (m.start, m.end) not in seen)


def _variables(text: str, outline: list[Line]) -> dict[str, Value]:
    found = {m["name"]: value.of(text, *m.span("value"), via=m["name"]) for m in SET.finditer(text)}
    for line in outline:
        if line.keys[:1] == ("context",) and len(line.keys) == 2 and not line.item:
            found[line.keys[1]] = Value(line.value.text, tuple(p._replace(via=line.keys[1]) for p in line.value.pieces))
    return found


def _wanted(line: Line) -> bool:
    """A requirement: below `requirements` or `test.requires`, an element or what an `if` leads to."""
    inside = SECTIONS.intersection(line.keys) and PARTS.intersection(line.keys)
    chosen = {"if", "then", "else"}.intersection(line.keys) or SELECTOR.match(line.comment)
    return bool(inside and line.item and not chosen)  # one of several that a variant chooses from says little


def _spec(line: Line, lookup: Lookup) -> Iterator[Mention]:
    for one in value.expand(line.value, REFERENCE, lookup):
        for mention in conda_spec.read(one, ".".join(line.keys)):
            if mention.notation in notations.NOTATIONS:  # without a version, the variant's configuration decides
                lowest = mention.subject == "python" and notations.NOTATIONS[mention.notation].range
                yield mention._replace(role="floor") if lowest else mention
