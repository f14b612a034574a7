"""All YAML that no other format reads: pipelines of GitHub and Azure, conda environments, manifests, settings named after a subject."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats import azure_pipelines, conda_environment, github_workflow, kubernetes
from pinlint.formats.pipeline import named
from pinlint.model import Document, Mention, Unreadable
from pinlint.readers import yaml

FILES = ("*.yaml", "*.yml", "MLproject")


def extract(document: Document) -> Iterator[Mention]:
    """What the format that the content tells reads in it; the settings of other YAML."""
    if github_workflow.told(document.text):
        yield from github_workflow.extract(document)
    elif azure_pipelines.told(document.text):
        yield from azure_pipelines.extract(document)
    elif conda_environment.told(document):
        yield from conda_environment.extract(document)
    elif kubernetes.told(document):
        yield from kubernetes.extract(document)
    elif named.told(document):
        try:
            roots = yaml.read(document.text)
        except Unreadable:  # a template, or whatever reads this file will say so
            return
        for root in roots:
            yield from named.read(root)
