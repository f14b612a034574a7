"""A container image reference: `nvcr.io/nvidia/cuda:11.3.1-cudnn8-devel-ubuntu20.04` says cuda, cudnn and ubuntu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pinlint import names, notations
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.tables.images import GRAMMARS, HEADS, SERVERS, WORDS
from pinlint.value import Value, mention

LONGEST = 500  # characters; what is longer is no image
UNKNOWN = "\0"  # stands for each character of a variable that could not be followed
VARIABLE = later(r"\$?\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\([^()]*\)|\$\w+|\{%?\w*%?\}|%\w|<[^<>\s]*>")
REFERENCE = later(
    r"\s*(?:docker://)?(?P<path>[a-z\d\0][a-z\d\0._/-]*(?::\d+/[a-z\d\0._/-]+)?)"
    r"(?::(?P<tag>[\w\0][\w\0.+-]*))?(?P<digest>@[\w+.\0-]+(?::[\da-fA-F\0]+)?)?\s*",
    re.ASCII,
)
END = r"(?=[-_+]|p\d|$)"
DEFAULT = rf"v?(?P<head>\d+(?:(?:\.\d+)+(?:\.?(?:a|b|rc|post|dev)\d+|-(?:rc|alpha|beta)[.-]?\d+)?)?){END}"
UNDATED = r"(?!v?(?:\d{4}-\d\d-\d\d|\d{3,}(?![.\d])))"  # no date, no build number, no commit's hash
NAMES = "|".join(sorted(WORDS, key=len, reverse=True))
WORD = later(
    rf"(?<![a-zA-Z\d])(?P<word>{NAMES})[-_]?"
    r"(?P<digits>(?:\d|[12]\d)_\d{1,2}|\d+(?:(?:\.\d+)+(?:(?:a|b|rc)\d+)?)?)(?![.a-zA-Z\d])"
)
UNREAD = later(r"(?<![a-zA-Z\d])(?:torch|pytorch|ubuntu|tf|tensorflow)\d{3,}(?![.a-zA-Z\d])")  # `torch1131` may be 1.13.1 or 11.3.1
FLOATING = later(r"(?:latest|stable|nightly|main|master|edge)(?![a-z\d])")
UNFOLLOWED = later(r"[\d.]*-?(?P<name>\0+)")
WITHOUT_CODENAMES = ("python", "cuda", "torch", "tensorflow", "node", "go")  # `python:slim` names no version
# What follows the version at the head of a tag and belongs to it: miniforge3:23.10.0-1, miniconda3:4.10.3p0.
REVISION = later(r"(?P<number>-\d{1,2}|)(?:p\d+)?(?=-|$)")
REVISED = "its revision belongs to this version, and no other is known to exist"
# NVIDIA's own tags, of which each era has its words.
CUDNN = later(r"-cudnn(?P<number>\d?)(?=-|$)")
SYSTEMLESS = later(r"-(?:base|runtime|devel)$")
DAY = later(r"\.20\d\d\.\d\d\.|^20\d\d(?:0[1-9]|1[0-2])-\d\d$|(?:^|[-_])20\d\d(?:0[1-9]|1[0-2])[0-3]\d(?=$|[-_.])")
DATED = "the tag ends in the day of its build, and no other version is known to be built that day"
NUMBERED = later(r"\d+(?:\.\d+)*-\d+(?:\.\d+)?")  # 1-77.1725851128
COUNTED = "the tag counts the builds of the very image that is named so"
SYSTEMS = ("ubuntu", "debian", "alpine", "centos", "rockylinux", "ubi", "almalinux", "amazonlinux")
JOINED = "the image's name joins several versions, and no other such image is known to exist"
DIGEST = "the digest beside it decides which image is used"


class Meaning(NamedTuple):
    """What an image's tag begins with: the subject (empty: unknown), and how to find its digits."""

    subject: str
    head: re.Pattern[str]
    name: re.Pattern[str] | None = None  # a grammar of the path, where the path says versions too
    known: bool = True
    floats: bool = True  # whether an image without a version is one of the subject without a version


