"""pins.toml -> Pins. pydantic lives here and nowhere else, and is imported only where it has something to say: not for a
file that was validated before, nor for one of the short form alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from pinlint.model import PinlintError, Unreadable
from pinlint.names import canonical
from pinlint.pins import VERSION, Ignore, Override, Pin, Pins, Place, Require
from pinlint.readers import toml
from pinlint.readers.tree import NOTHING, Node, Sequence
from pinlint.rules import RULES, nearest


def load(text: str, path: str) -> Pins:
    """The pins that the text of pins.toml declares. Raises PinlintError with line, key and the nearest valid name."""
    data = _data(text, path)
    short = _short(data)
    if short is not None:
        return Pins(path, tuple(_pins(short, text, path, ("pins",), [])))
    from pydantic import ValidationError

    from pinlint.schema import PinsFile

    try:
        file = PinsFile.model_validate(data)
    except ValidationError as error:
        first = min(error.errors(include_url=False), key=lambda e: _line(text, e["loc"]))
        raise PinlintError(_explain(first, text), path, _line(text, first["loc"])) from None
    return _plain(file, text, path)


class Short(NamedTuple):
    """The short form of a pin, as the long one."""

    version: str
    supports: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    minimum: str = ""
    source: str = ""
    aliases: tuple[str, ...] = ()


def _short(data: dict[str, Any]) -> dict[str, Short] | None:
    """The pins of a file that has nothing but names and versions, where pydantic has nothing to add; else None."""
    pins = data.get("pins")
    if len(data) != 1 or not isinstance(pins, dict):
        return None
    if not all(isinstance(version, str) and VERSION.fullmatch(version) for version in pins.values()):
        return None
    return {name: Short(version) for name, version in pins.items()}


def _data(text: str, path: str) -> dict[str, Any]:
    import tomllib

    try:
        toml.read(text)
        broken = None
    except Unreadable as error:
        broken = error
        if "deep" in error.cause:  # which tomllib takes very long to read
            raise PinlintError(error.cause, path, error.line) from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        if broken:  # and knows the line, also where tomllib has read on to the end
            raise PinlintError(broken.cause, path, broken.line) from None
        line = re.search(r"at line (\d+)", str(error))
        cause = str(error).partition(" (at ")[0]
        raise PinlintError(f"not valid TOML: {cause}", path, int(line[1]) if line else 1) from None


def _plain(file: Any, text: str, path: str) -> Pins:
    aliases: list[tuple[str, str]] = []
    pins = _pins(file.pins, text, path, ("pins",), aliases)
    known = {p.subject for p in pins} | {a for a, _ in aliases}
    overrides = tuple(
        Override(tuple(o.files), tuple(_pins(o.pins, text, path, ("overrides", i, "pins"), aliases)))
        for i, o in enumerate(file.overrides)
    )
    known |= {p.subject for o in overrides for p in o.pins}

    def declared(name: str, *where: Any) -> str:
        if canonical(name) not in known:
            raise PinlintError(
                f"{_key(where)}: {name} is no pin of this file{nearest(name, known)}", path, _line(text, where)
            )
        return canonical(name)

    for i, place in enumerate(file.places):
        groups = re.compile(place.pattern).groupindex
        if not groups:
            where = ("places", i, "pattern")
            message = f"{_key(where)}: it names no version; write one as (?P<python>...)"
            raise PinlintError(message, path, _line(text, where))
        for group in groups:
            declared(group, "places", i, "pattern")
    for name in file.rules:
        if name not in RULES:
            raise PinlintError(f"rules.{name}: no such rule{nearest(name, RULES)}", path, _line(text, ("rules", name)))
    return Pins(
        path,
        tuple(pins),
        tuple(aliases),
        overrides,
        tuple(Place(tuple(p.files), p.pattern, _line(text, ("places", i))) for i, p in enumerate(file.places)),
        tuple(
            Require(declared(r.pin, "require", i, "pin"), tuple(r.files), _line(text, ("require", i)))
            for i, r in enumerate(file.require)
        ),
        tuple(
            Ignore(
                tuple(g.files), tuple(declared(p, "ignore", i, "pins") for p in g.pins), g.reason,
                g.until.isoformat() if g.until else "", _line(text, ("ignore", i)),
            )
            for i, g in enumerate(file.ignore)
        ),
        tuple(file.rules.items()),
        tuple(file.plugins),
        tuple(file.formats),
    )


def _pins(
    table: dict[str, Any], text: str, path: str, where: tuple[Any, ...], aliases: list[tuple[str, str]]
) -> list[Pin]:
    found: dict[str, tuple[str, Pin]] = {}
    for name, pin in table.items():
        subject, line = canonical(name), _line(text, (*where, name))
        if not subject:
            raise PinlintError(f"{_key((*where, name))}: a pin needs a name", path, line)
        if subject in found:
            said = f"{_key((*where, name))}: {name} and {found[subject][0]} are one subject; keep one of them"
            raise PinlintError(said, path, line)
        for i, alias in enumerate(pin.aliases):
            taken = dict(aliases).get(canonical(alias), canonical(alias) if canonical(alias) in table else subject)
            if taken != subject:
                key = (*where, name, "aliases", i)
                said = f"{_key(key)}: {alias} is a name of {taken} already; keep one of them"
                raise PinlintError(said, path, _line(text, key))
            aliases.append((canonical(alias), subject))
        found[subject] = name, Pin(
            subject, pin.version or "", tuple(pin.supports), tuple(pin.allow), pin.minimum or "", pin.source or "", line
        )
    return [pin for _, pin in found.values()]


SHAPES = {  # what pydantic calls the shape that is missing -> what to write
    "string_type": "must be text, in quotes",
    "list_type": 'must be a list, as in ["..."]',
    "dict_type": "must be a table",
    "model_type": "must be a table",
    "model_attributes_type": "must be a table",
    "too_short": "must name at least one",
    "string_too_short": "must not be empty",
    "date_type": "must be a date, as in 2027-06-30, without quotes",
    "date_parsing": "must be a date, as in 2027-06-30, without quotes",
    "date_from_datetime_parsing": "must be a date, as in 2027-06-30, without quotes",
    "date_from_datetime_inexact": "must be a date, as in 2027-06-30, without a time",
}


def _explain(error: Any, text: str) -> str:
    """One line for one of pydantic's errors: the key, what is wrong, what to do."""
    loc, kind, given = error["loc"], error["type"], error.get("input")
    key = _key(loc)
    if kind == "extra_forbidden":
        from pinlint.schema import keys

        return f"{key}: unknown key{nearest(str(loc[-1]), keys(list(loc)))}"
    if kind == "missing":
        return f"{key}: missing; it is required"
    if kind == "string_type" and isinstance(given, (int, float)) and not isinstance(given, bool):
        written = _place(text, loc)[1].text or str(given)
        return f'{key}: {written} is a number, and as a number 3.10 is 3.1; write "{written}", in quotes'
    if kind == "literal_error":
        return f"{key}: {given!r} is not one of {error['ctx']['expected']}"
    return f"{key}: {SHAPES.get(kind) or error['msg'].removeprefix('Value error, ')}"


