"""`bentofile.yaml`: python_version, cuda_version and base image of docker, packages of pip and conda."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.pipeline import source
from pinlint.fragments import conda_spec, image, requirement, setting, variable
from pinlint.model import Document, Mention
from pinlint.readers.tree import Node, Scalar

FILES = ("bentofile*.yaml", "bentofile*.yml")
KEYS = {"python_version": "python", "cuda_version": "cuda"}


def extract(document: Document) -> Iterator[Mention]:
    """`cuda_version: default` says no version; neither does `distro`."""
    yield from source.read(document, _extract)


def _extract(root: Node) -> Iterator[Mention]:
    docker = root["docker"]
    for key, subject in KEYS.items():
        if isinstance(node := docker[key], Scalar):
            yield from setting.stated(node.value(), subject, f"docker.{key}")
    if isinstance(node := docker["base_image"], Scalar):
        yield from image.read(node.value(), "docker.base_image")
    for name, node in docker["env"].items():
        if isinstance(node, Scalar):
            yield from variable.read(name.text, node.value(), f"docker.env.{name.text}")
    for number, scalar in enumerate(root.at("python", "packages").scalars()):
        yield from requirement.read(scalar.value(), f"python.packages[{number}]")
    for number, scalar in enumerate(root.at("conda", "dependencies").scalars()):
        yield from conda_spec.read(scalar.value(), f"conda.dependencies[{number}]")
