"""A fix is proved by reading again: what was not edited is as it was, but for labels, which come and go with what they repeat."""

from __future__ import annotations

import pytest

from pinlint import fix
from pinlint.errors import PinlintError
from pinlint.model import Document, Edit, Mention, Unreadable
from pinlint.scan import Reading

TEXT = "python 3.9 and 3.9 and 3.9"
BEFORE = Document("x", TEXT, b"")
PLACE = Mention("python", 7, 10, "3.9", "dotted", "uses", "first", "3.9")
OTHER = PLACE._replace(start=15, end=18, where="second")


def read(*mentions: Mention) -> Reading:
    return Reading("x", "kind", BEFORE, list(mentions), [], None)


def test_what_is_edited_may_change_and_nothing_else() -> None:
    moved = PLACE._replace(end=11, text="3.10", version="3.10")
    after = fix.proved(read(PLACE, OTHER), [Edit(7, 10, "3.10")], lambda _: read(moved, OTHER._replace(start=16, end=19)))
    assert after.mentions[0] == moved


@pytest.mark.parametrize("gone", [(), (OTHER._replace(start=16, end=19, subject="cuda"),)], ids=["gone", "another subject"])
def test_a_place_that_was_not_edited_has_to_be_there(gone: tuple[Mention, ...]) -> None:
    with pytest.raises(PinlintError, match="could not be proved"):
        fix.proved(read(PLACE, OTHER), [Edit(7, 10, "3.10")], lambda _: read(PLACE._replace(end=11), *gone))


def test_a_new_place_may_be_a_label_alone() -> None:
    new = OTHER._replace(start=16, end=19)
    assert fix.proved(read(PLACE), [Edit(7, 10, "3.10")], lambda _: read(PLACE._replace(end=11), new._replace(role="label")))
    with pytest.raises(PinlintError, match="could not be proved"):
        fix.proved(read(PLACE), [Edit(7, 10, "3.10")], lambda _: read(PLACE._replace(end=11), new))


@pytest.mark.parametrize("roles", [("uses", "label"), ("supports", "label"), ("label", "uses")])
def test_a_place_may_become_a_label_and_a_label_a_place(roles: tuple[str, str]) -> None:
    old, new = (OTHER._replace(role=role) for role in roles)
    moved = PLACE._replace(end=11)
    assert fix.proved(read(PLACE, old), [Edit(7, 10, "3.10")], lambda _: read(moved, new._replace(start=16, end=19)))
    with pytest.raises(PinlintError, match="could not be proved"):
        fix.proved(read(PLACE, old), [Edit(7, 10, "3.10")], lambda _: read(moved, new._replace(start=17, end=20)))


def test_what_is_left_of_a_list_may_be_a_single_place() -> None:
    listed = PLACE._replace(role="supports"), OTHER._replace(role="supports")
    left = OTHER._replace(start=7, end=10)
    assert fix.proved(read(*listed), [Edit(7, 15, "")], lambda _: read(left)).mentions == [left]
    bound = left._replace(role="floor")
    assert fix.proved(read(*listed), [Edit(7, 15, "")], lambda _: read(bound)).mentions == [bound], "of a formatter's targets"
    with pytest.raises(PinlintError, match="could not be proved"):
        fix.proved(read(*listed), [Edit(7, 15, "")], lambda _: read(left._replace(role="output")))


def test_a_place_in_front_of_an_edit_or_right_at_it_is_none_that_was_edited() -> None:
    with pytest.raises(PinlintError, match="could not be proved"):
        fix.proved(read(PLACE, OTHER), [Edit(15, 18, "3.10")], lambda _: read(OTHER._replace(end=19)))
    with pytest.raises(PinlintError, match="could not be proved"):
        fix.proved(read(PLACE), [Edit(10, 10, ", 3.10")], lambda _: read())


def test_a_file_that_can_be_read_no_more_is_left() -> None:
    broken = Reading("x", "kind", BEFORE, [PLACE], [], Unreadable("not valid", 1))
    with pytest.raises(PinlintError, match="could not be proved"):
        fix.proved(read(PLACE), [Edit(20, 20, "[")], lambda _: broken)
    assert fix.proved(broken, [Edit(20, 20, "[")], lambda _: broken), "it was broken before"


def test_edits_that_overlap_are_a_bug_and_those_that_touch_are_not() -> None:
    assert fix.apply("abcd", [Edit(2, 3, "C"), Edit(1, 2, "B"), Edit(1, 2, "B")]) == "aBCd"
    with pytest.raises(ValueError, match="overlapping edits at 1"):
        fix.apply("abcd", [Edit(0, 2, "x"), Edit(1, 3, "y")])
