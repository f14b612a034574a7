"""A file of a pipeline as YAML, or by line where it is a template of YAML."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pinlint.fragments import action, image, setting, shell
from pinlint.model import Document, Mention, Unreadable
from pinlint.patterns import later
from pinlint.readers import lines, yaml
from pinlint.readers.tree import Node

IMAGES = ("image", "container")
SCRIPTS = ("run", "command", "script", "bash", "before_script", "commands")
TEMPLATE = later(r"(?<!\$)\{\{|\{[%#]|<%")


def read(document: Document, extract: Callable[[Node], Iterator[Mention]]) -> Iterator[Mention]:
    """What `extract` finds in each YAML document of the file."""
    try:
        roots = yaml.read(document.text)
    except Unreadable:
        if not TEMPLATE.search(document.text):
            raise
        yield from _by_line(document)
        return
    for root in roots:
        yield from extract(root)


def _by_line(document: Document) -> Iterator[Mention]:
    for line in lines.outline(document.text):
        key = line.keys[-1] if line.keys else ""
        if TEMPLATE.search(line.value.text) or not line.value.text:
            continue
        if key == "uses":
            yield from action.read(line.value, document.text, key)
        elif key in SCRIPTS:
            yield from shell.read(line.value, key)
        elif key in IMAGES:
            yield from image.read(line.value, key)
        else:
            yield from setting.read(key, line.value, key)
