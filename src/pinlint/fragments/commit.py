"""A commit's hash with its version beside it in a comment: `ac593985615ec2ede58e132d2e21d2b1cbd6127c  # v3.3.0`."""

from __future__ import annotations

from pinlint.patterns import later
from pinlint.value import Value, of

HASH = later(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
COMMENT = later(
    r"[\"']?[ \t]*#[ \t]*(?:(?:tag=|pin[ @]|frozen:|ratchet:[^\s@]{1,200}@)[ \t]*)?"
    r"v?(?P<version>\d+(?:\.\d+)*)(?![\w.-])"
)
FROZEN = "the commit beside it decides, this comment only names it"


def version(value: Value, document: str) -> Value | None:
    """The version in the comment right behind the commit that ends `value`."""
    if not value.pieces:
        return None
    piece = value.pieces[-1]
    match = COMMENT.match(document, piece.start + len(piece.text))
    return of(document, *match.span("version")) if match else None
