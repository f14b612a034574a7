"""A variable or key whose name tells what its value is: `PYTHON_VERSION: 3.7`, `cuda: [cu113]`, `toxenv: py37`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import names, notations
from pinlint.fragments import conda_spec, factors, image, listing, requirement, version, wheel
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.tables.names import NEEDLES
from pinlint.value import Value, mention

TOX = later(r"(?i)tox[-_.]?envs?|tox")
COMPACT = later(r"\s*(?:c?py|cp|python)?(?P<digits>2[67]|3\d{1,2})\s*")
COMPACT_CUDA = later(r"\s*(?:cu|cuda)?-?(?P<digits>\d{3}|9[012]|80)\s*")
SPEC_OF = later(r"\s*[\"']?python=+(?P<version>\d+(?:\.\d+)*)[\"']?\s*")  # what is handed to conda
WHEEL_TAG = later(r"cu\d{3}")  # whatever it is called, this is what PyTorch calls a CUDA release
# What else would be no version: `USE_CUDA: 1` is a switch.
PLAUSIBLE = {"python": re.compile(r"[23](?:\.|$)"), "cuda": re.compile(r"(?:[6-9]|1\d)(?:\.|$)")}
SAYS_LITTLE = later(r"\s*(?:\d{1,2}|latest|stable|main|master|nightly|current|[x*])?\s*")
IMAGE = later(r"(?i)(?:^|[-_.])(?:image|img|container)(?:[-_]?ur[il])?$|(?-i:[a-z](?:Image|Img)(?:Ur[il]|UR[IL])?$)")
CONDA = later(r"(?i)(?:.*[-_])?conda[-_](?:opts|options|args|packages|specs|deps|create[-_]args|install[-_]args)")
SPEC = later(r"(?<!\S)[A-Za-z][\w.:/-]*[=<>][^\s]*")
UNQUOTED = later(r"[^\s'\"]+")
# What a variable holds for the tag of an image: `11.3.1-cudnn8-devel-ubuntu20.04`, `3.9-slim`.
TAG = later(
    r"\s*v?\d+(?:\.\d+)+(?:(?:a|b|rc)\d+)?(?:-(?:slim|alpine|base|runtime|devel|gpu|cpu|(?:book|bulls|bust|jam|foc|nob)[a-z]+"
    r"|(?!rc|alpha|beta|dev|post|pre|[ab]\d)[a-z]+\d[\d.]*))+\s*"
)
LOCAL = later(r"\s*(?P<version>\d+(?:\.\d+)*(?:(?:a|b|rc)\d+)?)\+(?P<local>[\w.]+)\s*")  # 1.12.1+cu113, 2.9.0rc1+cu126
REVISED = later(r"\s*(?P<version>\d+(?:\.\d+)+-\d{1,2})(?:\+cuda(?P<cuda>\d+)\.\d+)?\s*")  # 2.13.4-1, as Debian has it
SNAPSHOT = later(r"\s*(?P<version>\d+(?:\.\d+)+)[~-]SNAPSHOT\s*")  # before a release, as Maven has it
BUILT = "the package is built once for a line of CUDA releases"
PYTHONS = later(r"(?i)(?:(?:supported|tested|all)[-_]?)?pythons")
# What has versions without being anything that could be pinned: `release-version`, `tag-suffix`.
NO_SUBJECT = frozenset(
    "release suffix prefix name new next old previous current package project product app api my framework registry "
    "build output input full short file check spec semver python-file sh ci docker git".split()
)
# Names of packages that alone, without the word version, may head a list of versions.
PACKAGES = frozenset(
    "torch pytorch torchvision torchaudio torchtext tensorflow tf jax numpy scipy pandas node nodejs go golang django "
    "lightning pydantic transformers scikit-learn sklearn java ruby rust pip setuptools".split()
)


def subject_of(name: str, *, listed: bool = False) -> tuple[str, str]:
    """The subject and role that `name` announces; with `listed`, a package's bare name is enough."""
    subject, role = names.variable(name)
    if PYTHONS.fullmatch(name):
        return "python", "uses"
    if subject in NO_SUBJECT:
        return "", ""
    if not subject and listed and names.SEPARATORS.sub("-", name).lower() in PACKAGES:
        return names.canonical(name), "uses"
    return subject, role


