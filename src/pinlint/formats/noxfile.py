"""`noxfile.py`: the sessions' Pythons and what they install; read by Python's parser, never run."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import names
from pinlint.formats.metadata import lists
from pinlint.fragments import requirement, shell, version
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.readers import python
from pinlint.readers.tree import NOTHING, Scalar
from pinlint.value import Piece, Value, join

FILES = ("noxfile.py",)
SESSION = later(r"-(?P<python>[23]\.\d+)$")
COMMANDS = {"install": "pip install", "conda_install": "conda install", "run": "", "run_install": ""}


def extract(document: Document) -> Iterator[Mention]:
    source = python.read(document.text)
    for call in source.calls:
        owner, _, verb = call.name.rpartition(".")
        if call.name in ("nox.session", "session") and call.function:
            yield from lists.pythons(call.keywords["python"], f"{call.function}.python")
        elif owner == "session" and verb in COMMANDS:
            words = [w.value() for w in call.arguments if isinstance(w, Scalar)]
            if words and all(w.text and "'" not in w.text for w in words):
                yield from shell.read(_command(COMMANDS[verb], words), f"{call.function} session.{verb}")
    for name, node in source.constants.items():
        if names.variable(name) == ("python", "uses"):
            yield from lists.pythons(node, name)
        elif isinstance(node, Scalar) and requirement.bounded(node.text):
            yield from requirement.read(node.value(), name)
    for session in source.attributes.get("nox.options.sessions", NOTHING).scalars():
        if found := SESSION.search(session.text):
            value = session.value(list_="nox.options.sessions").slice(*found.span("python"))
            yield from version.read(value, "python", "nox.options.sessions", "supports")


def _command(program: str, words: list[Value]) -> Value:
    """The words as a command line, each in quotes."""
    parts = [Value(program, (Piece(program, words[0].start),))]
    for word in words:
        parts += [_mark(" '", word), word, _mark("'", word)]
    return join(parts)


def _mark(text: str, word: Value) -> Value:
    return Value(text, (Piece(text, word.start),))
