"""Serverless, SAM, CloudFormation, App Engine and App Runner: `runtime: python3.9`, and the images of functions."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import notations
from pinlint.formats import kubernetes
from pinlint.formats.pipeline import source
from pinlint.fragments import image, parameter, runtime, setting
from pinlint.model import Document, Item, Mention
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar
from pinlint.value import Value, mention

FILES = (
    "serverless.yml", "serverless.yaml", "serverless.*.yml", "serverless.*.yaml", "template.yml", "template.yaml",
    "*.template.yml", "*.template.yaml", "sam.yml", "sam.yaml", "cloudformation*.yml", "cloudformation*.yaml",
    "app.yml", "app.yaml", "app.*.yaml", "apprunner.yaml",
)  # fmt: skip
RUNTIMES = ("runtime", "Runtime")
LISTS = ("compatibleRuntimes", "CompatibleRuntimes")
VERSIONS = ("python_version", "pythonVersion", "runtime-version")
IMAGES = ("ImageUri", "image")
LAYER = later(r":layer:[\w-]*?[Pp]y(?:thon)?-?(?:(?P<compact>3\d{1,2})|(?P<dashed>3-\d+)|(?P<underscored>3_\d+))[\w-]*:\d+")
PUBLISHED = "a layer has a name and numbers of its own for each runtime"


def extract(document: Document) -> Iterator[Mention]:
    """A key counts wherever it stands: a function, a layer, the defaults of all functions."""
    if kubernetes.told(document):  # `app.yaml` may be anybody's
        yield from kubernetes.extract(document)
        return
    yield from dict.fromkeys(source.read(document, _extract))


def _extract(root: Node) -> Iterator[Mention]:
    python = isinstance(top := root["runtime"], Scalar) and top.text.startswith("python")
    for where, key, node in root.walk():
        if not isinstance(node, Scalar):
            continue
        if key in RUNTIMES:
            yield from runtime.read(node.value(), where)
        elif key in LISTS:
            name = where.rpartition("[")[0]
            (piece,) = node.value().pieces
            item = Item(f"{name}@{root.start}", node.start, node.end)
            yield from runtime.read(node.value()._replace(pieces=(piece._replace(item=item),)), where)
        elif python and key in VERSIONS:  # App Engine's runtime_config, App Runner's run
            yield from setting.stated(node.value(), "python", where)
        elif ":layer:" in node.text:
            yield from _layer(node.value(), where)
        elif key in IMAGES and ":" in node.text:
            for value in parameter.expand(node.value()):
                yield from image.read(value, where)


def _layer(value: Value, where: str) -> Iterator[Mention]:
    """The Python that a layer is built for, as most are named: `arn:aws:lambda:…:layer:AWSSDKPandas-Python39:1`."""
    if match := LAYER.search(value.text):
        notation = match.lastgroup or ""
        said = notations.read(notation, match[notation])
        yield mention(value, *match.span(notation), "python", notation, "uses", where, version=said, frozen=PUBLISHED)
