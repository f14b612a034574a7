"""A command given as a list of words: `["pip", "install", "torch>=1.12"]` is one line of shell, each word in quotes."""

from __future__ import annotations

from pinlint.patterns import later
from pinlint.value import Piece, Value

SHELL = later(r"(?:\S*/)?(?:ba|da|z|a|k)?sh")


def line(words: list[Value]) -> Value:
    """The command line that the words are; of `["bash", "-c", "pip install x"]` the script alone."""
    if len(words) > 2 and SHELL.fullmatch(words[0].text) and words[1].text.startswith("-"):
        return words[-1]
    pieces: list[Piece] = []
    for word in words:
        pieces += [Piece("'", word.start), *word.pieces, Piece("' ", word.start)]
    return Value("".join(piece.text for piece in pieces), tuple(pieces))
