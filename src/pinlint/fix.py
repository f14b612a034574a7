"""Edits -> new text, proved by reading it again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

from pinlint.model import Document, Edit, Mention, PinlintError
from pinlint.scan import Reading

Key = tuple[str, str, int, int]
"""What tells a mention from the others of its file: subject, role, and where it begins and ends."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with every edit made. Identical edits count once; overlapping ones raise ValueError, being a bug of ours."""
    out, at = [], 0
    for edit in sorted(set(edits)):
        if edit.start < at:
            raise ValueError(f"overlapping edits at {edit.start}")
        out += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*out, text[at:]])


def proved(before: Reading, edits: Iterable[Edit], read: Callable[[Document], Reading]) -> Reading:
    """The file as it reads with every edit made: it can be read, and what was not edited says what it said.

    Raises PinlintError, and nothing is written, if that is not so.
    """
    assert before.document is not None
    made = sorted(set(edits))
    after = read(before.document._replace(text=apply(before.document.text, made)))
    if (after.error is None) != (before.error is None) or not _same(before.mentions, after.mentions, made):
        raise unproved(before.path)
    return after


def unproved(path: str) -> PinlintError:
    """The error for a fix that doesn't do what it should: a bug of ours."""
    message = "the fix could not be proved by reading it again, so the file is left as it was; please report this"
    return PinlintError(message, path)


def _same(before: list[Mention], after: list[Mention], made: list[Edit]) -> bool:
    """Whether every mention that no edit touches is still there, and every new one lies where an edit was made."""
    grown = [0, *accumulate(len(e.text) - (e.end - e.start) for e in made)]
    ends = [e.end for e in made]
    kept = {_key(m, grown[bisect_right(ends, m.start)]) for m in before if not _touched(m, made)}
    spans = [Edit(e.start + shift, e.start + shift + len(e.text), "") for e, shift in zip(made, grown, strict=False)]
    new = {_key(m, 0): m for m in after}
    # A place becomes a label once what it repeats says the same alone, and a label a place once that has moved away.
    lost = {_as_label(key) for key in kept if key not in new and key[1] != "label"} - new.keys()
    added = {_as_label(k) for k, m in new.items() if k not in kept and m.role != "label" and not _touched(_whole(m), spans)} - kept
    return not lost and not added


def _key(mention: Mention, shift: int) -> Key:
    # What is left of a list is a single place, or a formatter's lower bound, and a place beside a new one is an element.
    role = "uses" if mention.role in ("supports", "floor") else mention.role
    return mention.subject, role, mention.start + shift, mention.end + shift


def _as_label(key: Key) -> Key:
    return key[0], "label", *key[2:]


def _whole(mention: Mention) -> Mention:
    """The mention as if it were all of the element it stands in: where one version moves, another may repeat it from then on."""
    return mention._replace(start=mention.item.start, end=mention.item.end) if mention.item else mention


def _touched(mention: Mention, edits: list[Edit]) -> bool:
    """Whether one of the edits, which are in order and apart, lies in the mention or shares a character with it."""
    first = bisect_right(edits, mention.start, key=lambda e: e.end)
    return first < len(edits) and edits[first].start < mention.end
