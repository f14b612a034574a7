"""Names that repeat a version: `name: Set up Python 3.7` above `python-version: "3.7"`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.model import Mention
from pinlint.names import canonical
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar
from pinlint.value import mention

NUMBER = later(r"(?<![\w.${-])(?:(?P<word>[A-Za-z][\w-]*)[ =:-]{1,3})?v?(?P<version>\d+(?:\.\d+)*)(?![\w.+-])")
LONGEST = 300  # characters


def labels(name: Node, beside: list[Mention], where: str) -> Iterator[Mention]:
    """The versions in a name that repeat a mention beside it: by the same digits, or behind the subject's name."""
    if not isinstance(name, Scalar) or len(name.text) > LONGEST:
        return
    single = [m for m in beside if m.role == "uses" and m.notation in ("dotted", "exact") and m.item is None]
    for match in NUMBER.finditer(name.text):
        subject = canonical(match["word"]) if match["word"] else ""
        named = [m for m in single if m.subject == subject]
        same = [m for m in single if m.text == match["version"] and "." in m.text]
        for target in (named or same)[:1]:
            if len({m.start for m in named or same}) == 1:
                found = mention(
                    name.value(), *match.span("version"), target.subject, "dotted", "label", where,
                    version=match["version"],
                )
                yield found._replace(labels=target.start)
