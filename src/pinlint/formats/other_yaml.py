"""All YAML that no other format reads: pipelines of Azure in any folder, and Kubernetes manifests, told by what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats import azure_pipelines, kubernetes
from pinlint.model import Document, Mention

FILES = ("*.yaml", "*.yml")


def extract(document: Document) -> Iterator[Mention]:
    """What the format that the content tells reads in it; nothing of other YAML."""
    if azure_pipelines.told(document.text):
        yield from azure_pipelines.extract(document)
    else:
        yield from kubernetes.extract(document)
