"""Several versions in one text: a JSON array, one on each line, or a row with spaces or commas between them."""

from __future__ import annotations

from pinlint.model import Item
from pinlint.patterns import later
from pinlint.value import Value

MOST = 100  # elements
LONGEST = 10_000  # characters
ELEMENT = later(r"""\\?["'](?P<quoted>[^"'\\]*)\\?["']|(?P<bare>[\w.*+<>=~^-]+)""")
WORD = later(r"[^\s,]+")
VERSION = later(r"v?\d+(?:\.\w+)*(?:-\w+)?|(?:c?py|cp|python|cu|cuda|pypy|graalpy)-?\d[\w.]*")
OPERATOR = later(r"[<>=~^!|]")


def elements(value: Value, key: str) -> list[Value]:
    """The versions in `value`, each an element of the list called `key`; `value` itself where it is a single one.

    `["3.7", "3.8"]` and `3.7 3.8` are two versions, `>=3.7 <3.9` and `3.7` are one text.
    """
    text = value.text
    stripped = text.strip()
    if len(text) > LONGEST:
        return [value]
    if stripped.startswith("[") and stripped.endswith("]") and "{" not in stripped:
        spans = [(m.span(), m.span(m.lastgroup or 0)) for m in ELEMENT.finditer(text, text.index("[") + 1)]
        return [_element(value, whole, inner, key) for whole, inner in spans[:MOST]]
    if "\n" in stripped:
        spans = [(span, span) for span in _lines(text)]
    elif not OPERATOR.search(text):
        spans = [(m.span(), m.span()) for m in WORD.finditer(text)]
        if not all(VERSION.fullmatch(text, *span) for span, _ in spans):
            return [value]
    else:
        return [value]
    if len(spans) < 2:
        # A list of one may end in a comma, which is none of its version.
        return [value.slice(*span) for span, _ in spans if "," in text] or [value]
    return [_element(value, whole, inner, key) for whole, inner in spans[:MOST]]


def _lines(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        if content := line.strip():
            first = at + line.index(content[0])
            found.append((first, first + len(content)))
        at += len(line)
    return found


def _element(value: Value, whole: tuple[int, int], inner: tuple[int, int], key: str) -> Value:
    item = value.span(*whole)
    part = value.slice(*inner)
    if item is None or len(part.pieces) != 1:
        return part
    listed = Item(key, item.start, item.end)
    return Value(part.text, (part.pieces[0]._replace(item=listed, plain=""),))
