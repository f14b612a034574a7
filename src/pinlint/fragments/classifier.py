"""A trove classifier that names a version: `Programming Language :: Python :: 3.7`, `... NVIDIA CUDA :: 11.3`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.model import Mention, promised
from pinlint.patterns import later
from pinlint.value import Value, mention

PATTERN = later(
    r"\s*(?:Programming Language :: (?P<python>Python)|Environment :: GPU :: NVIDIA CUDA) :: (?P<version>\d+\.\d+)\s*"
)


def read(value: Value, where: str) -> Iterator[Mention]:
    """The mention in one classifier; `:: 3`, `:: 3 :: Only` and implementations say none."""
    if match := PATTERN.fullmatch(value.text):
        subject = "python" if match["python"] else "cuda"
        yield promised(mention(value, *match.span("version"), subject, "dotted", "supports", where, version=match["version"]))
