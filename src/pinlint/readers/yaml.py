"""YAML by PyYAML's events: composed by a loop, so depth costs no stack, and duplicate anchors or unknown aliases no error."""

from __future__ import annotations

from typing import Any

from pinlint.model import Unreadable
from pinlint.patterns import put_off
from pinlint.readers.tree import NOTHING, Mapping, Node, Scalar, Sequence

with put_off():  # PyYAML's expressions are for its reader and its resolver; events from libyaml ask neither
    import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_EVENTS = 2_000_000
DEEPEST = 200  # nodes within nodes; libyaml's time grows with the depth times the length


def read(text: str) -> list[Node]:
    """The root node of each document in the stream. Raises Unreadable with the 1-based line where YAML ends."""
    roots: list[Node] = []
    stack: list[tuple[Node, Scalar | None]] = []  # a container and, in a mapping, the key that waits for its value
    anchors: dict[str, Node] = {}
    quote = "'" if text.count("'") > text.count('"') else '"'
    safe = text.encode("utf-8", "replace").decode() if _surrogates(text) else text
    try:
        events: Any = yaml.parse(safe, Loader=LOADER)  # the stubs know neither marks nor anchors of an event
        for count, event in enumerate(events):
            if count > MAX_EVENTS:
                raise Unreadable("more YAML than pinlint reads")
            if len(stack) > DEEPEST:
                raise Unreadable(f"nested more than {DEEPEST} deep", _line(text, event.start_mark))
            kind = type(event)
            if kind is yaml.ScalarEvent:
                node: Node = _scalar(text, event, quote)
            elif kind is yaml.AliasEvent:
                node = anchors.get(event.anchor, NOTHING)
            elif kind is yaml.MappingStartEvent:
                node = Mapping(event.start_mark.index, event.end_mark.index)
            elif kind is yaml.SequenceStartEvent:
                node = Sequence(event.start_mark.index, event.end_mark.index)
            else:
                if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                    stack.pop()[0].end = event.end_mark.index
                elif kind is yaml.DocumentStartEvent:
                    anchors = {}
                continue
            if kind is not yaml.AliasEvent and event.anchor:
                anchors[event.anchor] = node
            if stack:
                stack[-1] = (stack[-1][0], _attach(*stack[-1], node))
            else:
                roots.append(node)
            if isinstance(node, (Mapping, Sequence)) and kind is not yaml.AliasEvent:
                stack.append((node, None))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        if isinstance(error, yaml.reader.ReaderError):  # which has no mark; libyaml counts bytes
            line = safe.encode()[: error.position].count(b"\n") + 1
            raise Unreadable(f"not valid YAML: {error.reason}", line) from None
        raise Unreadable(f"not valid YAML: {getattr(error, 'problem', None)}", _line(text, mark) if mark else 0) from None
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not valid YAML: {error}") from None
    return roots


def _line(text: str, mark: Any) -> int:
    """The 1-based line of a mark as everything else counts lines; YAML ends one at other characters, too."""
    return text.count("\n", 0, mark.index) + 1


def _surrogates(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text)


def _attach(parent: Node, key: Scalar | None, node: Node) -> Scalar | None:
    """Put `node` into its parent; returns the key that waits for its value from now on."""
    if isinstance(parent, Sequence):
        parent.children.append(node)
        return None
    assert isinstance(parent, Mapping)
    if key is None:
        return node if isinstance(node, Scalar) else Scalar(node.start, node.end, node.start, node.start, "")
    if key.text == "<<" and not key.style:
        parent.merged.append(node)  # of a list, the elements are still to come
    else:
        parent.entries.append((key, node))
    return None


def _scalar(text: str, event: Any, quote: str) -> Scalar:
    start, end = event.start_mark.index, event.end_mark.index
    style = event.style or ""
    if not style and not event.anchor and not event.tag:  # as nearly always
        said = text[start:end]
        return Scalar(start, end, start, end, _folded(said) if "\n" in said else said, "", quotable=quote)
    if event.anchor or event.tag:  # the span begins at &anchor or !!tag
        start = _content(text, start, end)
    if style in ("'", '"'):
        return Scalar(start, end, start + 1, end - 1, _folded(text[start + 1 : end - 1]), style)
    if style in ("|", ">"):
        inner = text.find("\n", start, end) + 1 or end
        return Scalar(start, end, inner, end, _folded(text[inner:end], block=True) if style == ">" else text[inner:end], "|")
    return Scalar(start, end, start, end, _folded(text[start:end]), "", quotable="" if event.tag else quote)


def _folded(text: str, *, block: bool = False) -> str:
    """`text` with a space for each line end that YAML takes for one, so that all else keeps its offset.

    Lines of a `block` that are indented further than its first keep theirs; so does a line that ends in a backslash.
    """
    if "\n" not in text:
        return text
    lines = text.split("\n")
    first = next((line for line in lines if line.strip()), "")
    indent = len(first) - len(first.lstrip(" ")) if block else 0
    flush = [bool(line.strip()) and not (block and line[indent : indent + 1].isspace()) for line in lines]
    folds = (a and b and not line.rstrip().endswith("\\") for a, b, line in zip(flush, flush[1:], lines, strict=False))
    return "".join(part for line, fold in zip(lines, folds, strict=False) for part in (line, " " if fold else "\n")) + lines[-1]


def _content(text: str, start: int, end: int) -> int:
    """Where the content begins behind anchors and tags."""
    while start < end and text[start] in "&!":
        while start < end and not text[start].isspace():
            start += 1
        while start < end and text[start].isspace():
            start += 1
    return start