class Found(NamedTuple):
    start: int
    end: int
    subject: str
    notation: str
    frozen: str = ""


def read(value: Value, where: str, role: str = "uses") -> Iterator[Mention]:
    """Every version that the image reference `value`, its variables followed already, writes down."""
    if len(value.text) > LONGEST:
        return
    masked = VARIABLE.sub(lambda match: UNKNOWN * len(match[0]), value.text)
    match = REFERENCE.fullmatch(masked)
    if not match:
        return
    tag, at = match["tag"] or "", match.start("tag")
    meaning = _meaning(_bare(match["path"]))
    found = [*_in_path(match["path"], match.start("path"), meaning), *_in_tag(tag, at, meaning)]
    for start, end, subject, notation, frozen in found:
        said = notations.read(notation, masked[start:end])
        frozen = DIGEST if match["digest"] else DATED if DAY.search(tag) else frozen
        if meaning.name and end <= match.end("path") and NUMBERED.fullmatch(tag):
            frozen = frozen or COUNTED
        if not frozen and not meaning.known and tag and UNKNOWN not in tag:
            apart = end <= match.end("path") or subject in SYSTEMS or "." in match["path"].partition("/")[0]
            frozen = JOINED if apart and len(found) > 1 or UNREAD.search(tag) else ""
        yield mention(value, start, end, subject, notation, role, where, version=said, frozen=frozen)
    subject = meaning.subject
    if not subject or not meaning.floats or match["digest"] or any(f.subject == subject for f in found):
        return
    variable = UNFOLLOWED.match(tag)
    if variable and meaning.known:
        yield mention(value, at + variable.start("name"), at + variable.end(), subject, "unresolved", role, where)
    elif tag and (FLOATING.match(tag) or subject in WITHOUT_CODENAMES and tag[0].isalpha() and not found):
        yield mention(value, at, at + len(tag), subject, "floating", role, where)
    elif not tag and meaning.known:
        yield mention(value, *match.span("path"), subject, "floating", role, where)


def tag(value: Value, subject: str, where: str, role: str) -> Iterator[Mention]:
    """The versions in `value` as the tag of an image of `subject`, as a variable may hold it."""
    for start, end, found, notation, frozen in _in_tag(value.text, 0, Meaning(subject, re.compile(rf"\s*{DEFAULT}"))):
        said = notations.read(notation, value.text[start:end])
        yield mention(value, start, end, found, notation, role, where, version=said, frozen=frozen)


def tells(text: str) -> bool:
    """Whether `text` can't be anything but a reference to an image that is known, with a version in its tag or name."""
    match = REFERENCE.fullmatch(text) if len(text) <= LONGEST and (":" in text or "/" in text) else None
    says = match and (match["tag"] or match["path"].rpartition("/")[2])
    return bool(match and says and any(c.isdigit() for c in says) and _meaning(_bare(match["path"])).known)


def _bare(path: str) -> str:
    """The path without its registry: `nvcr.io/nvidia/cuda` gives `nvidia/cuda`."""
    first, slash, rest = path.partition("/")
    registry = "." in first or ":" in first or first == "localhost" or not first.strip(UNKNOWN)
    return rest if slash and registry else path


@cache
def _meaning(path: str) -> Meaning:
    ends = [path]
    while "/" in ends[-1]:
        ends.append(ends[-1].partition("/")[2])
    default = re.compile(UNDATED + DEFAULT)
    for end in ends:
        # Somebody's own `acme/python:3.9` holds a Python 3.9, and their `acme/python:latest` anything.
        floats = "/" in end or path.removesuffix(end) in ("", "library/", "docker/library/", "cimg/", "circleci/")
        for name, grammar in GRAMMARS:
            if re.fullmatch(name, end):
                head = re.compile(grammar + END)
                subject = next((_subject(group)[0] for group in head.groupindex), "")
                return Meaning(subject, head, re.compile(rf"(?<![^/])(?:{name})$"), True, floats)
        if end in HEADS:
            return Meaning(HEADS[end], default, None, True, floats)
    if UNKNOWN in ends[-1]:
        return Meaning("", re.compile(r"(?!)"), None, False)
    subject = _unversioned(ends[-1])
    return Meaning(f"{subject}-server" if subject in SERVERS else subject, default, None, False)


