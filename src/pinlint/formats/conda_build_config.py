"""`conda_build_config.yaml`: the variants that a conda recipe is built for."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import names
from pinlint.fragments import version
from pinlint.model import Document, Item, Mention
from pinlint.patterns import later
from pinlint.readers import yaml
from pinlint.readers.tree import NOTHING, Node, Scalar
from pinlint.value import Value

FILES = ("conda_build_config.yaml", "conda_build_config.yml", "variants.yaml")
FIRST = later(r"\s*(?P<version>\S+)")
ZIPPED = "its list is read side by side with another one"
SKIPPED = frozenset("zip_keys pin_run_as_build extend_keys channel_sources channel_targets docker_image".split())


def extract(document: Document) -> Iterator[Mention]:
    root = next(iter(yaml.read(document.text)), NOTHING)
    zipped = {s.text for _, _, s in root["zip_keys"].walk() if isinstance(s, Scalar)}
    for key, node in root.items():
        subject, role = names.variable(key.text)
        if key.text not in SKIPPED:
            frozen = ZIPPED if key.text in zipped else ""
            yield from _versions(node, subject or names.canonical(key.text), key.text, role or "uses", frozen)


def _versions(node: Node, subject: str, where: str, role: str, frozen: str) -> Iterator[Mention]:
    scalars = list(node.scalars())
    for scalar in scalars:
        if match := FIRST.match(scalar.text):
            text = scalar.value().slice(*match.span("version"))
            if len(scalars) > 1:
                item = Item(where, scalar.start, scalar.end)
                text = Value(text.text, tuple(p._replace(item=item) for p in text.pieces))
            found = version.read(text, subject, where, role, dialect="conda", frozen=frozen)
            yield from (m for m in found if m.notation not in ("floating", "unresolved"))
