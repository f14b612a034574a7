"""A requirement as PEP 508 has it: `torch[extra]==1.12.1+cu113 ; python_version < "3.8"`, or `name @ address`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import names, notations
from pinlint.fragments import wheel
from pinlint.model import UNDER_MARKER, Mention
from pinlint.patterns import later
from pinlint.value import Value, mention, numbered

LONGEST = 1000  # characters; what is longer is no requirement
NAME = later(r"""\s*["']?\s*(?P<name>[A-Za-z0-9][\w.-]*)\s*(?P<extras>\[[^\[\]]*\])?\s*(?P<rest>.*)""", re.DOTALL)
CLAUSE = later(
    r"\s*(?P<operator>===|==|~=|!=|<=|>=|<|>)\s*(?P<version>(?:\d+!)?\d[A-Za-z0-9._-]*?)(?P<wild>\.\*)?"
    r"(?:\+(?P<local>[A-Za-z0-9._-]+))?\s*"
)
BOUNDED = later(
    r"[A-Za-z][\w.-]*(?:\[[\w, -]*\])?\s*(?:[=~]=|[<>!]=?)\s*\d[\w.+*!]*(?:\s*,\s*(?:[=~]=|[<>!]=?)\s*\d[\w.+*!]*)*"
    r"(?:\s*;.*)?(?:\s+#.*)?"
)
VARIABLE = later(r"(?:===|==|~=|<=|>=|<|>)[^,;]*?(?:\$|\{\{|<%|%\w+%)")
URL = later(r"(?:git\+|hg\+)?(?:https?|file|ssh|git)://", re.IGNORECASE)
TAG = later(r"\.git@v?(?P<tag>\d+(?:\.\d+)+(?:(?:a|b|rc|\.post)\d+)?)(?:#|$)")
EGG = later(r"#(?:.*&)?egg=(?P<name>[A-Za-z0-9][\w.-]*)")
ARCHIVE = later(r"\.(?:txt|in|whl|zip|tar\.\w+|tgz|toml|ya?ml|lock|py)$", re.IGNORECASE)
CUDA_NAME = later(r"[-_.]cu(?:da)?(?P<cuda>\d{2,3})(?P<any>x?)$", re.IGNORECASE)
CUDA_EXTRA = later(r"[\[,]\s*(?:cuda|cu)(?P<cuda>\d{2,3})(?=$|[-_\],\s])", re.IGNORECASE)
MARKED = later(r"[^#]*;[\s(]*(?:python_|sys_platform|platform_|os_name|implementation_|[\"'])")
HASHED = "its hashes belong to this version"
RENAMED = "the package of another CUDA release has versions of its own"


def read(value: Value, where: str, role: str = "uses", *, frozen: str = "") -> Iterator[Mention]:
    """Every mention in one requirement: its package, and the CUDA release or cuDNN in its name, extras or version.

    Lines of one package under several markers are a list of versions, of which each is for somebody.
    """
    text = value.text
    if len(text) > LONGEST:
        return
    if URL.match(text.lstrip(" \t\"'")):
        yield from _address(value, "", where, role)
        return
    match = NAME.fullmatch(text)
    if match is None or ARCHIVE.search(match["name"]):
        return
    name, rest = match["name"].rstrip("-_."), match["rest"]
    if role == "uses" and MARKED.match(rest):
        where += UNDER_MARKER
    frozen = frozen or (HASHED if " --hash" in rest else "")
    if rest.startswith("@"):
        yield from _address(value.slice(match.start("rest") + 1, len(text)), name, where, role)
        return
    subject = "cudnn" if name.lower().startswith(("nvidia-cudnn-cu", "nvidia_cudnn_cu")) else names.canonical(name)
    start, end = match.start("rest"), match.start("rest") + len(_specifier(rest))
    clauses = _clauses(text, start, end)
    if any(map(str.isdecimal, subject)) and numbered(value, *match.span("name")):
        pass
    elif start == end:
        low = match.start("name")
        yield mention(value, low, low + len(name), subject, "floating", role, where, frozen=frozen)
    elif clauses:
        yield from _versions(value, clauses, subject, where, role, frozen)
    elif VARIABLE.match(text[start:end]):
        yield mention(value, match.start("name"), end, subject, "unresolved", role, where)
    else:
        return
    yield from _cuda(value, match, where, role, frozen or (RENAMED if clauses and _of_nvidia(match["name"]) else ""))


