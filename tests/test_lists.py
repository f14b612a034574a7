"""Lists are edited in their own style: the element copied, the separator repeated, a line with its line."""

from __future__ import annotations

import re

import pytest

from pinlint import fix, lists, pypy
from pinlint.model import Item, Mention, promised
from pinlint.notations import read

ELEMENTS = {
    "yaml": (r"""["']?(?P<v>\d\.\d+)["']?""", "dotted"),
    "classifier": (r'"Programming Language :: Python :: (?P<v>\d\.\d+)"', "dotted"),
    "factor": (r"py(?P<v>\d+)", "compact"),
    "wheel": (r"cp(?P<v>\d+)-\*", "compact"),
    "minor": (r"(?<=[{,])(?P<v>\d+)(?=[,}])", "minor-of-3"),
}


def elements(text: str, kind: str) -> list[Mention]:
    pattern, notation = ELEMENTS[kind]
    return [
        Mention(
            "python", *m.span("v"), m["v"], notation, "supports", "list", read(notation, m["v"]),
            item=Item("list", *m.span()), plain="" if m[0][0] in "\"'" else '"',
        )
        for m in re.finditer(pattern, text)
    ]


def edited(text: str, kind: str, *wanted: str) -> str | None:
    edits = lists.edits(text, elements(text, kind), wanted)
    return fix.apply(text, edits) if edits else None


@pytest.mark.parametrize(
    ("kind", "before", "wanted", "after"),
    [
        pytest.param("yaml", '["3.8", "3.9"]', "3.8 3.9 3.10", '["3.8", "3.9", "3.10"]', id="flow, append"),
        pytest.param("yaml", '["3.8", "3.9"]', "3.9 3.10", '["3.9", "3.10"]', id="flow, shift"),
        pytest.param("yaml", '["3.8", "3.9"]', "3.8", '["3.8"]', id="flow, drop the last"),
        pytest.param("yaml", "[3.8, 3.9]", "3.9 3.10", '[3.9, "3.10"]', id="flow, plain: 3.10 needs quotes"),
        pytest.param("yaml", "['3.9','3.8']", "3.8 3.9 3.10", "['3.10','3.9','3.8']", id="flow, falling, no spaces"),
        pytest.param("yaml", '["3.8", "3.9"]', "3.9 3.10 3.11", '["3.9", "3.10", "3.11"]', id="flow, shift by two"),
        pytest.param("yaml", "[3.8, 3.9, 3.10]", "3.8 3.9", "[3.8, 3.9]", id="flow, plain: what leaves needs no quotes"),
        pytest.param("yaml", "x:\r\n  - '3.8'", "3.8 3.9", "x:\r\n  - '3.8'\r\n  - '3.9'", id="block, CRLF, no line end at the end"),
        pytest.param("yaml", '["3.8"]', "3.8 3.9", '["3.8", "3.9"]', id="flow of one"),
        pytest.param("yaml", '["3.6", "3.7"]', "3.9 3.10 3.11", '["3.9", "3.10", "3.11"]', id="flow, nothing stays"),
        pytest.param("yaml", '["3.6", "3.7", "3.8"]', "3.9", '["3.9"]', id="flow, nothing stays, fewer"),
        pytest.param(
            "yaml", "x:\n  - '3.8'\n  - '3.9'\n", "3.9 3.10", "x:\n  - '3.9'\n  - '3.10'\n", id="block, shift"
        ),
        pytest.param(
            "yaml", "x:\n  - '3.8'  # old\n  - '3.9'  # new\n", "3.8 3.9 3.10",
            "x:\n  - '3.8'  # old\n  - '3.9'  # new\n  - '3.10'\n", id="block, comments stay with their line",
        ),
        pytest.param("yaml", "x:\n  - '3.8'\n  - '3.9'", "3.8 3.9 3.10", "x:\n  - '3.8'\n  - '3.9'\n  - '3.10'", id="block, no newline at the end"),
        pytest.param("yaml", "x:\r\n  - '3.8'\r\n", "3.8 3.9", "x:\r\n  - '3.8'\r\n  - '3.9'\r\n", id="block, CRLF"),
        pytest.param("yaml", '[\n  "3.8",\n  "3.9"\n]', "3.8 3.9 3.10", '[\n  "3.8",\n  "3.9",\n  "3.10"\n]', id="lines, no trailing comma"),
        pytest.param("yaml", '[\n  "3.8",\n  "3.9",\n]', "3.9 3.10", '[\n  "3.9",\n  "3.10",\n]', id="lines, trailing comma"),
        pytest.param("yaml", '[\n  "3.8",\n  "3.9"\n]', "3.8", '[\n  "3.8",\n]', id="lines, drop the last"),
        pytest.param(
            "classifier",
            'c = [\n  "A :: B",\n  "Programming Language :: Python :: 3.8",\n  "Programming Language :: Python :: 3.9",\n  "Z",\n]',
            "3.9 3.10",
            'c = [\n  "A :: B",\n  "Programming Language :: Python :: 3.9",\n  "Programming Language :: Python :: 3.10",\n  "Z",\n]',
            id="classifiers",
        ),
        pytest.param("factor", "envlist = py37,py38,lint", "3.8 3.9", "envlist = py38,py39,lint", id="tox factors"),
        pytest.param("factor", "envlist =\n    py38\n    lint\n", "3.8 3.9", "envlist =\n    py38\n    py39\n    lint\n", id="tox, lines"),
        pytest.param("minor", "py3{7,8}-x", "3.8 3.9", "py3{8,9}-x", id="tox, braces"),
        pytest.param("factor", "tox -e py38,x,py39", "3.9 3.10", "tox -e x,py39,py310", id="one word, something between"),
        pytest.param("yaml", "x: 3.8, 3.9 3.7,\ny: 1\n", "3.8 3.9", "x: 3.8, 3.9,\ny: 1\n", id="a row, drop the last"),
        pytest.param("yaml", "x: 3.7,3.8,\ny: 1\n", "3.8 3.9", "x: 3.8,3.9,\ny: 1\n", id="a row, add to it"),
        pytest.param("yaml", "[3.7, # old\n x, 3.8]", "3.8", "[ # old\n x, 3.8]", id="flow, a comment keeps its space"),
        pytest.param("wheel", "cp37-* cp38-*", "3.8 3.9", "cp38-* cp39-*", id="words"),
        pytest.param("wheel", "cp37-* cp38-*", "3.7", "cp37-*", id="words, drop the last"),
    ],
)
def test_edited(kind: str, before: str, wanted: str, after: str) -> None:
    assert edited(before, kind, *wanted.split()) == after
    assert not lists.edits(after, elements(after, kind), tuple(wanted.split()))


