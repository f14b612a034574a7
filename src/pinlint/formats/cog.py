"""`cog.yaml`: python_version, cuda and cudnn of the build, its packages, and what it runs."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.pipeline import source
from pinlint.fragments import requirement, setting, shell
from pinlint.model import Document, Mention
from pinlint.readers.tree import Node, Scalar

FILES = ("cog.yaml", "cog.yml", "cog-*.yaml", "*.cog.yaml")
UNREAD = (("`sdk_version`", "it is of cog's own Python package, and no dependency of the model's code"),)
KEYS = {"python_version": "python", "cuda": "cuda", "cudnn": "cudnn", "cog_runtime": "cog"}


def extract(document: Document) -> Iterator[Mention]:
    """`image` is the name of what is built, so no version of anything else."""
    yield from source.read(document, _extract)


def _extract(root: Node) -> Iterator[Mention]:
    build = root["build"]
    for key, subject in KEYS.items():
        if isinstance(node := build[key], Scalar):
            yield from setting.stated(node.value(), subject, f"build.{key}")
    for number, scalar in enumerate(build["python_packages"].scalars()):
        yield from requirement.read(scalar.value(), f"build.python_packages[{number}]")
    for key in ("run", "pre_install"):
        for number, entry in enumerate(build[key]):
            node = entry if isinstance(entry, Scalar) else entry["command"]
            if isinstance(node, Scalar):
                yield from shell.read(node.value(), f"build.{key}[{number}]")