def _of_nvidia(name: str) -> bool:
    """Whether NVIDIA builds the package `name` for each CUDA release under versions of that release."""
    return names.canonical(name) == "cudnn" or name.lower().startswith(("nvidia-", "nvidia_"))


def bounded(text: str) -> bool:
    """Whether the text is one requirement that says a version, and nothing else: `torch[a]>=1.12,<2 ; marker  # why`."""
    return BOUNDED.fullmatch(text) is not None


def _specifier(rest: str) -> str:
    """`>=1,<2 ; marker` -> `>=1,<2`; parentheses stay."""
    for mark in (";", " #", " --"):
        rest = rest.partition(mark)[0]
    return rest.rstrip(" \t\r\n\"'\\")


def _clauses(text: str, start: int, end: int) -> list[re.Match[str]]:
    """A match, with offsets into `text`, for each comma-separated clause; none if one of them isn't understood."""
    if text[start:end].startswith("(") and text[start:end].endswith(")"):
        start, end = start + 1, end - 1
    found: list[re.Match[str]] = []
    while start < end:
        comma = text.find(",", start, end)
        stop = comma if comma >= 0 else end
        if text[start:stop].strip():
            match = CLAUSE.fullmatch(text, start, stop)
            if match is None:
                return []
            found.append(match)
        start = stop + 1
    return found


def _versions(
    value: Value, clauses: list[re.Match[str]], subject: str, where: str, role: str, frozen: str
) -> Iterator[Mention]:
    first, last = clauses[0], clauses[-1]
    operator = first["operator"]
    if len(clauses) > 1 or operator == "!=":
        start, end = first.start("operator"), last.end("wild") if last["wild"] else last.end("version")
        said = notations.read("pep440", value.text[start:end])
        yield mention(value, start, end, subject, "pep440", role, where, version=said, frozen=frozen)
        return
    notation = "exact" if operator == "===" else operator
    if first["wild"] or subject == "cudnn" and operator in ("==", "==="):
        notation = "dotted"
    said = notations.read(notation, first["version"])
    yield mention(value, *first.span("version"), subject, notation, role, where, version=said, frozen=frozen)
    if first["local"]:
        yield from wheel.local(value, *first.span("local"), where, role, frozen=frozen)


def _address(value: Value, name: str, where: str, role: str) -> Iterator[Mention]:
    """A direct reference: a wheel, or a git address at a tag that is a version."""
    wheels = list(wheel.read(value, where, role))
    yield from wheels
    egg, tag = EGG.search(value.text), TAG.search(value.text)
    name = name or (egg["name"] if egg else "")
    if not wheels and tag and name:
        yield mention(value, *tag.span("tag"), names.canonical(name), "exact", role, where, version=tag["tag"])


def _cuda(value: Value, match: re.Match[str], where: str, role: str, frozen: str) -> Iterator[Mention]:
    """The CUDA release in a package's name or extra: `cupy-cuda11x`, `cudf-cu12`, `jax[cuda12]`."""
    for group, pattern in (("name", CUDA_NAME), ("extras", CUDA_EXTRA)):
        found = pattern.search(match[group] or "")
        if found is None:
            continue
        digits = found["cuda"]
        notation = "cuda-line" if len(digits) == 2 and digits < "20" else "compact-cuda"
        start = match.start(group)
        yield mention(
            value, start + found.start("cuda"), start + found.end("cuda"), "cuda", notation, role, where,
            version=notations.read(notation, digits), frozen=frozen,
        )
