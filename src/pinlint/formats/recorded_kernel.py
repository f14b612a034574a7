"""Jupyter notebooks, the versions that the kernel recorded as well; read when pins.toml asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats import notebook
from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.readers import json

FILES = notebook.FILES


def extract(document: Document) -> Iterator[Mention]:
    """What the notebook says, and `metadata.language_info.version`, which Jupyter writes."""
    yield from notebook.extract(document)
    info = json.read(document.text).at("metadata", "language_info")
    if [s.text for s in info["name"].scalars()] == ["python"]:
        for scalar in info["version"].scalars():
            frozen = "Jupyter records it; run the notebook again"
            yield from version.read(
                scalar.value(), "python", "metadata.language_info.version", "output", frozen=frozen
            )
