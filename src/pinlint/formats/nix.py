"""Nix expressions (`flake.nix`, `shell.nix`): the attributes of nixpkgs whose name holds a version.

Nixpkgs has `python311`, `python311Packages`, `cudaPackages_11_8`, `nodejs_20`; those of several versions are a choice.
"""

from __future__ import annotations

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
COMMENT = later(r"(?m)(?:^|(?<=\s))#[^\n]*")
SPELLED = {"python": "compact", "cuda": "underscored", "node": "dotted"}


def extract(document: Document) -> Iterator[Mention]:
    text = COMMENT.sub(lambda match: " " * len(match[0]), document.text)
    found = [(str(match.lastgroup), match) for match in ATTRIBUTE.finditer(text)]
    for subject, match in found:
        several = len({m[subject] for s, m in found if s == subject}) > 1
        said = notations.read(SPELLED[subject], match[subject])
        value = of(document.text, *match.span(subject))
        yield mention(
            value, 0, len(value.text), subject, SPELLED[subject], "supports" if several else "uses", subject, version=said
        )
