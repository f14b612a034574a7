"""Parameters as Docker and Compose write them: `$X`, `${X}`, `${X:-3.7}` become the values of X, or the default."""

from __future__ import annotations

from pinlint import value
from pinlint.patterns import later
from pinlint.value import Lookup, Value

REFERENCE = later(r"(?<![$\\])\$(\{)?(?P<name>[A-Za-z_]\w*)(?(1)(?::?-(?P<default>[^{}]*))?\})")
DEPTH = 3  # defaults inside defaults
LONGEST = 1_000  # characters; what variables that double each other build is nothing to read


def expand(whole: Value, lookup: Lookup | None = None) -> list[Value]:
    """Every value of `whole`; a reference without a value and a default stays as it is written. What is far too long is none."""
    results = [whole]
    for _ in range(DEPTH):
        again = [w for v in results for w in value.expand(v, REFERENCE, lookup or _nothing)]
        if [v.text for v in again] == [v.text for v in results]:
            break
        if any(len(v.text) > LONGEST for v in again):
            return []
        results = again
    return results


def _nothing(name: str) -> list[Value]:
    return []
