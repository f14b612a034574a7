"""A diff shows the lines that have changed and no other, and difflib's own where lines come and go in short files."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinlint.model import Document
from pinlint.unified import diff

LINES = st.lists(st.sampled_from(["", "- a", "- b", "python: 3.9", "python: 3.10"]), max_size=12)


def change(old: str, new: str, path: str = "x") -> str:
    return diff(Document(path, old), Document(path, new))


def test_a_line_that_occurs_often_is_not_shown_as_changed() -> None:
    """Of 200 lines and more, difflib leaves such lines out when it looks for what is the same."""
    old = "".join(f"job{i}:\n  python: 3.9\n  steps: []\n" for i in range(100))
    shown = change(old, old.replace("3.9", "3.10", 40)).splitlines()
    assert sum(line.startswith("-") for line in shown[2:]) == 40
    assert not any(line.startswith(("-job", "+job", "-  steps", "+  steps")) for line in shown)


def test_a_line_that_is_dropped_from_a_long_list_is_shown_alone() -> None:
    old = "".join(f"job{i}:\n  - 3.8\n  - 3.9\n" for i in range(100))
    shown = change(old, old.replace("  - 3.8\n", "", 1)).splitlines()
    assert [line for line in shown[2:] if line[0] in "+-"] == ["-  - 3.8"]


def test_a_list_that_loses_its_first_and_gains_a_last_is_shown_so() -> None:
    """As many lines as before, and none of them changed where it stands."""
    shown = change("[\n3.8\n3.9\n3.10\n]\n", "[\n3.9\n3.10\n3.11\n]\n").splitlines()
    assert [line for line in shown[2:] if line[0] in "+-"] == ["-3.8", "+3.11"]


@given(LINES, LINES)
def test_short_files_are_shown_as_difflib_shows_them(old: list[str], new: list[str]) -> None:
    if len(old) != len(new):
        before, after = ([f"{line}\n" for line in lines] for lines in (old, new))
        assert change("".join(before), "".join(after)) == "".join(difflib.unified_diff(before, after, "a/x", "b/x"))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        pytest.param("a", "b", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n", id="no newline at the end"),
        pytest.param("a\r\n", "b\r\n", "@@ -1 +1 @@\n-a\r\n+b\r\n", id="CR LF stays"),
        pytest.param("", "a\n", "@@ -0,0 +1 @@\n+a\n", id="of no lines, the line before is named"),
        pytest.param("a\n", "a\n", "", id="nothing has changed"),
    ],
)
def test_ends(old: str, new: str, shown: str) -> None:
    assert change(old, new) == (f"--- a/x\n+++ b/x\n{shown}" if shown else "")
