"""A trove classifier that names a version: `Programming Language :: Python :: 3.7`, `... NVIDIA CUDA :: 11.3`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.model import Mention, promised
from pinlint.patterns import later
from pinlint.value import Value, mention

PATTERN = later(
    r"\s*(?:Programming Language :: Python :: (?P<python>\d+\.\d+)"
    r"|Environment :: GPU :: NVIDIA CUDA :: (?:(?P<major>\d+) :: (?=(?P=major)\.))?(?P<cuda>\d+(?:\.\d+)?))\s*"
)
TWICE = "the classifier says its major version before it, too"


def read(value: Value, where: str) -> Iterator[Mention]:
    """The mention in one classifier; Python's `:: 3`, `:: 3 :: Only` and implementations say none."""
    if match := PATTERN.fullmatch(value.text):
        subject = "python" if match["python"] else "cuda"
        frozen, said = TWICE if match["major"] else "", match[subject]
        yield promised(mention(value, *match.span(subject), subject, "dotted", "supports", where, version=said, frozen=frozen))
