"""Bitbucket Pipelines (`bitbucket-pipelines.yml`): images, services, pipes and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.formats.pipeline import source
from pinlint.formats.pipeline.blocks import Service
from pinlint.model import Document, Mention
from pinlint.readers.tree import Node

FILES = ("bitbucket-pipelines.yml", "bitbucket-pipelines.yaml")
SERVICE = Service(
    reference=re.compile(r"\$\{?(?P<name>[A-Za-z_]\w*)\}?"),
    images=frozenset({"image", "pipe"}),
    scripts=frozenset({"script", "after-script"}),
)


def extract(document: Document) -> Iterator[Mention]:
    """The mentions of every step."""
    return source.read(document, _pipelines)


def _pipelines(root: Node) -> Iterator[Mention]:
    yield from SERVICE.read(root, "", {}, {})