def read(
    name: str, value: Value, where: str, role: str = "", *, listed: bool = False, exact: str = "dotted"
) -> Iterator[Mention]:
    """The versions that the setting `name` with this `value` writes down; several make a list of their own."""
    if TOX.fullmatch(name):
        yield from factors.read(value, where)
        return
    if IMAGE.search(name) and ":" in value.text:
        # Whose `pytorch:24.10` is can't be told from this half: it may be NVIDIA's, whose versions are months.
        if "/" in value.text or image.tells(value.text):
            yield from image.read(value, where, role or "uses")
        return
    if "==" in value.text and (requirements := _requirements(value)):
        for one in requirements:
            yield from requirement.read(one, where, role or "uses")
        yield from wheel.index(value, where, role or "uses")
        return
    if "/whl/" in value.text:
        yield from wheel.index(value, where, role or "uses")
        return
    if CONDA.fullmatch(name):
        for match in SPEC.finditer(value.text):
            yield from conda_spec.read(value.slice(*match.span()), where, role or "uses")
        return
    subject, announced = subject_of(name, listed=listed)
    if not subject and image.tells(value.text):
        yield from image.read(value, where, role or "uses")
        return
    bare = subject and not names.variable(name)[0]
    if not subject and WHEEL_TAG.fullmatch(value.text):
        yield from stated(value, "cuda", where, role or "uses")
        return
    if subject and (early := SNAPSHOT.fullmatch(value.text)):
        yield from version.read(value.slice(*early.span("version")), subject, where, role or announced, exact=exact)
        return
    if subject and (built := LOCAL.fullmatch(value.text)):
        yield from version.read(value.slice(*built.span("version")), subject, where, role or announced, exact="exact")
        yield from wheel.local(value, *built.span("local"), where, role or announced)
        return
    if subject and (revised := REVISED.fullmatch(value.text)):
        yield _spelled(value, revised.span("version"), subject, "debian", role or announced, where)
        if revised["cuda"]:
            yield _spelled(value, revised.span("cuda"), "cuda", "dotted", role or announced, where)._replace(frozen=BUILT)
        return
    if subject in NEEDLES and TAG.fullmatch(value.text):
        yield from image.tag(value, subject, where, role or announced)
        return
    # A list of its own, since a file may set one name in two places.
    for element in listing.elements(value, f"{where}@{value.start}") if subject else ():
        if not (bare and SAYS_LITTLE.fullmatch(element.text) and subject not in ("node", "go", "java")):
            plausible = PLAUSIBLE.get(subject)
            for found in stated(element, subject, where, role or announced, exact=exact):
                if not plausible or not found.version or plausible.match(found.version):
                    yield found


def _requirements(value: Value) -> list[Value]:
    """The requirements of a value that is a row of them, options of pip beside them or not; none for any other value."""
    words = [value.slice(*match.span()) for match in UNQUOTED.finditer(value.text)]
    found = [word for word in words if "==" in word.text and requirement.bounded(word.text)]
    known = all(word in found or word.text.startswith("-") or "://" in word.text for word in words)
    return found if found and words[0] == found[0] and known else []


def stated(
    value: Value, subject: str, where: str, role: str = "uses", *, exact: str = "dotted", dialect: str = "npm"
) -> Iterator[Mention]:
    """A version of a known subject, spelled as version.read knows it, or compact: `37`, `cu113`."""
    if subject == "python" and (match := SPEC_OF.fullmatch(value.text)):
        value = value.slice(*match.span("version"))
    for pattern, of, notation in ((COMPACT, "python", "compact"), (COMPACT_CUDA, "cuda", "compact-cuda")):
        if subject == of and (match := pattern.fullmatch(value.text)):
            yield _spelled(value, match.span("digits"), subject, notation, role, where)
            return
    yield from version.read(value, subject, where, role, exact=exact, dialect=dialect)


def _spelled(
    value: Value, span: tuple[int, int], subject: str, notation: str, role: str, where: str
) -> Mention:
    said = notations.read(notation, value.text[slice(*span)])
    return mention(value, *span, subject, notation, role, where, version=said)
