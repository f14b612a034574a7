"""Arguments that name the oldest Python that code is for: `--py37-plus`, `--target-version=py37`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import notations
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.value import Value, mention

LONGEST = 100  # characters
APART = "the option before it would have to come or go, too"
PLUS = later(r"--py(?P<compact>3\d{1,2})-plus")
ONE = later(
    r"(?:--target-version|--python-version|--min-python-version|--minimum-python-version)[= ]"
    r"(?:py(?P<compact>3\d{1,2})|(?P<dotted>3\.\d+))"
)
OPTION = later(r"--target-version|--python-version|--min-python-version|-t")
OPERAND = later(r"py(?P<compact>3\d{1,2})|(?P<dotted>3\.\d+)")


def read(arguments: list[Value], where: str) -> Iterator[Mention]:
    """A lower bound of Python each; elements of a list where one option is given several times."""
    found = list(_found(arguments, where))
    if len(found) == 1:
        found = [found[0]._replace(role="floor", item=None)]
    # An operand apart from its option is no element that could be copied, dropped or doubled alone.
    yield from (m._replace(frozen=APART) if m.role == "supports" and m.item is None else m for m in found)


def _found(arguments: list[Value], where: str) -> Iterator[Mention]:
    before = ""
    for argument in arguments:
        text = argument.text
        pattern = OPERAND if OPTION.fullmatch(before) else ONE if "version" in text else PLUS
        match = pattern.fullmatch(text) if len(text) < LONGEST else None
        if match and match.lastgroup:
            notation = match.lastgroup
            found = mention(
                argument, *match.span(notation), "python", notation, "uses", where,
                version=notations.read(notation, match[notation]),
            )
            yield found._replace(item=None, role="supports") if pattern is OPERAND else found
        before = text
