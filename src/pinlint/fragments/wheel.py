"""A wheel's file name, and the address of an index: `torch-1.12.1%2Bcu113-cp37-cp37m-linux_x86_64.whl`, `whl/cu113`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import names, notations
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.value import Value, mention

WHEEL_INDEX = "wheel-index"  # the cu113 of an index's address: not every CUDA release has one
FROZEN = "a wheel's file name is given, and no other is known to exist"
FILE = later(
    r"(?:^|/)(?P<name>[A-Za-z][\w.]*)-(?P<version>\d[\w.!]*)(?:(?:\+|%2[Bb])(?P<local>[\w.]+))?(?:-\d\w*)?"
    r"-(?P<python>[a-z][\w.]*)-(?P<abi>\w+)-[\w.]+\.whl(?:#|\?|$)"
)
LOCAL = later(r"(?:^|[.]|pt\d{2,3})cu(?P<cuda>\d{2,3})(?=$|[.])")
TAG = later(r"cp(?P<python>\d{2,3})(?P<suffix>\w*)")
INDEX = later(r"/(?:whl|wheels?|dist|nightly|releases)/(?:\w+/){0,2}cu(?P<cuda>\d{2,3})(?=$|[/?#])")
LONG_TERM = later(r"/whl/lts/(?P<torch>\d+\.\d+)(?=/)")
PAGE = later(r"/torch-(?P<torch>\d+(?:\.\d+)*)(?:(?:\+|%2[Bb])(?:cpu|cu(?P<cuda>\d{2,3})))?(?:\.html|/|$)")


def read(value: Value, where: str, role: str = "uses") -> Iterator[Mention]:
    """What a wheel's file name or address says of its package, of CUDA and of Python; never edited."""
    match = FILE.search(value.text)
    if match is None:
        return
    subject = names.canonical(match["name"])
    yield mention(
        value, *match.span("version"), subject, "exact", role, where, version=match["version"], frozen=FROZEN
    )
    if match["local"]:
        yield from local(value, *match.span("local"), where, role, frozen=FROZEN)
    if match["abi"] == "abi3":  # any later Python will do
        return
    for group in ("python", "abi"):
        if tag := TAG.fullmatch(match[group]):
            start = match.start(group) + tag.start("python")
            end = match.start(group) + tag.end("python")
            yield mention(
                value, start, end, "python", "compact", role, where,
                version=notations.read("compact", tag["python"]), frozen=FROZEN,
            )


def local(value: Value, start: int, end: int, where: str, role: str, *, frozen: str = "") -> Iterator[Mention]:
    """The CUDA release in a local version: the `113` of `+cu113`."""
    if match := LOCAL.search(value.text[start:end]):
        low, high = start + match.start("cuda"), start + match.end("cuda")
        said = notations.read("compact-cuda", match["cuda"])
        yield mention(value, low, high, "cuda", WHEEL_INDEX, role, where, version=said, frozen=frozen)


def index(value: Value, where: str, role: str = "uses") -> Iterator[Mention]:
    """What the address of an index of wheels says: `https://download.pytorch.org/whl/cu113` gives CUDA 11.3."""
    if "/cu" in value.text and (match := INDEX.search(value.text)):
        said = notations.read("compact-cuda", match["cuda"])
        frozen = FROZEN if FILE.search(value.text) else ""
        yield mention(value, *match.span("cuda"), "cuda", WHEEL_INDEX, role, where, version=said, frozen=frozen)
    if "/lts/" in value.text and (match := LONG_TERM.search(value.text)):
        yield mention(value, *match.span("torch"), "torch", "long-term", role, where, version=match["torch"])
    if "/torch-" in value.text and (match := PAGE.search(value.text)):
        yield mention(value, *match.span("torch"), "torch", "release-page", role, where, version=match["torch"])
        if match["cuda"]:
            said = notations.read("compact-cuda", match["cuda"])
            yield mention(value, *match.span("cuda"), "cuda", WHEEL_INDEX, role, where, version=said)
