"""tox: environments whose names hold a Python, their dependencies and commands; in INI and in TOML."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.metadata import lists
from pinlint.fragments import factors, interpreter, requirement, shell, version
from pinlint.model import Item, Mention, promised
from pinlint.patterns import later
from pinlint.readers import ini
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Value

ENVIRONMENT = later(r"(?:^|:)testenv:(?P<name>.+)")
REFERENCE = later(r"\{\[(?:tox:)?testenv:(?P<name>[^\]\n]+)\]")  # `{[testenv:py37]deps}`
CONDITION = later(r"(?P<names>!?[\w.!{}][\w.!{},-]*):\s+")
ROW = later(r"(?P<python>\d+\.\d+)\s*[:=]\s*(?P<names>.*)")
BOTH_SIDES = "both sides of the row name it"
TABLE = "a table goes by the environment's name, which may stand in many places"
CONDITIONAL = "it holds for some environments only"
OWN_SECTION = frozenset({"tox", "tox:tox"})


def read_ini(root: Node, prefix: str = "") -> Iterator[Mention]:
    listed: list[Mention] = []
    for name, section in root.items():
        where = f"{prefix}[{name.text}]"
        if name.text in OWN_SECTION:
            found = list(_settings(section, where))
            listed += (m for m in found if m.role == "supports")
            yield from found
        elif name.text.startswith(("testenv", "tox:testenv")):
            yield from _environment(section, where)
        elif name.text in ("gh-actions", "gh"):
            for value in _values(section["python"]):
                for line in ini.lines(value):
                    yield from _row(line, f"{where} python")
    if len({m.version for m in listed}) == 1:
        for name, section in root.items():
            where = f"{prefix}[{name.text}]"
            item = Item(f"{prefix}sections", name.start, name.end)
            for match in ENVIRONMENT.finditer(name.text):
                labels = _labels(name.value().slice(*match.span("name")), listed[0], where)
                yield from (label._replace(item=item) for label in labels)
            for value in (node.value() for _, _, node in section.walk() if isinstance(node, Scalar)):
                for match in REFERENCE.finditer(value.text):
                    yield from _labels(value.slice(*match.span("name")), listed[0], where)


def _labels(name: Value, only: Mention, where: str) -> Iterator[Mention]:
    """A section for the only environment of a Python, `[testenv:py37]`, has to be renamed along with it, and what refers to it."""
    for found in factors.read(name, where, items=False):
        if found.version == only.version:
            yield found._replace(role="label", labels=only.start)


def _settings(section: Node, where: str) -> Iterator[Mention]:
    for key in ("envlist", "env_list"):
        for value in _values(section[key]):
            yield from _names(value, f"{where} {key}")
    for key in ("minversion", "min_version"):
        for value in _values(section[key]):
            yield from version.read(value, "tox", f"{where} {key}", "floor", dialect="pep440")
    for value in _values(section["requires"]):
        for line in ini.lines(value):
            yield from requirement.read(line, f"{where} requires")


def _names(value: Value, where: str) -> Iterator[Mention]:
    """Names stand on several lines, some of which are comments."""
    for line in ini.lines(value):
        yield from map(promised, factors.read(line, where))


def _environment(section: Node, where: str) -> Iterator[Mention]:
    for key in ("basepython", "base_python"):
        for value in _values(section[key]):
            for line in ini.lines(value):
                yield from _interpreter(line, f"{where} {key}")
    for value in _values(section["deps"]):
        for line in ini.lines(value):
            yield from _dependency(line, f"{where} deps")
    for key in ("commands_pre", "commands", "commands_post"):
        for value in _values(section[key]):
            yield from shell.read(value, f"{where} {key}")


def _interpreter(line: Value, where: str) -> Iterator[Mention]:
    """`python3.9`, also behind a condition, `docs: python3.9`; the environments of a Python have it by their own names."""
    condition = CONDITION.match(line.text)
    if condition is None:
        yield from interpreter.read(line, where)
    elif not any(True for _ in factors.read(line.slice(*condition.span("names")), where)):
        yield from interpreter.read(line.slice(condition.end(), len(line.text)), where)


def _dependency(line: Value, where: str) -> Iterator[Mention]:
    """A requirement; behind a condition it is one of several."""
    condition = CONDITION.match(line.text)
    if condition is None:
        if not line.text.startswith(("-", "{", ".")):
            yield from requirement.read(line, where)
        return
    rest = line.slice(condition.end(), len(line.text))
    for mention in requirement.read(rest, where, "supports", frozen=CONDITIONAL):
        yield mention._replace(item=Item(where, mention.start, mention.end))


def _row(line: Value, where: str) -> Iterator[Mention]:
    """`3.7: py37, lint` as tox-gh-actions and tox-gh have it."""
    row = ROW.fullmatch(line.text)
    if row is None:
        return
    both = [
        *version.read(line.slice(*row.span("python")), "python", where, "supports"),
        *factors.read(line.slice(*row.span("names")), f"{where} names", items=False),
    ]
    for mention in both:
        yield mention._replace(frozen=BOTH_SIDES)


def _values(node: Node) -> Iterator[Value]:
    if isinstance(node, Scalar):
        yield node.value()


def read_toml(root: Node, prefix: str = "") -> Iterator[Mention]:
    """tox.toml, or [tool.tox]."""
    names = [name.value(list_=f"{prefix}env_list") for name in root["env_list"].scalars()]
    listed = [found for name in names for found in factors.read(name, f"{prefix}env_list")]
    own = [found for name, _ in root["env"].items() for found in factors.read(name.value(), "", items=False)]
    alone = len({m.version for m in listed}) == 1 and any(m.version == listed[0].version for m in own)
    yield from (promised(m._replace(frozen=TABLE) if alone else m) for m in listed)
    yield from lists.requirements(root["requires"], f"{prefix}requires")
    minimum = root["min_version"]
    if isinstance(minimum, Scalar):
        yield from version.read(minimum.value(), "tox", f"{prefix}min_version", "floor", dialect="pep440")
    environments = [("env_run_base", root["env_run_base"]), *((f"env.{k.text}", v) for k, v in root["env"].items())]
    for where, environment in environments:
        yield from lists.requirements(environment["deps"], f"{prefix}{where}.deps")
        for key in ("base_python", "default_base_python"):
            yield from lists.pythons(environment[key], f"{prefix}{where}.{key}")
