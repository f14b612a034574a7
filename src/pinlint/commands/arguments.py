"""The arguments of a command as a table, which argparse reads, and without it where nothing needs its messages."""

from __future__ import annotations

from pinlint.errors import PinlintError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, NoReturn, TypeAlias

Table: TypeAlias = "dict[str, dict[str, Any]]"


class Options:
    """What the command line says: an attribute for each argument."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.__dict__ = values

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


def parse(table: Table, words: list[str], program: str, description: str) -> Options:
    """The options that `words` say. Help and mistakes end the program, as argparse has them."""
    read = _read(table, words)
    if read is not None:
        return read
    import argparse  # costs as much as the rest of a run that finds nothing changed

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:
            """One line, without the usage in front."""
            raise PinlintError(f"{message}; see `{program} --help`{_meant(table, words)}")

    parser = Parser(prog=program, description=description, allow_abbrev=False)
    for name, facts in table.items():
        parser.add_argument(name, **facts)
    return Options(vars(parser.parse_args(words)))


def _meant(table: Table, words: list[str]) -> str:
    from pinlint.rules import nearest

    unknown = (w.partition("=")[0] for w in words if w.startswith("--") and w.partition("=")[0] not in table)
    return next((hint for word in unknown if (hint := nearest(word, [n for n in table if n.startswith("-")]))), "")


def _read(table: Table, words: list[str]) -> Options | None:
    """The options, where every word is a path or an option spelled out in full; else None."""
    values: dict[str, Any] = {_attribute(name): _default(facts) for name, facts in table.items()}
    rest: Iterator[str] = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if not word.startswith("-"):
            if "paths" not in table:
                return None
            values["paths"].append(word)
            continue
        facts = table.get(name)
        if facts is None or facts.get("action") not in (None, "store_true", "append"):
            return None
        if facts.get("action") == "store_true":
            if equals:
                return None
            values[_attribute(name)] = True
            continue
        value = value if equals else next(rest, "-")
        if not equals and value.startswith("-") or value not in facts.get("choices", (value,)) or "type" in facts:
            return None
        if facts.get("action") == "append":
            values[_attribute(name)].append(value)
        else:
            values[_attribute(name)] = value
    return Options(values)


def _attribute(name: str) -> str:
    return name.lstrip("-").replace("-", "_")


def _default(facts: dict[str, Any]) -> Any:
    if facts.get("action") == "store_true":
        return False
    return [] if facts.get("action") == "append" or facts.get("nargs") == "*" else facts.get("default")
