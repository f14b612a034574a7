"""Nix expressions (`flake.nix`, `shell.nix`): the attributes of nixpkgs whose name holds a version.

Nixpkgs has `python311`, `python311Packages`, `cudaPackages_11_8`, `nodejs_20`; those of several versions are a choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import notations
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import mention, of

FILES = ("*.nix",)
ATTRIBUTE = later(
    r"(?<![\w-])(?:python(?P<python>3\d{1,2})(?=Packages\b|Full\b|(?![\w-]))|cudaPackages_(?P<cuda>\d+_\d+)(?!\w)"
    r"|nodejs[-_](?P<node>\d+)(?=_x\b|(?!\w)))"
)
ASIDE = later(r"#[^\n]*|/\*.*?\*/|\"(?:[^\"\\]|\\.)*\"|''.*?''(?![$'\\])", re.DOTALL)
INSIDE = later(r"\$\{[^{}]*\}")  # of a string, what is an expression again
SPELLED = {"python": "compact", "cuda": "underscored", "node": "dotted"}


def extract(document: Document) -> Iterator[Mention]:
    text = ASIDE.sub(_blank, document.text)
    found = [(str(match.lastgroup), match) for match in ATTRIBUTE.finditer(text)]
    for subject, match in found:
        several = len({m[subject] for s, m in found if s == subject}) > 1
        said = notations.read(SPELLED[subject], match[subject])
        value = of(document.text, *match.span(subject))
        yield mention(
            value, 0, len(value.text), subject, SPELLED[subject], "supports" if several else "uses", subject, version=said
        )


def _blank(match: re.Match[str]) -> str:
    """As many blanks, but for the expressions in a string."""
    kept, at = [], 0
    for inside in INSIDE.finditer(match[0]) if match[0][0] in "\"'" else ():
        kept += [" " * (inside.start() - at), inside[0]]
        at = inside.end()
    return "".join([*kept, " " * (len(match[0]) - at)])
