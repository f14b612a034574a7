"""The machine that a job runs on: `ubuntu-22.04`, `macos-latest`, `windows-2022`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.value import Value, mention

LONGEST = 100  # characters
LABEL = later(
    r"\s*(?P<name>ubuntu|macos|macOS|windows)-(?:(?P<version>\d+(?:\.\d+)?)|(?P<latest>latest))(?:-[\w-]+)?\s*"
)


def read(value: Value, where: str, role: str = "uses") -> Iterator[Mention]:
    """The operating system's version that a runner's label says."""
    match = LABEL.fullmatch(value.text) if len(value.text) < LONGEST else None
    if match is None:
        return
    subject = match["name"].lower()
    if match["latest"]:
        yield mention(value, *match.span("latest"), subject, "floating", role, where)
    else:
        yield mention(value, *match.span("version"), subject, "dotted", role, where, version=match["version"])
