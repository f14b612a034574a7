"""`CMakeLists.txt`, `*.cmake`: variables that announce a version, packages that are looked for, and CMake's own."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import names
from pinlint.fragments import assignment, version
from pinlint.model import Document, Mention
from pinlint.patterns import later, within
from pinlint.value import of

FILES = ("CMakeLists.txt", "*.cmake")
COMMENT = later(r"#[^\n]*")
SET = later(r"(?i)(?<!\w)set[ \t]*\([ \t]*(?P<name>[A-Za-z_]\w*)[ \t]+\"?(?P<value>v?\d[\w.]*)\"?(?:[ \t]+CACHE[^)\n]*)?[ \t]*\)")
OWN = later(r"(?i)(?<!\w)cmake_minimum_required[ \t]*\([ \t]*VERSION[ \t]+(?P<version>\d+(?:\.\d+)*)")
PACKAGE = later(r"(?<!\w)find_package[ \t]*\([ \t]*(?P<name>[A-Za-z]\w*)[ \t]+(?P<version>\d+(?:\.\d+)+)(?:[ \t]+(?P<exact>EXACT)\b)?")
# A module of CMake -> the subject of the version that it looks for, which is a lower bound.
MODULES = {"python": "python", "python3": "python", "pythoninterp": "python", "pythonlibs": "python", "cuda": "cuda",
           "cudatoolkit": "cuda", "cudnn": "cudnn", "torch": "torch", "pybind11": "pybind11", "protobuf": "protobuf"}  # fmt: skip


def extract(document: Document) -> Iterator[Mention]:
    text = document.text
    silent = [match.span() for match in COMMENT.finditer(text)]
    for match in SET.finditer(text):
        if not within(match.start(), silent):
            yield from assignment.read(match["name"], of(text, *match.span("value")), f"set {match['name']}")
    for match in OWN.finditer(text):
        if not within(match.start(), silent):
            yield from version.read(of(text, *match.span("version")), "cmake", "cmake_minimum_required", "floor", exact=">=")
    for match in PACKAGE.finditer(text):
        subject = MODULES.get(match["name"].lower(), "")
        if subject and not within(match.start(), silent):
            bound, role = ("dotted", "uses") if match["exact"] else (">=", "floor")
            where = f"find_package {match['name']}"
            yield from version.read(of(text, *match.span("version")), names.canonical(subject), where, role, exact=bound)