def _key(loc: tuple[Any, ...]) -> str:
    """`overrides[0].pins.python`"""
    return ".".join(f"[{p}]" if isinstance(p, int) else str(p) for p in loc).replace(".[", "[")


def _line(text: str, loc: tuple[Any, ...]) -> int:
    """The 1-based line of a key path in TOML text, or of its nearest parent that can be found."""
    return text.count("\n", 0, _place(text, loc)[0]) + 1


def _place(text: str, loc: tuple[Any, ...]) -> tuple[int, Node]:
    places = _places(text)
    known = (places[loc[:end]] for end in range(len(loc), 0, -1) if loc[:end] in places)
    return next(known, (0, NOTHING))


@lru_cache(maxsize=1)
def _places(text: str) -> dict[tuple[Any, ...], tuple[int, Node]]:
    """For each key path of TOML text, where it stands and what it holds."""
    found: dict[tuple[Any, ...], tuple[int, Node]] = {}
    try:
        stack: list[tuple[tuple[Any, ...], Node]] = [((), toml.read(text))]
    except Unreadable:  # our reader is stricter than tomllib about depth
        return found
    while stack:
        path, node = stack.pop()
        inner = [((*path, key.text), key.start, child) for key, child in node.items()]
        if isinstance(node, Sequence):
            inner = [((*path, i), child.start, child) for i, child in enumerate(node.children)]
        found.update((place, (start, child)) for place, start, child in inner)
        stack += [(place, child) for place, _, child in inner]
    return found
