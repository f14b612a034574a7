"""Hostile input costs bounded time: patterns of users, merges of merges, many findings in a large file."""

from __future__ import annotations

import re
import sys
import threading

import pytest

from pinlint import lists, scan
from pinlint.bound import TooLong, bounded
from pinlint.fragments import requirement
from pinlint.model import Document, Item, Mention
from pinlint.pins import VERSION
from pinlint.readers import yaml
from pinlint.value import of


def test_a_pattern_that_never_ends_is_left_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "SECONDS", 0.1)
    reading = scan.interpret(Document("notes.txt", "a" * 60 + "!"), "", [r"(?P<python>(?:a+)+)$"])
    assert reading.error is not None
    assert "takes longer" in reading.error.cause


def test_a_bound_that_is_not_reached_changes_nothing() -> None:
    with bounded(60):
        assert True
    with pytest.raises(TooLong), bounded(0.05):
        while True:
            pass


def test_in_a_thread_there_is_no_timer_and_what_is_bounded_is_done() -> None:
    done = []

    def work() -> None:
        with bounded(0.001):
            done.append(sum(range(100_000)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done


def test_merges_of_merges_are_looked_through_once() -> None:
    lines = ["a0: &a0 {python-version: '3.9'}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 60)]
    (root,) = yaml.read("\n".join(lines))
    last = root["a59"]
    assert last["python-version"].text == "3.9"
    assert [key.text for key, _ in last.items()] == ["python-version"]


def test_a_merge_in_a_circle_ends() -> None:
    (root,) = yaml.read("a: &a\n  <<: *a\n  b: 1\n")
    assert [key.text for key, _ in root["a"].items()] == ["b"]


@pytest.mark.parametrize("text", ["", "a", "a\n", "a\nbc\n\nd", "\n", "a\rb\r\nc"])
def test_lines_are_counted_by_their_newlines(text: str) -> None:
    document = Document("x", text)
    assert [document.line(i) for i in range(len(text) + 1)] == [text.count("\n", 0, i) + 1 for i in range(len(text) + 1)]


@pytest.mark.parametrize("text", ["a==1; " + "\x1e " * 40 + "b", "a==1; " + "( " * 40 + "b"])
def test_blanks_before_a_marker_are_gone_through_once(text: str) -> None:
    with bounded(5):
        assert [m.version for m in requirement.read(of(text, 0, len(text)), "here")] == ["1"]


def test_a_comment_within_a_list_is_gone_through_once() -> None:
    text = '[3.8, # ' + "# " * 60 + "\n x, 3.8]"
    elements = [
        Mention("python", at, at + 3, "3.8", "dotted", "supports", "list", "3.8", item=Item("list", at, at + 3))
        for at in (1, text.rindex("3.8"))
    ]
    with bounded(5):
        assert lists.edits(text, elements, ("3.8", "3.9")) == ()


def test_what_is_no_version_is_gone_through_once() -> None:
    with bounded(5):
        assert not VERSION.fullmatch("1" + "_a" * 60 + "?")
    assert VERSION.fullmatch("1_0.2-rc_1+b") and not VERSION.fullmatch("1.")


def test_a_list_costs_twice_as_much_as_one_half_as_long() -> None:
    def calls(length: int) -> int:
        text = "[" + ", ".join(["3.7", "3.8", "3.9"] * length) + "]"
        elements = [
            Mention("python", *m.span(), m[0], "dotted", "supports", "list", m[0], item=Item("list", *m.span()))
            for m in re.finditer(r"3\.\d", text)
        ]
        counted = 0

        def count(frame: object, event: str, argument: object) -> None:
            nonlocal counted
            counted += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            assert lists.edits(text, elements, ("3.8", "3.9")), "the first and every other 3.7 go"
        finally:
            sys.setprofile(None)
        return counted

    assert calls(400) < 2.2 * calls(200)
