"""The machine that a job runs on: `ubuntu-22.04`, `macos-latest`, `windows-2022`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import notations
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.value import Value, mention

LONGEST = 100  # characters
LABEL = later(
    r"\s*(?P<name>ubuntu|macos|macOS|windows)-(?:(?P<version>\d+(?:\.\d+)?)|(?P<latest>latest))(?:-[\w-]+)?\s*"
)
QUOTED = later(r"([\"'])(?P<label>(?:ubuntu|macos|macOS|windows)-\d+(?:\.\d+)?(?:-[\w-]+)?)\1")
# What owners of machines call theirs by, next to others such as `self-hosted`, `gpu`.
OWN = later(r"(?:cu(?P<compact>\d{3})|cuda-?(?P<cuda>\d+\.\d+)|py(?:thon)?-?(?:(?P<short>3\d{1,2})|(?P<python>3\.\d+)))")
OWN_SUBJECTS = {
    "compact": ("cuda", "compact-cuda"),
    "cuda": ("cuda", "dotted"),
    "short": ("python", "compact"),
    "python": ("python", "dotted"),
}


def own(value: Value, where: str) -> Iterator[Mention]:
    """The version that a whole label of somebody's own machines is: `cu121`, `py310`."""
    if match := OWN.fullmatch(value.text):
        group = str(match.lastgroup)
        subject, notation = OWN_SUBJECTS[group]
        said = notations.read(notation, match[group])
        yield mention(value, *match.span(group), subject, notation, "uses", where, version=said)


def quoted(value: Value, where: str) -> Iterator[Mention]:
    """The labels among which an expression chooses, where all that are of one system say one version."""
    found = [m for match in QUOTED.finditer(value.text) for m in read(value.slice(*match.span("label")), where)]
    for one in found:
        if all(other.version == one.version for other in found if other.subject == one.subject):
            yield one


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
