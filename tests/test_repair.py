"""A repair is of one file and one subject, is proved, and of several either all are written or none."""

from __future__ import annotations

import pytest

from pinlint import check, repair, save
from pinlint.config import load
from pinlint.errors import PinlintError
from pinlint.model import Document, Finding
from pinlint.repair import Repair
from pinlint.rules import RULES
from pinlint.scan import Reading, interpret

PINS = load('[pins]\npython = "3.11"\nruff = "0.5.1"\nblack = "24.1.0"\n', "pins.toml")
BEFORE = "FROM python:3.9\nRUN pip install ruff==0.5.0 black\n"
READING = interpret(Document("Dockerfile", BEFORE, b""), "dockerfile", [])
FOUND = list(check.of_document(PINS, READING))


def planned(found: list[Finding], rules: list[str] | None = None, subject: str = "", reading: Reading = READING) -> Repair:
    one = repair.plan(PINS, reading, found, rules or list(RULES), subject)
    assert one is not None
    return one


def test_everything_that_can_be_is_put_right_and_the_rest_is_told() -> None:
    one = planned(FOUND)
    assert one.before.text == BEFORE
    assert one.after.text == "FROM python:3.11\nRUN pip install ruff==0.5.1 black\n"
    assert one.settled == 2
    assert [f.rule for f in one.left] == ["unpinned-mention"]


def test_what_was_not_asked_for_is_not_told() -> None:
    assert planned([f for f in FOUND if f.edits], ["version-mismatch"]).left == []


def test_one_subject_moves_and_the_others_are_nobodys_business() -> None:
    mine = repair.of_subject(PINS, FOUND, "ruff")
    one = planned(mine, subject="ruff")
    assert one.after.text == "FROM python:3.9\nRUN pip install ruff==0.5.1 black\n"
    assert (one.settled, one.left) == (1, [])


def test_what_of_a_subject_stays_is_told_and_nothing_else() -> None:
    text = "FROM python:3.9\nRUN pip install ruff==0.5.0 ruff black\n"
    reading = interpret(Document("Dockerfile", text, b""), "dockerfile", [])
    one = planned(repair.of_subject(PINS, list(check.of_document(PINS, reading)), "ruff"), subject="ruff", reading=reading)
    assert [(f.rule, PINS.for_path("x")[f.mention.subject].subject) for f in one.left if f.mention] == [("unpinned-mention", "ruff")]


def test_there_is_nothing_to_do() -> None:
    other = [f._replace(path="other/Dockerfile") for f in FOUND]
    assert repair.plan(PINS, READING, other, list(RULES)) is None, "another file's findings"
    assert repair.plan(PINS, READING, [f for f in FOUND if not f.edits], list(RULES)) is None, "no edit is known"
    assert repair.plan(PINS, READING._replace(document=None), FOUND, list(RULES)) is None, "the file is gone"


def test_a_finding_that_no_mention_caused_is_of_no_subject() -> None:
    assert repair.of_subject(PINS, [FOUND[0]._replace(mention=None)], "python") == []


@pytest.mark.parametrize("stays", [FOUND[:1], [f._replace(edits=()) for f in FOUND]], ids=["an edit is left", "there are more findings"])
def test_a_fix_that_settles_nothing_is_not_written(stays: list[Finding], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "of_document", lambda pins, reading: stays)
    with pytest.raises(PinlintError, match="could not be proved"):
        planned(FOUND)


@pytest.mark.parametrize("locked", [False, True], ids=["put back", "and one can't be"])
def test_all_are_written_or_none(locked: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"a": "old", "b": "old", "c": "old"}
    repairs = [Repair(Document(path, "old", b""), Document(path, "new", b""), 1, []) for path in files]

    def write(root: str, before: Document, after: Document) -> None:
        if before.path == "c" or locked and after.text == "old" and before.path == "a":
            raise PinlintError("is locked", before.path)
        assert files[before.path] == before.text
        files[before.path] = after.text

    monkeypatch.setattr(save, "write", write)
    with pytest.raises(PinlintError) as caught:
        repair.write_all("", repairs)
    assert files == {"a": "new" if locked else "old", "b": "old", "c": "old"}
    assert str(caught.value) == ("c: is locked; and could not be put back: a" if locked else "c: is locked")
