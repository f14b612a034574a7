"""A version that stands alone where its key names the subject: `3.7`, `3.7.*`, `>=3.9 <3.14`, `latest`, `py37`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import names, notations
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.value import Value, mention

LONGEST = 400  # characters; what is longer is no version
PRE = r"(?:[-.]?(?:(?:a|b|rc|alpha|beta|post)[-.]?\d*|\.dev\d*))"
ALONE = later(rf"\s*v?(?P<version>\d+(?:\.\d+)*{PRE}?)(?P<wild>(?:\.[xX*])*)(?P<free>t|-dev)?\s*")
REVISED = later(r"\s*v?(?P<version>\d+(?:\.\d+){2,}-\d{1,2})\s*")  # 23.3.1-1, a release as it was built again
CLAUSE = later(r"\s*(?P<operator>~=|>=|<=|===?|>|<|\^|~|=)\s*v?(?P<version>\d+(?:\.\d+)*[\w.]*)(?P<wild>(?:\.[xX*])*)\s*")
SEPARATOR = later(r"\s*(?:\|\|?|,|\s-\s|\s)\s*")
BOUND = later(r"[<>=!~^]{0,3}v?\d[\w.*+]*")
OPERATOR_GAP = later(r"([<>=!~^])\s+")
FLOATING = later(r"\s*(?P<word>latest|stable|current|lts(?:/\S+)?|[x*]|\d+\.[xX*]|main|master|nightly)\s*")
TAG = later(r"\s*(?:c?py|python|cp)(?P<version>\d{2,3})\s*")
MAJORS = frozenset("node npm pnpm yarn deno bun java".split())  # whose `18.x` is a choice, as `3.x` of Python is none
SOLE = {"dotted": "series", "release": "sole", "exact": "sole"}
VARIABLE = later(r"\$\{\{|\$[\w{(]|\{\{|<%|%\w+%")


def read(
    value: Value, subject: str, where: str, role: str = "uses", *, dialect: str = "npm", exact: str = "dotted",
    frozen: str = "",
) -> Iterator[Mention]:
    """The mention of `subject` that the whole of `value` is; nothing where it is no version (`pypy3.9`, `graalpy`).

    `dialect` decides what a range means; `exact` is the notation of a bare version: dotted where it is a prefix (an
    image tag, setup-python), exact where it is the whole version (a lock, a `rev`).
    """
    subject = names.canonical(subject)
    text = value.text
    if len(text) > LONGEST:
        return
    if match := ALONE.fullmatch(text):
        if not match["wild"] or "." in match["version"] or subject in MAJORS:
            notation = "dotted" if match["wild"] else "free-threaded" if match["free"] == "t" else exact
            yield _found(value, match, "version", subject, notation, role, where, frozen)
            return
    if match := REVISED.fullmatch(text):
        yield _found(value, match, "version", subject, "debian", role, where, frozen)
        return
    if match := FLOATING.fullmatch(text):
        yield mention(value, *match.span("word"), subject, "floating", role, where, frozen=frozen)
    elif match := CLAUSE.fullmatch(text):
        operator = match["operator"]
        notation = {"==": exact, "===": "exact", "=": "dotted"}.get(operator, operator)
        if match["wild"]:
            notation = "dotted"
        if operator == "~" and dialect == "pep440":
            notation = "~="
        yield _found(value, match, "version", subject, notation, role, where, frozen)
    elif match := TAG.fullmatch(text):
        yield _found(value, match, "version", subject, "compact", role, where, frozen)
    elif _bounds(text):
        first = len(text) - len(text.lstrip())
        span = (first, first + len(text.strip()))
        said = notations.read(dialect, text[slice(*span)])
        yield mention(value, *span, subject, dialect, role, where, version=said, frozen=frozen)
    elif VARIABLE.search(text):
        yield mention(value, 0, len(text), subject, "unresolved", role, where)


def _bounds(text: str) -> bool:
    """Whether the text is several bounds; `3.7,` is none, but a list of one version."""
    bounds = SEPARATOR.split(OPERATOR_GAP.sub(r"\1", text.strip()))
    said = [one for one in bounds if one]
    return len(bounds) > 1 and all(map(BOUND.fullmatch, said)) and (len(said) > 1 or not "".join(said)[:1].isalnum())


def bound(value: Value, subject: str, where: str, *, dialect: str = "npm", exact: str = "dotted") -> Iterator[Mention]:
    """What a project asks for: a lower bound, or the only series that it admits (`==3.9.*`, `18.x`)."""
    for found in read(value, subject, where, dialect=dialect, exact=exact):
        yield asked(found)


def asked(found: Mention) -> Mention:
    """The mention as a bound that a project sets; where it admits no more than one series, that is what it says."""
    return found._replace(role="floor", notation=SOLE.get(found.notation, found.notation))


def _found(
    value: Value, match: re.Match[str], group: str, subject: str, notation: str, role: str, where: str, frozen: str
) -> Mention:
    said = notations.read(notation, match[group])
    return mention(value, *match.span(group), subject, notation, role, where, version=said, frozen=frozen)
