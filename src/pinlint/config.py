"""pins.toml -> Pins. pydantic lives here and nowhere else, and is imported only for a file that was not validated before."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from pinlint.model import PinlintError, Unreadable
from pinlint.names import canonical
from pinlint.pins import Ignore, Override, Pin, Pins, Place, Require
from pinlint.readers import toml
from pinlint.readers.tree import NOTHING, Node, Sequence
from pinlint.rules import nearest


def load(text: str, path: str) -> Pins:
    """The pins that the text of pins.toml declares. Raises PinlintError with file, line, key and the nearest valid name."""
    import tomllib

    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise PinlintError("not valid TOML: nested deeper than it is read", path, 1) from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        problem = str(error).partition(" (at ")[0]
        raise PinlintError(f"not valid TOML: {problem}", path, int(line[1]) if line else 1) from None
    from pydantic import ValidationError

    from pinlint.schema import PinsFile

    try:
        file = PinsFile.model_validate(data)
    except ValidationError as error:
        first = min(error.errors(include_url=False), key=lambda e: _line(text, e["loc"]))
        raise PinlintError(_explain(first, text), path, _line(text, first["loc"])) from None
    return _plain(file, text, path)


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
            raise PinlintError(f"{name} is no pin of this file{nearest(name, known)}", path, _line(text, where))
        return canonical(name)

    for i, place in enumerate(file.places):
        groups = re.compile(place.pattern).groupindex
        if not groups:
            raise PinlintError(
                "pattern names no version; write one as (?P<python>...)", path, _line(text, ("places", i, "pattern"))
            )
        for group in groups:
            declared(group, "places", i, "pattern")
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
        if subject in found:
            raise PinlintError(f"{name} and {found[subject][0]} are one subject; keep one of them", path, line)
        for i, alias in enumerate(pin.aliases):
            taken = dict(aliases).get(canonical(alias), canonical(alias) if canonical(alias) in table else subject)
            if taken != subject:
                line = _line(text, (*where, name, "aliases", i))
                raise PinlintError(f"{name}.aliases: {alias} is a name of {taken} already; keep one", path, line)
            aliases.append((canonical(alias), subject))
        found[subject] = name, Pin(
            subject, pin.version or "", tuple(pin.supports), tuple(pin.allow), pin.minimum or "", pin.source or "", line
        )
    return [pin for _, pin in found.values()]


def _explain(error: Any, text: str) -> str:
    """One line for one of pydantic's errors: the key, what is wrong, what to do."""
    loc = error["loc"]
    key = ".".join(f"[{p}]" if isinstance(p, int) else str(p) for p in loc).replace(".[", "[")
    kind, given = error["type"], error.get("input")
    if kind == "extra_forbidden":
        from pinlint.schema import keys

        return f"{key}: unknown key{nearest(str(loc[-1]), keys(list(loc)))}"
    if kind == "missing":
        return f"{key}: missing; it is required"
    if kind == "string_type" and isinstance(given, (int, float)) and not isinstance(given, bool):
        written = _place(text, loc)[1].text or str(given)
        return f'{key}: {written} is a number, and as one 3.10 is 3.1; write "{written}", in quotes'
    if kind == "literal_error":
        return f"{key}: {given!r} is not one of {error['ctx']['expected']}"
    return f"{key}: {error['msg'].removeprefix('Value error, ')}"


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
