"""The runtime of a cloud function: `python3.9`, `python39`, `nodejs18.x`, `PYTHON|3.9`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import notations
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.value import Value, mention

RUNTIME = later(
    r"\s*(?:(?i:python)(?:[|]|:)?(?:(?P<python>[23]\.\d+)|(?P<compact>[23]\d{1,2}))"
    r"|nodejs(?P<node>\d+)(?:\.x)?|(?i:node)[|](?P<lts>\d+)(?:-lts)?)\s*"
)
NAMED = {
    "python": ("python", "dotted"),
    "compact": ("python", "compact"),
    "node": ("node", "dotted"),
    "lts": ("node", "dotted"),
}


def read(value: Value, where: str, role: str = "uses") -> Iterator[Mention]:
    """The mention that the name of a runtime makes; none for languages that are no subject of a Python project."""
    if match := RUNTIME.fullmatch(value.text):
        group = match.lastgroup or ""
        subject, notation = NAMED[group]
        said = notations.read(notation, match[group])
        yield mention(value, *match.span(group), subject, notation, role, where, version=said)
