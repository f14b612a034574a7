"""Pins and verdicts as JSON and back. The way there is free, since JSON writes a named tuple as an array."""

from __future__ import annotations

import json
from typing import Any

from pinlint.model import Edit, Finding, Item, Mention

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pinlint.check import Verdict
    from pinlint.pins import Pins


def dump(plain: object) -> str:
    """Named tuples as JSON, in one line of ASCII."""
    return json.dumps(plain, separators=(",", ":"))


def pins(text: str) -> Pins:
    """The pins that `dump` wrote down."""
    from pinlint.pins import Ignore, Override, Pin, Pins, Place, Require

    path, own, aliases, overrides, places, require, ignore, *rest = _tuples(json.loads(text))
    return Pins(
        path,
        tuple(Pin(*p) for p in own),
        aliases,
        tuple(Override(files, tuple(Pin(*p) for p in others)) for files, others in overrides),
        tuple(Place(*p) for p in places),
        tuple(Require(*r) for r in require),
        tuple(Ignore(*i) for i in ignore),
        *rest,
    )


def findings(text: str) -> tuple[Finding, ...]:
    """The findings that `dump` wrote down."""
    return tuple(map(_finding, json.loads(text)))


def parts(verdict: Verdict) -> tuple[str, str]:
    """The findings of a verdict and the rest of it, each as JSON and empty for none; without the path."""
    rest = verdict[2:]
    return dump(verdict.findings) if verdict.findings else "", dump(rest) if any(rest) else ""


def verdict(path: str, found: str, rest: str) -> Verdict:
    """The verdict that `parts` took apart."""
    from pinlint.check import Verdict

    return Verdict(path, findings(found) if found else (), *(_tuples(json.loads(rest)) if rest else ()))


def _finding(plain: Any) -> Finding:
    found = Finding(*plain)
    return found._replace(mention=_mention(found.mention), edits=tuple(Edit(*e) for e in found.edits))


def _mention(plain: Any) -> Mention | None:
    if plain is None:
        return None
    mention = Mention(*plain)
    return mention._replace(item=Item(*mention.item)) if mention.item else mention


def _tuples(plain: Any) -> Any:
    return tuple(map(_tuples, plain)) if isinstance(plain, list) else plain