def test_elements_of_one_version_are_copied_together() -> None:
    before = "envlist = py37-a, py37-b, py38-a, py38-b"
    items = [
        m._replace(item=Item("list", m.start - 2, m.end + 2)) for m in elements(before, "factor")
    ]
    made = fix.apply(before, lists.edits(before, items, ("3.8", "3.9")))
    assert made == "envlist = py38-a, py38-b, py39-a, py39-b"


def test_a_comment_that_a_template_reads_stays() -> None:
    assert edited("x:\n  - '3.8'  # {% if a %}\n  - '3.9'\n  # {% endif %}\n", "yaml", "3.9", "3.10") is None


def test_no_two_elements_come_to_say_the_same() -> None:
    assert edited("[1.2, 2.1]", "yaml", "3.1.1", "3.1.2") is None


def test_an_element_of_two_versions_is_not_copied() -> None:
    both = Item("list", 0, 16)
    text = "sch==1.0 sch==2.0"
    found = [m._replace(item=both) for m in elements(text, "yaml")]
    assert [m.version for m in found] == ["1.0", "2.0"]
    assert lists.edits(text, found, ("1.0", "2.0", "3.0")) == ()


def test_what_is_a_tuple_stays_one() -> None:
    assert edited('("3.8", "3.9")', "yaml", "3.9") is None
    assert edited('("3.8", "3.9")', "yaml", "3.9", "3.10") == '("3.9", "3.10")'


