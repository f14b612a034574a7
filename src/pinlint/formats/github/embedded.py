"""JSON in a text of YAML, as a workflow that is called takes a matrix: `{"python-version": ["3.7", "3.8"]}`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.pipeline.rows import vary
from pinlint.fragments import runner, setting
from pinlint.model import Item, Mention, Unreadable
from pinlint.readers import json
from pinlint.readers.tree import Scalar
from pinlint.value import Value

LONGEST = 10_000  # characters


def told(text: str) -> bool:
    """Whether `text` is an object of JSON, or a list of them."""
    return text.lstrip()[:1] == "{" and text.lstrip()[:2] != "{{" or text.replace(" ", "")[:2] == "[{"


def read(whole: Value, where: str) -> Iterator[Mention]:
    """The versions that the object's keys name; those of a list are its elements."""
    if len(whole.pieces) != 1 or len(whole.text) > LONGEST:
        return
    try:
        root = json.read(whole.text)
    except Unreadable:  # it only looks like JSON
        return
    for path, key, node in root.walk(where):
        if isinstance(node, Scalar):
            part = whole.slice(node.inner, node.inner_end)
            if path.endswith("]") and part.pieces:
                item = Item(path.rpartition("[")[0], whole.start + node.start, whole.start + node.end)
                part = Value(part.text, (part.pieces[0]._replace(item=item),))
            found = (*setting.read(key, part, path, listed=path.endswith("]")), *runner.read(part, path))
            rows, in_row, _ = path.rpartition("].")
            yield from vary(found, rows.rpartition("[")[0]) if in_row else found
