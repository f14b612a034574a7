"""All YAML that no other format reads: Azure's pipelines, conda environments, Kubernetes manifests, told by what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats import azure_pipelines, conda_environment, kubernetes
from pinlint.model import Document, Mention

FILES = ("*.yaml", "*.yml")


def extract(document: Document) -> Iterator[Mention]:
    """What the format that the content tells reads in it; nothing of other YAML."""
    if azure_pipelines.told(document.text):
        yield from azure_pipelines.extract(document)
    elif conda_environment.told(document.text):
        yield from conda_environment.extract(document)
    else:
        yield from kubernetes.extract(document)
