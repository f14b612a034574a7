"""Words of a script that repeat the file of a download: `tar xf tool-1.2.tar.gz` behind `curl -O https://.../tool-1.2.tar.gz`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.value import Value

NOTATIONS = ("download", "old-cmake")
STEM = later(r"(?<![\w.%$}-])[A-Za-z][\w.+-]*\Z")  # of a file's name, up to its version
CHECKSUM = later(r"(?<![\w.-])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})(?![\w.-])")
NEAR = 400  # characters between a download and the checksum that its file is held to
SUMMED = "the checksum beside it belongs to this version"
SAID_AGAIN = "other words of the script say this version, too"


def read(found: list[Mention], script: Value) -> Iterator[Mention]:
    """The mentions of a script, and beside a download the words that name its file again, which move along with it.

    Where other words say the version in another way, they would be looked for in vain once it moves: so it stays.
    """
    said: dict[tuple[str, str, str], list[tuple[int, int, str]]] = {}
    for one in filter(_movable, found):
        said.setdefault((one.subject, one.text, one.notation), [])
    if not said:
        yield from found
        return
    known: dict[tuple[str, str], dict[int, Mention]] = {}
    for one in found:
        known.setdefault((one.subject, one.text), {})[one.start] = one
    for (_, text, _), places in said.items():
        for match in re.finditer(rf"(?<![\d.]){re.escape(text)}(?!\d|\.\d)", script.text):
            stem = STEM.search(script.text, max(0, match.start() - 100), match.start())
            if span := script.span(*match.span()):
                places.append((span.start, span.end, stem[0] if stem else ""))
    sums = [script.span(*match.span()) for match in CHECKSUM.finditer(script.text)]
    for one in found:
        if not _movable(one):
            yield one
            continue
        places, own = said[one.subject, one.text, one.notation], known[one.subject, one.text]
        stems = {stem for start, _, stem in places if start in own} - {"", "v", "V"}
        again = [place for place in places if place[0] not in own]
        if any(s and abs(s.start - one.start) < NEAR for s in sums):
            yield one._replace(frozen=SUMMED)
        elif not again:
            yield one
        elif all(stem in stems for _, _, stem in again):
            tie = f"{script.start} {one.subject} {one.text}"
            tied = one._replace(tied="\n".join(filter(None, (one.tied, tie))))
            yield tied
            if one.start == min(m.start for m in own.values() if _movable(m)):
                label = tied._replace(role="label", labels=one.start, tied=tie)
                yield from (label._replace(start=start, end=end) for start, end, _ in again)
        else:
            yield one._replace(frozen=SAID_AGAIN)


def _movable(mention: Mention) -> bool:
    return mention.notation in NOTATIONS and not mention.frozen and mention.item is None
