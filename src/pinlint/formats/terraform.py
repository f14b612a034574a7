"""Terraform: `runtime = "python3.9"`, `python_version`, images, and variables and locals named after what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import image, runtime, setting, variable
from pinlint.model import Document, Item, Mention
from pinlint.readers import hcl
from pinlint.readers.hcl import Attribute

FILES = ("*.tf", "*.tofu", "*.tfvars", "*.hcl")
RUNTIMES = ("runtime", "linux_fx_version")
IMAGES = ("image", "image_uri", "docker_image", "base_image", "image_name")


def extract(document: Document) -> Iterator[Mention]:
    """A version that a provider or a module requires is not read: its subject stands elsewhere."""
    for attribute in hcl.read(document.text):
        yield from _read(attribute)


def _read(attribute: Attribute) -> Iterator[Mention]:
    path, value = attribute.path, attribute.value
    key, where = path[-1], ".".join(path)
    if key in RUNTIMES:
        yield from runtime.read(value, where)
    elif key == "compatible_runtimes" and attribute.element >= 0:
        (piece,) = value.pieces
        item = Item(f"{where}@{'.'.join(path[:-1])}", piece.start - 1, piece.start + len(piece.text) + 1)
        yield from runtime.read(value._replace(pieces=(piece._replace(item=item),)), where)
    elif key == "python_version":
        yield from setting.stated(value, "python", where)
    elif key in IMAGES and ":" in value.text:
        yield from image.read(value, where)
    elif key == "default" and path[0] == "variable" and len(path) == 3:
        yield from runtime.read(value, where) if "runtime" in path[1] else variable.read(path[1], value, where)
    elif path[0] == "locals" and len(path) == 2:
        yield from runtime.read(value, where) if "runtime" in key else variable.read(key, value, where)
