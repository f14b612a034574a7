"""What PyTorch has published: no edit writes an index, or a release built for CUDA, that nobody has seen."""

from __future__ import annotations

from pinlint import notations
from pinlint.model import Finding, Mention
from pinlint.patterns import later
from pinlint.pins import Pin
from pinlint.ranges import numbers

OF_FILE = later(r"line \d+ --?\w")  # an option of a requirements file, which all its lines have
COMMAND = 400  # characters that a command has at most, its continued lines included


def only(mentions: list[Mention], pins: dict[str, Pin], found: list[Finding]) -> list[Finding]:
    """The findings without the edits that would write what isn't published."""
    return _without_build(mentions, _of_index(_without_index(pins, found)))


def _without_index(pins: dict[str, Pin], found: list[Finding]) -> list[Finding]:
    """A wheel index can be written only where PyTorch publishes one: the edit is taken back from the others."""
    torch = pins["torch"].version if "torch" in pins else ""
    return [f if not _unpublished(torch, f) else _take_back(f, torch) for f in found]


def _unpublished(torch: str, finding: Finding) -> bool:
    if finding.mention is None or finding.mention.notation != "wheel-index" or not finding.edits:
        return False
    from pinlint.tables.wheels import EARLIER, INDEXES

    known = INDEXES.get(".".join(torch.split(".")[:2])) or {*EARLIER, *(v for row in INDEXES.values() for v in row)}
    return ".".join(finding.pin.split(".")[:2]) not in known


def _of_index(found: list[Finding]) -> list[Finding]:
    """Beside an index of one release, PyTorch's with long-term support, no other release can be had, nor its builds."""
    indexes = [f.mention for f in found if f.mention and f.mention.notation == "long-term"]
    if not indexes:
        return found
    why = "the index beside it holds another release alone"
    return [
        f if not f.edits or f.mention is None or not _installed_from(f.mention, indexes)
        else f._replace(expected=None, edits=(), message=f"{f.message}; not fixed: {why}")
        for f in found
    ]


def _installed_from(mention: Mention, indexes: list[Mention]) -> bool:
    """Whether the release or its build stands in the command, or the requirements, that name one of the indexes."""
    ours = mention.subject == "torch" or mention.notation == "wheel-index"
    beside = (m for m in indexes if m.where == mention.where and abs(m.start - mention.start) < COMMAND)
    return ours and (any(OF_FILE.match(m.where) for m in indexes) or any(True for _ in beside))


def _without_build(mentions: list[Mention], found: list[Finding]) -> list[Finding]:
    """Of `torch==2.0.1+cu118` none moves to what PyTorch never built: the release and its CUDA go together, or stay.

    So it is with torchvision and torchaudio, and with the tag of an image, `2.0.1-cuda11.8`.
    """
    releases: dict[int, tuple[Mention, str]] = {}
    for m in mentions:
        if m.subject in BUILT and m.notation in ("exact", "==", "dotted"):
            joint = "-cuda" if m.notation == "dotted" else "+cu"
            releases[m.end + len(joint)] = (m, joint)
    builds = {m.start: m for m in mentions if m.subject == "cuda" and m.start in releases}
    if not builds:
        return found
    from pinlint.tables.wheels import INDEXES

    moves = {edit.start: (f, edit.text) for f in found for edit in f.edits}
    held: dict[Finding, str] = {}
    for start, cuda in builds.items():
        release, joint = releases[start]
        said = [moves[m.start][1] if m.start in moves else m.text for m in (release, cuda)]
        known = INDEXES.get(BUILT[release.subject](numbers(said[0])))
        if known and ".".join(notations.read(cuda.notation, said[1]).split(".")[:2]) not in known:
            named = f"{joint.join(said)} of {release.subject}"
            held |= {moves[m.start][0]: named for m in (release, cuda) if m.start in moves}
    return [
        f if f not in held
        else f._replace(expected=None, edits=(), message=f"{f.message}; not fixed: no {held[f]} is known")
        for f in found
    ]


def _torch(release: tuple[int, ...]) -> str:
    return ".".join(map(str, release[:2]))


def _of_vision(release: tuple[int, ...]) -> str:
    """torchvision 0.14 is built for torch 1.13, 0.15 for 2.0."""
    minor = release[1] if len(release) > 1 else 0
    return f"2.{minor - 15}" if minor > 14 else f"1.{minor - 1}"


def _of_audio(release: tuple[int, ...]) -> str:
    """torchaudio 0.13 is built for torch 1.13; from 2.0 on it has torch's own numbers."""
    return f"1.{release[1]}" if release[:1] == (0,) and len(release) > 1 else _torch(release)


# From a release to that of torch which it is built for.
BUILT = {"torch": _torch, "torchvision": _of_vision, "torchaudio": _of_audio}


def _take_back(finding: Finding, torch: str) -> Finding:
    why = f"no wheel index is known for CUDA {finding.pin}{f' and torch {torch}' if torch else ''}"
    return finding._replace(expected=None, edits=(), message=f"{finding.message}; not fixed: {why}")
