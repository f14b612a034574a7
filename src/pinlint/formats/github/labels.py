"""Names that repeat a version: `name: Set up Python 3.7` above `python-version: "3.7"`, a cache's key, an artifact's name."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import notations
from pinlint.model import Mention
from pinlint.names import canonical
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Value, mention

NUMBER = later(r"(?<![\w.${-])(?:(?P<word>[A-Za-z][\w-]*)[ =:-]{1,3})?v?(?P<version>\d+(?:\.\d+)*)(?![\w.+-])")
TAG = later(
    r"(?<![A-Za-z\d.])(?:(?:c?py|cp|[Pp]ython)[-_]?(?P<python>[23](?:\.\d+)+|[23]\d{1,2}|3_\d{1,2})"
    r"|cu(?:da)?[-_]?(?P<cuda>\d+(?:\.\d+)+|\d{3})|(?:py)?torch[-_]?(?P<torch>\d+(?:\.\d+)+)"
    r"|ubuntu[-_]?(?P<ubuntu>\d+\.\d+))(?![.\d]|[A-Za-z])"
)
LONGEST = 300  # characters
COMPACT = {"python": "compact", "cuda": "compact-cuda"}
REPEATING = ("name", "key", "restore-keys", "flags", "path", "tags")
"""Inputs of actions whose text is free, and often says which version a job is for."""


def labels(name: Node, beside: list[Mention], where: str, *, both: bool = False) -> Iterator[Mention]:
    """The versions in a name that repeat a mention beside it: by the same digits, or behind the subject's name.

    With `both`, by its first digits and behind the subject's name, as where the mention stands further off.
    """
    if not isinstance(name, Scalar) or len(name.text) > LONGEST:
        return
    single = [m for m in beside if m.role == "uses" and m.notation in ("dotted", "completed", "exact", "==") and m.item is None]
    for match in NUMBER.finditer(name.text):
        subject = canonical(match["word"]) if match["word"] else ""
        named = [m for m in single if m.subject == subject]
        same = [m for m in single if m.text == match["version"] and "." in m.text]
        found = [m for m in named if f"{m.version}.".startswith(f"{match['version']}.")] if both else named or same
        if found and len({(m.subject, m.text) for m in found}) == 1:
            yield _label(name.value(), match.span("version"), found[0], "dotted", match["version"], where)
    yield from tags(name.value(), beside, where)


def tags(value: Value, beside: list[Mention], where: str) -> Iterator[Mention]:
    """Tags such as `py37` and `cuda11.3` that repeat what all of a job's own places say."""
    if len(value.text) > LONGEST:
        return
    for match in TAG.finditer(value.text):
        subject = str(match.lastgroup)
        notation = "dotted" if "." in match[subject] else "underscored" if "_" in match[subject] else COMPACT[subject]
        said = notations.read(notation, match[subject])
        found = [m for m in beside if m.subject == subject and m.role == "uses" and m.item is None and m.version]
        if found and all((m.version + ".").startswith(said + ".") for m in found):
            yield _label(value, match.span(subject), found[0], notation, said, where)


def _label(value: Value, span: tuple[int, int], target: Mention, notation: str, said: str, where: str) -> Mention:
    found = mention(value, *span, target.subject, notation, "label", where, version=said)
    return found._replace(labels=target.start)
