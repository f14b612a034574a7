"""GitLab pipelines (`.gitlab-ci.yml`): images, services, variables, matrices and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.formats.pipeline import source
from pinlint.formats.pipeline.blocks import Definitions, Service, direct
from pinlint.formats.pipeline.rows import repeated_in, vary
from pinlint.fragments import setting
from pinlint.model import Document, Mention
from pinlint.readers.tree import Node, Scalar

FILES = (".gitlab-ci.yml", ".gitlab-ci.yaml", ".gitlab-ci/**/*.yml", ".gitlab/ci/**/*.yml", "*.gitlab-ci.yml")
SERVICE = Service(
    reference=re.compile(r"\$(?P<brace>\{)?(?P<name>\w+)(?(brace)\})"),
    images=frozenset({"image", "services"}),
    scripts=frozenset({"script", "before_script", "after_script"}),
    ignored=frozenset({"parallel", "rules", "only", "except", "include"}),
)


def extract(document: Document) -> Iterator[Mention]:
    """The mentions of each job, and of what all jobs share."""
    return source.read(document, _pipeline)


def _pipeline(root: Node) -> Iterator[Mention]:
    shared = direct(root["variables"])
    for key, block in root.items():
        matrix = f"{key.text}.parallel.matrix"
        rows = list(block.at("parallel", "matrix"))
        varied = _matrix(rows, matrix)
        found = [*SERVICE.read(block, key.text, {**shared, **varied}, {})]
        for name, values in varied.items():
            found += [m for v in values for m in setting.read(name, v, f"{matrix}.{name}", listed=True)]
        loose = {value.start for values in varied.values() for value in values} if len(rows) > 1 else set()
        scalars = [[node for _, node in row.items() if isinstance(node, Scalar)] for row in rows]
        for mention in repeated_in(found, scalars):
            yield from vary([mention], matrix) if mention.start in loose else [mention]


def _matrix(rows: list[Node], where: str) -> Definitions:
    found: Definitions = {}
    for row in rows:
        for name, node in row.items():
            listed = "" if isinstance(node, Scalar) or len(rows) > 1 else f"{where}.{name.text}"
            for scalar in node.scalars():
                found.setdefault(name.text, []).append(scalar.value(f"matrix {name.text}", listed))
    return found
