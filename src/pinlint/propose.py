"""Readings -> a proposed pins.toml: which version the most telling places agree on, and where others stray from it."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from pinlint.agreement import expected
from pinlint.judge import WITHOUT_VERSION
from pinlint.model import Mention
from pinlint.purpose import for_the_oldest, released, told_by
from pinlint.ranges import numbers, older, plain
from pinlint.scan import Reading

RUNTIMES = ("python", "cuda", "cudnn", "node", "ubuntu")  # of which one repository may well want several
FEWEST = 2  # files that must name a subject before it is worth a pin
STRAYS = 3  # one place in so many may stray; with more, no version leads
PURPOSE = 2  # places that say the same other version, before it is taken for a purpose and not for a drift


class Place(NamedTuple):
    reading: Reading
    mention: Mention


class Proposal(NamedTuple):
    """One subject: its pin, how many files speak of it, and the places that say something else."""

    subject: str
    version: str
    supports: tuple[str, ...]
    minimum: str
    allow: tuple[str, ...]
    files: int
    said: dict[str, int]  # how many places say each version
    drift: list[Place]
    folders: dict[str, str]  # a folder that says another version throughout -> that version

    @property
    def clear(self) -> bool:
        """Whether the places that stray are few enough to be drift, and not versions chosen one by one."""
        return len(self.drift) * STRAYS < sum(self.said.values())


def propose(readings: list[Reading]) -> list[Proposal]:
    """A proposal for every subject that two or more files name with a version, the most widely named first."""
    places: dict[str, list[Place]] = {}
    floating: Counter[str] = Counter()
    written: dict[str, list[str]] = {}  # what tools wrote down as installed
    for reading in readings:
        for mention in reading.mentions:
            floating[mention.subject] += mention.notation == "floating" and mention.role == "uses"
            if mention.notation not in WITHOUT_VERSION and mention.version:
                if mention.role == "output":
                    written.setdefault(mention.subject, []).append(mention.version)
                else:
                    places.setdefault(mention.subject, []).append(Place(reading, mention))
    found = []
    for subject, said in places.items():
        if floating[subject] > len(said):  # most places want whatever is the newest
            continue
        if len({p.reading.path for p in said}) >= FEWEST and (proposal := _propose(subject, said)):
            agreeing = sum(n for version, n in proposal.said.items() if _same(version, proposal.version))
            if sum(not _same(version, proposal.version) for version in written.get(subject, ())) <= agreeing:
                found.append(proposal)  # else what is installed is not what a few places say
    return sorted(found, key=lambda p: (p.subject not in RUNTIMES, -p.files, p.subject))


def _propose(subject: str, said: list[Place]) -> Proposal | None:
    lists = _lists(said)
    single = [p for p in said if p.mention.role == "uses" or p.mention.role == "supports" and len(lists.get(_key(p), ())) == 1]
    exact = [p for p in single if p.mention.notation not in _RANGES and plain(p.mention.version)]
    if not exact:
        return None
    version = _elect([p for p in exact if not _on_purpose(p)] or exact)
    supports, minimum = _supported(said, lists)
    if supports and not any(_same(v, version) for v in supports):
        supports = ()  # a list that is behind says nothing of what is supported
    if older(version, minimum):
        minimum = ""  # nor does a bound above what runs
    others = Counter(p.mention.version for p in exact if expected(p.mention, version) != p.mention.text)
    members = set(supports)
    allow = [
        v for v, n in others.items()
        if subject in RUNTIMES and n >= PURPOSE or ".".join(v.split(".")[:2]) in members
    ]
    accepted = (version, *allow)
    drift = [
        p for p in single
        if not any(expected(p.mention, v) == p.mention.text for v in accepted) and not _on_purpose(p)
    ]
    return Proposal(
        subject, version, supports, minimum, tuple(sorted(set(allow), key=numbers)),
        len({p.reading.path for p in said}), Counter(p.mention.version for p in exact), drift,
        _folders(exact, version),
    )


def _on_purpose(place: Place) -> bool:
    """Whether the file's own name, or the job's, tells why the place says this version: it says nothing of the others."""
    path, mention = place.reading.path, place.mention
    return released(path) or bool(told_by(path, mention)) or for_the_oldest(path, mention)


_RANGES = frozenset("pep440 conda poetry npm ~= >= > < <= ^ ~".split())


def _key(place: Place) -> tuple[str, str]:
    item = place.mention.item
    return place.reading.path, item.list if item else place.mention.where


def _lists(said: list[Place]) -> dict[tuple[str, str], list[str]]:
    lists: dict[tuple[str, str], list[str]] = {}
    for place in said:
        if place.mention.role == "supports":
            versions = lists.setdefault(_key(place), [])
            if place.mention.version not in versions:
                versions.append(place.mention.version)
    return lists


def _elect(exact: list[Place]) -> str:
    """The version whose files are the most; the finest spelling of it, so that every place can be written from it.

    What most of its own files say more finely is no choice: one `python:3` takes in every 3.10 and 3.12.
    """
    votes: dict[str, set[str]] = {}
    for version in {p.mention.version for p in exact}:
        agreeing = [p for p in exact if expected(p.mention, version) == p.mention.text]
        files = {p.reading.path for p in agreeing}
        finer = {p.reading.path for p in agreeing if p.mention.version.count(".") > version.count(".")}
        if len(finer) * 2 <= len(files):
            votes[version] = files
    return max(votes, key=lambda v: (len(votes[v]), v.count("."), numbers(v)))


def _supported(said: list[Place], lists: dict[tuple[str, str], list[str]]) -> tuple[tuple[str, ...], str]:
    """The list that most lists say, if they agree with one another; else the floor that most floors say."""
    long = Counter(tuple(sorted(set(v), key=numbers)) for v in lists.values() if len(v) > 1)
    floors = Counter(p.mention.version for p in said if p.mention.role == "floor")
    if len(long) == 1:
        supports = next(iter(long))
        if all(_same(f, supports[0]) for f in floors):
            return supports, ""
    bounds = {tuple(f.split(".")[:2]) for f in floors}
    if len(bounds) == 1 and _depth(said, "floor") <= _depth(said, "supports"):  # else it is a part's, which lists of the whole deny
        exact = {f for f in floors if f.count(".") > 1}
        if len(exact) > 1:  # what they have in common is all that each of them says
            return (), ".".join(next(iter(exact)).split(".")[:2])
        return (), max(floors, key=lambda f: (floors[f], -f.count(".")))
    return (), ""


def _depth(said: list[Place], role: str) -> int:
    """How far down the first of such places stands that packaging promises."""
    promises = (p for p in said if p.mention.role == role and (role == "floor" or "classifiers" in p.mention.where))
    return min((p.reading.path.count("/") for p in promises), default=99)


def _same(one: str, other: str) -> bool:
    short = min(one.count("."), other.count(".")) + 1
    return one.split(".")[:short] == other.split(".")[:short]


def _folders(exact: list[Place], version: str) -> dict[str, str]:
    """Top folders in which two or more places all say one other version."""
    folders: dict[str, list[str]] = {}
    for place in exact:
        folder = place.reading.path.rpartition("/")[0]
        if folder and not folder.startswith("."):
            said = version if expected(place.mention, version) == place.mention.text else place.mention.version
            folders.setdefault(folder, []).append(said)
    return {f: v[0] for f, v in folders.items() if len(v) >= PURPOSE and len(set(v)) == 1 and v[0] != version}
