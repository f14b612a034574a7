"""Pipelines of Buildkite, Cirrus CI, Drone, Woodpecker, Semaphore, AWS CodeBuild and Gitpod: images, variables, commands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.formats.pipeline import source
from pinlint.formats.pipeline.blocks import Service
from pinlint.fragments import setting
from pinlint.model import Document, Mention
from pinlint.readers.tree import Node, Scalar

FILES = (
    ".buildkite/**/*.yml", ".buildkite/**/*.yaml", ".cirrus.yml", ".drone.yml", ".drone.yaml", ".woodpecker.yml",
    ".woodpecker.yaml", ".woodpecker/**/*.yml", ".woodpecker/**/*.yaml", ".semaphore/**/*.yml", "buildspec*.yml", "buildspec*.yaml",
    ".gitpod.yml",
)  # fmt: skip
SERVICE = Service(
    reference=re.compile(r"\$\{?(?P<name>[A-Za-z_]\w*)\}?"),
    images=frozenset({"image"}),
    scripts=frozenset(
        "command commands script install_script setup_script prepare_script before_script build_script test_script lint_script "
        "pip_install_script main_script deploy_script always_script init before prebuild".split()
    ),
    variables=frozenset({"env", "environment", "variables"}),
    ignored=frozenset({"matrix", "when", "only_if", "depends_on"}),
)


def extract(document: Document) -> Iterator[Mention]:
    """The mentions of every step; CodeBuild names its runtimes below `runtime-versions`."""
    return source.read(document, _pipeline)


def _pipeline(root: Node) -> Iterator[Mention]:
    yield from SERVICE.read(root, "", {}, {})
    for path, key, node in root.walk():
        if key == "runtime-versions":
            for name, child in node.items():
                if isinstance(child, Scalar):
                    subject = {"nodejs": "node", "golang": "go"}.get(name.text, name.text)
                    yield from setting.stated(child.value(), subject, f"{path}.{name.text}")