@pytest.mark.parametrize(
    ("before", "wanted", "after"),
    [
        ("py27-a, py36-a, py27-b, py36-b", "2.7 3.6 3.7", "py27-a, py36-a, py37-a, py27-b, py36-b, py37-b"),
        ("py36, py37, docs, py37-lint", "3.6 3.7 3.8", "py36, py37, py38, docs, py37-lint"),
        ("py27, py36, docs, py27-x, py36-x", "3.6 3.7", "py36, py37, docs, py36-x, py37-x"),
        ("py27, py34, docs, py27-x, py34-x", "3.6 3.7", "py36, py37, docs, py36-x, py37-x"),
    ],
)
def test_elements_that_stand_apart_get_a_copy_where_they_are_of_a_row(before: str, wanted: str, after: str) -> None:
    items = [
        Mention("python", *m.span(1), m[1], "compact", "supports", "list", read("compact", m[1]), item=Item("list", *m.span()))
        for m in re.finditer(r"py(\d+)[\w-]*", before)
    ]
    assert fix.apply(before, lists.edits(before, items, tuple(wanted.split()))) == after


def test_elements_of_one_version_that_stand_apart_are_not_guessed_at() -> None:
    assert edited('["3.8", "3.9", "3.8"]', "yaml", "3.7", "3.8", "3.9") is None


@pytest.mark.parametrize("before", ["x:\n  - 3.8\f\n  - 3.9\f\n", "x:\n  - 3.8 ' \n  - 3.9 ' \n"], ids=["form feed", "a quote"])
def test_a_comma_is_no_separator_where_there_is_none(before: str) -> None:
    assert edited(before, "yaml", "3.8", "3.9", "3.10") is None


@pytest.mark.parametrize("wanted", ["3.7 3.8 4.0", "4.0"], ids=["added", "in place of all"])
def test_an_element_that_can_not_be_spelled_leaves_the_list(wanted: str) -> None:
    text = "py3{7,8}"
    assert lists.edits(text, elements(text, "minor"), tuple(wanted.split())) == ()


@pytest.mark.parametrize("more", [{"frozen": "a digest"}, {"item": None}], ids=["frozen", "no element"])
def test_a_list_with_an_element_that_must_not_move_stays(more: dict[str, object]) -> None:
    text = '["3.8", "3.9"]'
    first, second = elements(text, "yaml")
    assert lists.edits(text, [first, second._replace(**more)], ("3.9", "3.10")) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "kind", "wanted", "after"),
    [
        ("py37-lint, py38, py39", "factor", "3.8 3.9", "py38-lint, py38, py39"),
        ("py37, py38, py39-lint", "factor", "3.7 3.8", "py37, py38, py38-lint"),
        ("py36-lint, py37-lint, py38, py39", "factor", "3.8 3.9", "py38-lint, py38, py39"),
        ("py37-lint, py38-lint, py39", "factor", "3.8 3.9", "py38-lint, py39"),
        ("py37-lint, py38", "factor", "3.9", "py39-lint, py39"),
        ("[3.7.x, '3.8']", "yaml", "3.8", "['3.8']"),
        ("[\"3.7\", '3.8-dev', 3.9]", "yaml", "3.9", "[3.9]"),
        ("[3.7 *_cpython, 3.8]", "conda", "3.8", "3.7 *_cpython would be lost"),
        ("[ci:ubuntu22-py3.7, ci:py3.8, ci:py3.9]", "image", "3.8 3.9", "ci:ubuntu22-py3.7 would be lost"),
        ("[ci:lint-py3.7, ci:py3.8, ci:py3.9]", "image", "3.8 3.9", "[ci:lint-py3.8, ci:py3.8, ci:py3.9]"),
    ],
)
def test_no_element_is_dropped_that_says_more_than_a_version(text: str, kind: str, wanted: str, after: str) -> None:
    shapes = {"factor": r"py(?P<v>\d+)[\w-]*", "yaml": r"""["']?(?P<v>\d\.\d+)[^,\]]*""", "conda": r"(?P<v>\d\.\d+)[^,\]]*", "image": r"ci:[\w-]*py(?P<v>\d\.\d+)"}
    mentions = [
        Mention("python", *m.span("v"), m["v"], notation, "supports", "list", read(notation, m["v"]), item=Item("list", *m.span()))
        for notation in ["compact" if kind == "factor" else "dotted"]
        for m in re.finditer(shapes[kind], text)
    ]
    lost = lists.lost(text, mentions, tuple(wanted.split()))
    made = fix.apply(text, lists.edits(text, mentions, tuple(wanted.split())))
    assert (f"{lost} would be lost" if lost else made) == after


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('["2.7", "pypy"]', ['"pypy"']),
        ('["2.7", pypy2.7, "pypy-2.7-v7.3.1", \'pypy3\']', ["pypy2.7", '"pypy-2.7-v7.3.1"']),
        ('["2.7", "pypy2,7"]', []),
        ('["2.7", "pypy\']', []),
        ('["2.7", pypy-lint]', []),
        ('["2.7"] pypy', []),
        ("\n- 2.7\n- pypy\n- pypy3", ["pypy"]),
        ("\n  - 2.7\n- pypy", []),
        ("py{27,py,py3}", ["py"]),
        ('[["2.7", "py27"], ["pypy2", "pypy"]]', ['["pypy2", "pypy"]']),
    ],
)
def test_a_pypy_is_told_by_its_own_word(text: str, left: list[str]) -> None:
    match = re.search(r'\["2\.7", "py27"\]|"2\.7"|2\.7|27', text)
    assert match is not None
    one = Mention("python", *match.span(), match[0], "dotted", "supports", "list", "2.7", item=Item("list", *match.span()))
    assert [text[item.start : item.end] for item in pypy.left_alone(text, [one], ("3.8",))] == left


