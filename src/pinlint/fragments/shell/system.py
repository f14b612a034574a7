"""Packages of the operating system: `apt-get install python3.7-dev libcudnn8=8.3.2.44-1+cuda11.5 cuda-toolkit-11-3`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import notations
from pinlint.fragments import version
from pinlint.fragments.shell.arguments import element, parse, values
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.tables.cuda import COMPONENTS
from pinlint.value import Value, mention

TAKES = frozenset("-o --option -t --target-release --default-release -c --virtual -X --repository --enablerepo".split())
VERBS = ("install", "add", "reinstall", "groupinstall", "localinstall")
PYTHON = later(r"(?:lib)?python(?P<python>3\.\d+)(?=$|[-=:])")
COMPACT = later(r"(?:rh-)?python(?P<python>3\d{1,2})(?=$|[-=])")
CUDA = later(r"(?P<name>cuda(?:-[a-z]+)*|lib(?:cu|nv|np)[a-z]+(?:-dev|-static)?)-(?P<cuda>\d{1,2}-\d)(?=$|=)")
CUDNN = later(r"(?:lib)?cudnn(?P<major>\d{1,2})(?:-dev|-samples|-static)?(?:-cuda-(?P<cuda>\d+))?(?:-dev)?(?=$|=)")
REVISION = later(r"-\d+\.\d")  # of a package of rpm: python39-3.9.2
# What is called by the version of what is inside, whatever the system: 3.27.7-0kitware1ubuntu22.04.1, 2.29.2-1+cuda13.2.
UPSTREAM = {
    "cmake": "cmake", "cmake-data": "cmake", "nodejs": "node", "libnccl2": "nccl", "libnccl-dev": "nccl",
    "cuda": "cuda", "cuda-toolkit": "cuda",
}  # fmt: skip
BEHIND = later(r"[^=]*=(?P<version>\d+(?:\.\d+)*(?:\.?(?P<open>\*)|[^+\s]*))(?:\+cuda(?P<cuda>\d+)(?:\.\d+)?)?")
FORMULA = later(r"(?P<name>[a-z][a-z-]*)@(?P<version>\d+(?:\.\d+)*)")
MODULE = later(r"(?P<name>python|cuda|cudnn|nodejs)/(?P<version>\d+(?:\.\d+)*)")
SEVERAL = "each of several versions may need several packages"
BELONGS = "the version behind the package's name belongs to the one in it"
BUILT = "NVIDIA builds this package once for a line of CUDA releases"


def install(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    """What `apt-get install`, `apk add` or `dnf install` says of Python, CUDA and cuDNN."""
    arguments = parse(words, TAKES)
    verb, *packages = arguments.operands or [Value("", ())]
    if verb.text not in VERBS:
        return
    found = [m for package in packages for m in _package(package, where, role)]
    several = len({".".join(m.version.split(".")[:2]) for m in found if m.subject == "python"}) > 1
    for package in packages if several else ():
        listed = _package(element(package, f"{where} python"), where, role)
        yield from (m._replace(frozen=m.frozen or SEVERAL) for m in listed if m.subject == "python")
    yield from (m for m in found if not (several and m.subject == "python"))


def formula(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    """`brew install python@3.7 node@18`, `brew link python@3.7`, `choco install python --version=3.7.9`."""
    arguments = parse(words[1:], frozenset(("--version",)))
    for operand in arguments.operands:
        if match := FORMULA.fullmatch(operand.text):
            yield from version.read(operand.slice(*match.span("version")), match["name"], where, role)
    given = values(arguments, "--version")
    names = [operand.text.lower() for operand in arguments.operands]
    if len(given) == len(names) == 1 and names[0] in ("python", "python3", "nodejs", "cuda", "golang"):
        yield from version.read(given[0], names[0], where, role, exact="release")


def module(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    """`module load python/3.9 cuda/11.8.0`, as clusters have it."""
    if words and words[0].text in ("load", "add"):
        for operand in parse(words[1:], frozenset()).operands:
            if match := MODULE.fullmatch(operand.text):
                yield from version.read(operand.slice(*match.span("version")), match["name"], where, role)


def _package(value: Value, where: str, role: str) -> Iterator[Mention]:
    text = value.text
    behind = BEHIND.match(text)
    frozen = BELONGS if behind and not behind["open"] or REVISION.search(text) else ""
    if match := PYTHON.match(text):
        yield _found(value, match, "python", "python", "dotted", where, role, frozen)
        if behind and behind["version"].startswith("3."):
            yield from _behind(value, behind, "python", where, role)
    elif match := COMPACT.match(text):
        yield _found(value, match, "python", "python", "compact", where, role, frozen)
    elif match := CUDNN.match(text):
        yield from _cudnn(value, match, where, role)
    elif match := CUDA.match(text):
        name = match["name"]
        if name in ("cuda", "cuda-toolkit") or name in COMPONENTS or name.startswith("lib"):
            yield _found(value, match, "cuda", "cuda", "dashed", where, role, frozen)
    elif behind and (subject := UPSTREAM.get(text.partition("=")[0])):
        yield from _behind(value, behind, subject, where, role)


def _cudnn(value: Value, match: re.Match[str], where: str, role: str) -> Iterator[Mention]:
    behind = BEHIND.match(value.text)
    notation = "cudnn-lined" if match["cuda"] else "cudnn-plain"
    yield _found(value, match, "major", "cudnn", notation, where, role, BELONGS if behind and not behind["open"] else "")
    if match["cuda"]:
        yield _found(value, match, "cuda", "cuda", "dotted", where, role)
    if behind:
        yield from _behind(value, behind, "cudnn", where, role)


def _behind(value: Value, match: re.Match[str], subject: str, where: str, role: str) -> Iterator[Mention]:
    """The version behind a package's name; one with a `*` takes every revision of the packaging, `3.27.7*`, `2.29.*`."""
    start, end = match.span("version")
    if match["open"]:
        end = match.start("open")
        end -= value.text[end - 1] == "."
    whole = value.text[start:end]
    notation = "dotted" if whole.replace(".", "").isdecimal() else "debian"
    yield mention(value, start, end, subject, notation, role, where, version=notations.read(notation, whole))
    if match["cuda"]:
        yield _found(value, match, "cuda", "cuda", "dotted", where, role, BUILT)


def _found(
    value: Value, match: re.Match[str], group: str, subject: str, notation: str, where: str, role: str, frozen: str = ""
) -> Mention:
    said = notations.read(notation, match[group])
    return mention(value, *match.span(group), subject, notation, role, where, version=said, frozen=frozen)
