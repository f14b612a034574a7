"""A reference to an action or a workflow: `actions/checkout@v4`, `owner/name/path@<commit>  # v4.1.0`, `docker://image`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import names
from pinlint.fragments import commit, image
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.tables.actions import REFS
from pinlint.value import Value, mention

LONGEST = 300  # characters
USES = later(r"\s*(?P<name>[\w.-]+/[\w.-]+)(?P<path>/[^@\s]*)?@(?P<ref>\S+)\s*")
REF = later(r"(?:[A-Za-z][\w-]*/)?[vV]?(?P<version>\d+(?:\.\d+)*(?:-?(?:rc|alpha|beta)[.-]?\d*)?)")
FLOATING = later(r"main|master|latest|HEAD")


def name(value: Value) -> str:
    """The action behind `uses`, in lower case and without path or ref; empty for a local one."""
    match = USES.fullmatch(value.text) if len(value.text) < LONGEST else None
    return match["name"].lower() if match and not match["name"].startswith(".") else ""


def read(value: Value, document: str, where: str, *, inputs: frozenset[str] = frozenset()) -> Iterator[Mention]:
    """What `uses:` writes down. `document` is the whole text, for the comment on a commit; `inputs` are given."""
    text = value.text
    if text.lstrip().startswith("docker://"):
        yield from image.read(value, where)
        return
    match = USES.fullmatch(text) if len(text) < LONGEST else None
    if match is None or match["name"].startswith("."):
        return
    subjects = [names.canonical(match["name"])]
    tool, decides = REFS.get(match["name"].lower(), ("", ""))
    if tool and decides not in inputs:
        subjects.append(tool)
    ref, at = match["ref"], match.start("ref")
    if commit.HASH.fullmatch(ref):
        yield from _comment(value, document, subjects, where)
    elif version := REF.fullmatch(ref):
        span = [at + n for n in version.span("version")]
        for subject in subjects:
            yield mention(value, span[0], span[1], subject, "ref", "uses", where, version=version["version"])
    elif FLOATING.fullmatch(ref):
        for subject in subjects:
            yield mention(value, at, at + len(ref), subject, "floating", "uses", where)


def _comment(value: Value, document: str, subjects: list[str], where: str) -> Iterator[Mention]:
    if said := commit.version(value, document):
        for subject in subjects:
            yield mention(
                said, 0, len(said.text), subject, "dotted", "uses", where, version=said.text, frozen=commit.FROZEN
            )