def rows(text: str) -> list[Mention]:
    """Each row of a block list in YAML, with the two versions that it says."""
    return [
        Mention("python", *m.span(name), m[name], notation, "supports", "list", read(notation, m[name]), item=Item("list", *m.span("row")))
        for m in re.finditer(r'- (?P<row>\D*(?P<v>\d\.\d+)[^-]*?py(?P<tag>\d+)(?:"\])?)', text)
        for name, notation in (("v", "dotted"), ("tag", "compact"))
    ]


@pytest.mark.parametrize(
    ("before", "copied"),
    [
        ('- ["3.8",   "py38"]\n- ["3.9",   "py39"]\n', '- ["3.10",  "py310"]\n'),
        ('- ["3.8", "py38"]\n- ["3.9", "py39"]\n', '- ["3.10", "py310"]\n'),
        ("- v: 3.8\n  t: py38\n- v: 3.9  # newest\n  t: py39\n", "- v: 3.10\n  t: py310\n"),
        ("- v: 3.8\n  t: py38\n- v: 3.9\n  # of tox\n  t: py39\n", "- v: 3.10\n  t: py310\n"),
        ('- v: 3.8\n  n: "a #1"\n  t: py38\n- v: 3.9\n  n: "a #1"\n  t: py39\n', '- v: 3.10\n  n: "a #1"\n  t: py310\n'),
        ("- v: 3.8\n  n: a#1\n  t: py38\n- v: 3.9\n  n: a#1\n  t: py39\n", "- v: 3.10\n  n: a#1\n  t: py310\n"),
    ],
)
def test_a_row_is_copied_with_its_columns_and_without_its_comments(before: str, copied: str) -> None:
    made = lists.edits(before, rows(before), ("3.8", "3.9", "3.10"))
    assert fix.apply(before, made) == before + copied


@pytest.mark.parametrize(
    ("before", "wanted", "after"),
    [
        ("envlist = py37 docs py38", "3.7", "envlist = py37 docs"),
        ("envlist = py37 docs py38 lint", "3.7", "envlist = py37 docs lint"),
        ("envlist = py37 py38 docs", "3.8", "envlist = py38 docs"),
        ("skip = x- py37 py38", "3.8", "skip = x- py38"),
        ("- py37 docs\n- py38\n", "3.8", None),
    ],
)
def test_what_stands_between_elements_stays(before: str, wanted: str, after: str | None) -> None:
    assert edited(before, "factor", *wanted.split()) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\r\npython: 3.8", 'a: 1\r\npython:\r\n  - 3.8\r\n  - 3.9\r\n  - "3.10"'),
        ("a:\n    python:   '3.9' # now\nb: 1\n", "a:\n    python:\n      - '3.8'\n      - '3.9' # now\n      - '3.10'\nb: 1\n"),
        ("python: [3.8]\n", 'python: [3.8, 3.9, "3.10"]\n'),
    ],
)
def test_the_one_value_of_a_key_becomes_a_list_where_it_promises_one(before: str, after: str | None) -> None:
    found = [promised(m) for m in elements(before, "yaml")]
    made = lists.edits(before, found, ("3.8", "3.9", "3.10"))
    assert (fix.apply(before, made) if made else None) == after
    if "[" not in before:
        assert not lists.edits(before, elements(before, "yaml"), ("3.8", "3.9", "3.10")), "one that promises nothing stays"
