"""What a version looks like, so that it may be replaced: a pre-release, a build's number, openssl's letter; not `11.te`."""

from __future__ import annotations

from collections.abc import Callable

from pinlint.patterns import later

KNOWN = later(
    r"(?:\d+!)?\d+(?:[-._]\d+)*(?:[-._]?(?:[a-z]|alpha|beta|rc|pre|preview|post|rev|dev)(?![a-z])[-._]?\d*){0,3}(?:[-_+][\w.]+)?"
)


def known(write: Callable[[str, str], str | None]) -> Callable[[str, str], str | None]:
    """What `write` says, where the place says a version already.

    Another place that shares the text through a variable may read nothing in `11.te`, and a version in what replaced it.
    """

    def written(version: str, text: str) -> str | None:
        new = write(version, text)
        return new if new == text or KNOWN.fullmatch(text) else None

    return written
