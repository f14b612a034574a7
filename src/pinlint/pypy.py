"""PyPys in a list of Pythons: `pypy` is a Python 2 and `pypy3` a Python 3, and each leaves with the last of them."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.model import Item, Mention
from pinlint.patterns import later

WORD = r"(?P<quote_{0}>[\"']?)pypy(?:-?(?P<{0}>[23])(?:\.\d+)*)?(?:-v?\d[\w.]*)?(?P=quote_{0})"
SAME = r"(?:pypy[\w.-]*|\"pypy[\w.-]*\"|'pypy[\w.-]*')"
# `pypy3`, or a row: `["pypy3", "pypy3"]`.
ELEMENT = later(rf"(?:{WORD.format('word')}|\[[ \t]*{WORD.format('row')}(?:[ \t]*,[ \t]*{SAME})*[ \t]*\])(?=[ \t]*(?:[\s,\]}}#]|\Z))")
FACTOR = later(r"py(?P<word>3?)(?=[ \t]*[,}])")  # between the braces of `py{38,39,py3}`
GAP = later(r"(?:[ \t]*,)?(?:[ \t]*(?:#[^\n]*)?\r?\n)?[ \t]*(?:-[ \t]+)?")
BRACE = later(r"py\{[^{}]*\Z")
LONGEST = 1000  # characters of a list between braces
MOST = 20


def left_alone(text: str, elements: list[Mention], wanted: tuple[str, ...]) -> list[Item]:
    """The PyPys beside the elements that have no Python of their major version any more, once those say what is `wanted`."""
    gone = {m.version[:1] for m in elements} - {version[:1] for version in wanted}
    if not gone or "py" not in text:
        return []
    return [item for item, major in _beside(text, [m.item for m in elements if m.item]) if major in gone]


def _beside(text: str, items: list[Item]) -> Iterator[tuple[Item, str]]:
    """Each PyPy that follows an element, and the first number of its Python."""
    for one in items:
        braced = BRACE.search(text, max(0, one.start - LONGEST), one.start) is not None
        before, at = _prefix(text, one.start), one.end
        for _ in range(MOST):
            gap = GAP.match(text, at)
            assert gap is not None  # it may be empty
            found = (FACTOR if braced else ELEMENT).match(text, gap.end())
            # On a line of its own, it stands where the element stands on its own.
            if found is None or not gap[0] or "\n" in gap[0] and "," not in gap[0] and _prefix(text, found.start()) != before:
                break
            yield Item(one.list, *found.span()), found["word"] or (not braced and found["row"]) or "2"
            at = found.end()


def _prefix(text: str, start: int) -> str:
    return text[text.rfind("\n", 0, start) + 1 : start]
