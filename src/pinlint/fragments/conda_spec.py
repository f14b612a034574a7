"""A conda MatchSpec: `python=3.7`, `numpy 1.17.3 py38*`, `cuda-version>=12,<13`, `nvidia/label/cuda-11.8.0::cuda`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import names, notations
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.tables.cuda import COMPONENTS
from pinlint.value import Value, mention, numbered

LONGEST = 400  # characters; what is longer is no spec
BUILD = "its build string belongs to this version"
COMPONENT = "the components of a CUDA release have patch versions of their own"
RELEASED = frozenset({"python", "cuda", "cudnn"})  # `==3.7` is as good as a pin of fewer components
CHANNEL = later(r"""\s*["']?(?P<channel>[^\s"'\[\]=<>]*)::""")
LABEL = later(r"(?:^|/)label/cuda-(?P<cuda>\d+(?:\.\d+)+)/?$")
SPEC = later(r"""\s*["']?(?P<name>[A-Za-z0-9][\w.-]*)\s*(?P<brackets>\[[^\[\]]*\])?(?P<rest>[^\[\]#;]*)""")
INSIDE = later(r"""version\s*=\s*["']?(?P<version>[^"'\]]*)""")
FUZZY = later(r"(?P<operator>={0,2})\s*(?P<version>\d[\w.]*?)(?P<wild>(?:\.?\*)?)(?P<build>(?:=|\s+)[^\s=,|<>]+)?")
SINGLE = later(r"(?P<operator>~=|>=|<=|>|<)\s*(?P<version>\d[\w.]*?)(?P<wild>(?:\.\*)?)(?P<build>\s+[^\s=,|<>]+)?")
CLAUSE = later(r"\s*(?:[=<>~!]{0,2}\s*\d[\w.]*(?:\.\*|\*)?|\*)\s*")
ANY = later(r"={0,2}\s*\*(?:(?:=|\s+)\S+)?")


def read(value: Value, where: str, role: str = "uses", *, exact: str = "") -> Iterator[Mention]:
    """Every mention in one spec: its package, and CUDA in a channel's label.

    `exact` is the notation of `==`; by default the whole version, or `release` for what is pinned by fewer components.
    """
    text = value.text
    if len(text) > LONGEST:
        return
    at, label = 0, None
    if prefix := CHANNEL.match(text):
        at = prefix.end()
        label = next(channel(value.slice(*prefix.span("channel")), where, role), None)
    found = list(_spec(value, at, where, role, exact, labelled=label is not None))
    if label:  # such a channel has the builds of one release: the two move together, or stay
        yield label._replace(frozen=next((m.frozen for m in found if m.subject == label.subject), label.frozen))
    yield from found


def _spec(value: Value, at: int, where: str, role: str, exact: str, *, labelled: bool) -> Iterator[Mention]:
    """What the spec itself says, which begins at `at`, behind its channel."""
    text = value.text
    match = SPEC.match(text, at)
    if match is None:
        return
    subject = names.canonical(match["name"])
    if any(map(str.isdecimal, subject)) and numbered(value, *match.span("name")):
        return
    start, end = match.span("rest")
    if match["brackets"]:
        inside = INSIDE.search(text, *match.span("brackets"))
        start, end = inside.span("version") if inside else (end, end)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip(" \t\r\n\"'"))
    if start < end or not labelled:
        yield from _version(value, subject, match.span("name"), start, end, where, role, exact)


def channel(value: Value, where: str, role: str = "uses") -> Iterator[Mention]:
    """The CUDA release in a channel's label: `nvidia/label/cuda-11.8.0`."""
    if match := LABEL.search(value.text):
        yield mention(value, *match.span("cuda"), "cuda", "dotted", role, where, version=match["cuda"])


def _version(
    value: Value, subject: str, name: tuple[int, int], start: int, end: int, where: str, role: str, exact: str
) -> Iterator[Mention]:
    text = value.text[start:end]
    if not text:
        yield mention(value, *name, subject, "floating", role, where)
    elif ANY.fullmatch(text):
        if "=" not in text.lstrip("=") and len(text.split()) == 1:
            yield mention(value, *name, subject, "floating", role, where)
    elif match := FUZZY.fullmatch(text):
        notation = "completed"
        if match["operator"] == "==" and not match["wild"]:
            notation = exact or ("release" if subject in RELEASED else "exact")
        frozen = BUILD if match["build"] and match["build"].strip(" \t=") != "*" else ""
        span = (start + match.start("version"), start + match.end("version"))
        yield _found(value, subject, span, notation, where, role, frozen)
    elif match := SINGLE.fullmatch(text):
        notation = "dotted" if match["operator"] == "~=" and match["wild"] else match["operator"]
        span = (start + match.start("version"), start + match.end("version"))
        yield _found(value, subject, span, notation, where, role, BUILD if match["build"] else "")
    elif all(map(CLAUSE.fullmatch, re.split(r"[,|]", text))):
        said = notations.read("conda", text)
        yield mention(value, start, end, subject, "conda", role, where, version=said)
    elif re.match(r"[=<>~!]*\s*(?:\$|\{\{|<\{)", text):
        yield mention(value, name[0], end, subject, "unresolved", role, where)


def _found(
    value: Value, subject: str, span: tuple[int, int], notation: str, where: str, role: str, frozen: str
) -> Mention:
    """One version; a component of CUDA (`cuda-nvcc=12.4.131`) speaks of CUDA by its first two numbers."""
    start, end = span
    if subject in COMPONENTS and notation in ("dotted", "completed"):
        notation = "dotted"
        subject = "cuda"
        if value.text.count(".", start, end) > 1:
            end = start + len(".".join(value.text[start:end].split(".")[:2]))
            frozen = frozen or COMPONENT
    said = notations.read(notation, value.text[start:end])
    return mention(value, start, end, subject, notation, role, where, version=said, frozen=frozen)
