"""The steps of a job or of a composite action: what they use, what they are given, and what they run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.formats.github import conditions, embedded
from pinlint.formats.github.labels import REPEATING, labels, tags
from pinlint.formats.github.scope import Scope, environment, read_environment
from pinlint.fragments import action, assignment, conda_spec, factors, listing, runner, setting, shell
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar
from pinlint.tables.actions import BUILD_ARGS, CONDA_SPECS, INPUTS, SELECTORS
from pinlint.value import Value, mention, of

SCRIPT = later(r"(?:[\w-]*[-_])?(?:script|command|cmd|run)s?")  # inputs that a shell runs; github-script's is JavaScript
SPEC = later(r"[^\s]+[=<>][^\s]*")
COMMENTED = later(r"(?m)^[ \t]*#[#\s]*(?:-[ \t]*)?uses:[ \t]*(?P<used>[\w./-]+@[\w.-]+)[ \t]*\r?$")
ARGUMENT = later(r"^[ \t]*(?P<name>\w+)=(?P<value>.*?)[ \t]*\r?$", re.MULTILINE)
PYTHON = later(r"python3?(?![\w-])")
LITERAL = later(r"""^[ \t]*(?P<name>[A-Za-z_]\w*)[ \t]*=[ \t]*(?P<quote>["'])(?P<text>[^"'\n]+)(?P=quote)[ \t]*(?:#.*)?\r?$""", re.M)
LOOP = later(r"^[ \t]*for[ \t]+(?P<name>[A-Za-z_]\w*)[ \t]+in[ \t]+(?P<list>\[[^\[\]\n]*\])[ \t]*:", re.M)


def read(steps: Node, scope: Scope, document: str, where: str) -> Iterator[Mention]:
    """The mentions of each step, and of its name where it repeats one of them."""
    for index, step in enumerate(steps):
        path = f"{where}[{index}]"
        inside = scope.inside(environment(step["env"]))
        found = list(_step(step, inside, document, path))
        yield from found
        yield from labels(step["name"], found, f"{path}.name")
        yield from conditions.read(step["if"], inside, f"{path}.if")
        for key in ("env", "with", "run"):
            yield from conditions.within(step[key], inside, f"{path}.{key}")


def repeat(steps: Node, beside: list[Mention], where: str) -> Iterator[Mention]:
    """Free texts that steps give to actions, where they repeat a version `beside` them: caches' keys, artifacts' names."""
    taken = {m.start for m in beside}
    for index, step in enumerate(steps):
        for key, node in step["with"].items():
            if key.text in REPEATING and isinstance(node, Scalar):
                found = tags(node.value(), beside, f"{where}[{index}].with.{key.text}")
                yield from (m for m in found if m.start not in taken)


def commented(document: str) -> Iterator[Mention]:
    """Steps that are commented out: who takes one in again wants the version that the others have."""
    for match in COMMENTED.finditer(document):
        for found in action.read(of(document, *match.span("used")), document, "comment"):
            if found.version:
                yield found._replace(role="label")


def _step(step: Node, scope: Scope, document: str, where: str) -> Iterator[Mention]:
    yield from call(step, scope, document, where)
    yield from read_environment(step["env"], scope, f"{where}.env")
    if isinstance(run := step["run"], Scalar):
        for value in scope.expand(run.value()):
            if PYTHON.match(step["shell"].text):
                yield from _python(value, f"{where}.run")
            else:
                yield from shell.read(value, f"{where}.run", scope.variable)


def _python(script: Value, where: str) -> Iterator[Mention]:
    """What a step that is written in Python gives to names, and the lists that it goes through."""
    for match in LITERAL.finditer(script.text):
        yield from assignment.read(match["name"], script.slice(*match.span("text")), f"{where} {match['name']}=")
    for match in LOOP.finditer(script.text):
        path = f"{where} for {match['name']}"
        yield from setting.read(match["name"], script.slice(*match.span("list")), path)


def call(step: Node, scope: Scope, document: str, where: str) -> Iterator[Mention]:
    """What `uses:` and `with:` of a step, or of a job that calls a workflow, say."""
    uses, given = step["uses"], step["with"]
    if not isinstance(uses, Scalar):
        return
    keys = frozenset(k.text for k, _ in given.items())
    yield from action.read(uses.value(), document, f"{where}.uses", inputs=keys)
    name = action.name(uses.value())
    for key, node in given.items():
        for scalar in node.scalars():
            for value in scope.expand(scalar.value()):
                yield from _input(name, key.text, value, f"{where}.with.{key.text}", scope)
    subject, selecting = SELECTORS.get(name, ("", ()))
    if subject and not keys.intersection(selecting):
        start = uses.text.index("/") + 1
        end = uses.text.index("@") if "@" in uses.text else len(uses.text)
        yield mention(uses.value(), start, end, subject, "floating", "uses", where)


def _input(name: str, key: str, value: Value, where: str, scope: Scope) -> Iterator[Mention]:
    if known := INPUTS.get(name, {}).get(key):
        subject, exact = known
        for element in listing.elements(value, where):
            yield from setting.stated(element, subject, where, exact=exact)
    elif key == CONDA_SPECS.get(name):
        for match in SPEC.finditer(value.text):
            yield from conda_spec.read(value.slice(*match.span()), where)
    elif key.lower() in BUILD_ARGS:
        for match in ARGUMENT.finditer(value.text):
            yield from setting.read(match["name"], value.slice(*match.span("value")), f"{where}.{match['name']}")
    elif SCRIPT.fullmatch(key) and name != "actions/github-script":
        yield from shell.read(value, where, scope.variable)
    elif key == "CIBW_BUILD":
        yield from factors.read(value, where)
    elif embedded.told(value.text):
        yield from embedded.read(value, where)
    else:
        yield from setting.read(key, value, where, listed=value.text.startswith("["))
        yield from runner.read(value, where)