def _unversioned(name: str) -> str:
    """`serve` gives serve, `build-py38` build-py-image: what the image is called must outlive the versions in it."""
    bare = name
    for found in reversed([*_words(name, 0, 0)]):
        bare = bare[: found.start] + bare[found.end :]
    return names.canonical(name) if bare == name else names.canonical(f"{bare}-image")


def _subject(group: str) -> tuple[str, str]:
    """`torch__dashed` gives torch and dashed; no notation is dotted."""
    subject, _, notation = group.partition("__")
    return subject.replace("_", "-"), notation or "dotted"


def _in_path(path: str, at: int, meaning: Meaning) -> Iterator[Found]:
    match = meaning.name.search(path) if meaning.name else None
    told = [*_groups(match, at, meaning)] if match else []
    yield from told
    yield from (word for word in _words(path, path.rfind("/") + 1, at) if all(word.start != found.start for found in told))


def _in_tag(tag: str, at: int, meaning: Meaning) -> Iterator[Found]:
    match = meaning.head.match(tag)
    rest = match.end() if match else 0
    found = [*_groups(match, at, meaning)] if match and rest else []
    if match and "head" in match.groupdict():
        found = [_revised(found[0], tag, rest)] if found[0].end == at + rest else found
    found += _words(tag, rest, at)
    yield from _of_era(tag.rstrip(), found) if meaning.subject == "cuda" else found


def _revised(head: Found, tag: str, end: int) -> Found:
    """The version with the revision that follows it: no other version is known to have that one."""
    match = REVISION.match(tag, end)
    if match is None or match.end() == end:
        return head
    if match["number"] and not match.end() > match.end("number") and tag[: end].count(".") > 1:
        return head._replace(end=head.end + len(match["number"]), notation="debian")
    return head._replace(frozen=REVISED) if not match["number"] else head


def _of_era(tag: str, found: list[Found]) -> list[Found]:
    """NVIDIA's tags have other words for other releases, and only digits are written: what stands beside them decides."""
    cudnn = CUDNN.search(tag)
    cuda = "" if cudnn is None else "cuda-numbered" if cudnn["number"] else "cuda-bare"
    notations_ = {"cuda": cuda or ("cuda-unnamed" if SYSTEMLESS.search(tag) else "dotted"), "cudnn": "cudnn-numbered"}
    return [f._replace(notation=notations_.get(f.subject, f.notation)) if f.notation == "dotted" else f for f in found]


def _groups(match: re.Match[str], at: int, meaning: Meaning) -> Iterator[Found]:
    for group, text in match.groupdict().items():
        if text:
            subject, notation = (meaning.subject, "dotted") if group == "head" else _subject(group)
            yield Found(at + match.start(group), at + match.end(group), subject, notation)


def _words(text: str, first: int, at: int) -> Iterator[Found]:
    """The versions behind a word that names their subject: `-cuda11.6-py310`."""
    for match in WORD.finditer(text, first):
        subject = WORDS[match["word"]]
        if notation := _spelled(subject, match["digits"]):
            yield Found(at + match.start("digits"), at + match.end("digits"), subject, notation)


def _spelled(subject: str, digits: str) -> str:
    """The notation of the digits behind a word; empty where they say too little (`py3`) or too much (`ubuntu2204`)."""
    if "." in digits:
        return "dotted"
    if "_" in digits:
        return "underscored" if subject in ("cuda", "ubuntu") or subject == "python" and digits[1] == "_" else ""
    if subject == "python":
        return "compact" if len(digits) in (2, 3) and digits[0] in "23" else ""
    if subject == "cuda" and (len(digits) == 3 or digits[0] in "89" and len(digits) == 2):
        return "compact-cuda"
    return "dotted" if len(digits) < 3 and subject not in ("torch", "tensorflow", "go") or subject == "amazonlinux" else ""
