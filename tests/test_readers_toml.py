"""TOML: every leaf reads as tomllib reads it and stands where the reader says; what tomllib refuses is refused."""

from __future__ import annotations

import datetime
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinlint.model import Unreadable
from pinlint.readers import toml
from pinlint.readers.tree import Mapping, Node, Scalar, Sequence

SAMPLE = '''\
# A comment
title = "plain"   # with another
"quoted key" = 'literal \\ string'
a.b.c = 1
a.b."d.e" = [ ]

[tool.ruff]
target-version = "py37"
select = [
    "E",  # comment ] with a bracket
    # a line of its own
    'F',
]
[tool.ruff.lint]
x = { one = 1, two.three = [{ four = "4" }, {}] }
text = """
first
  "two" \\
    three"""
close = """ends with two quotes"""""
raw = \'\'\'
C:\\new 'quoted' line\'\'\'
empty = ""
none = \'\'
nothing = """"""
[[package]]
name = "é"
at = 1979-05-27 07:32:00Z
[[package.source]]
url = "ü"
[[package]]
version = 3.10
big = 1_000
hex = 0xFF
inf = -inf
on = true
[tool]
later = 07:32:00
'''


def leaf(text: str) -> Any:
    return tomllib.loads(f"x = {text}")["x"]


def check(text: str, node: Node, expected: Any) -> None:
    if isinstance(expected, dict):
        assert isinstance(node, Mapping)
        assert sorted(leaf(text[k.start : k.end]) if k.style else k.text for k, _ in node.items()) == sorted(expected)
        for key, child in node.items():
            check(text, child, expected[leaf(text[key.start : key.end]) if key.style else key.text])
    elif isinstance(expected, list):
        assert isinstance(node, Sequence)
        assert len(node.children) == len(expected)
        for child, one in zip(node.children, expected, strict=True):
            check(text, child, one)
    else:
        assert isinstance(node, Scalar)
        assert text[node.inner : node.inner_end] == node.text
        assert repr(leaf(text[node.start : node.end])) == repr(expected)
        if isinstance(expected, str) and "\\" not in node.text:
            assert node.text == expected.replace("\n", node.text.partition("\n")[0][-1:] == "\r" and "\r\n" or "\n")


def test_a_sample_of_everything() -> None:
    check(SAMPLE, toml.read(SAMPLE), tomllib.loads(SAMPLE))


def test_carriage_returns() -> None:
    text = SAMPLE.replace("\n", "\r\n")
    tree = toml.read(text)
    assert [text[e.start : e.end] for e in tree.at("tool", "ruff", "select")] == ['"E"', "'F'"]


WORD = st.text("abcdefgh-_0123456789", min_size=1, max_size=6)
KEY = WORD | st.text("ab .é#=]'", max_size=5).map(lambda k: f'"{k}"')
PLAIN = st.one_of(
    st.integers(-999, 999).map(str),
    st.floats(-1e6, 1e6, allow_nan=False).map(repr),
    st.sampled_from(["true", "false", "inf", "nan", "0x1F", "0b10", "1_0.5e3"]),
    st.dates(datetime.date(1000, 1, 1)).map(str),
    st.datetimes(datetime.datetime(1000, 1, 1)).map(str),
)
CHARACTERS = "ab #[]{}=,é😀"
STRING = st.one_of(
    st.text(CHARACTERS + "'", max_size=8).map(lambda s: f'"{s}"'),
    st.lists(st.sampled_from(["\\n", '\\"', "\\\\", "\\u00e9", "a", "'"]), max_size=5).map(lambda s: f'"{"".join(s)}"'),
    st.text(CHARACTERS + '"\\', max_size=8).map(lambda s: f"'{s}'"),
    st.text(CHARACTERS + "\n'", max_size=8).map(lambda s: f'"""{s}"""'),
    st.lists(st.sampled_from(["a", '"', '""', "\\\n  ", "\n", '\\"""']), max_size=5).map(
        lambda s: f'"""{"b".join(s)}"""'
    ),
    st.text(CHARACTERS + '\n"\\', max_size=8).map(lambda s: f"'''{s}'''"),
)
BLANK = st.sampled_from(["", " ", "\n", " # note ]\n", "\n\t"])


def array(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    element = st.tuples(BLANK, children, BLANK).map("".join)
    return st.tuples(st.lists(element, max_size=4), BLANK).map(
        lambda p: "[" + "".join(e + "," for e in p[0]) + p[1] + "]"
    )


def inline(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.dictionaries(KEY, children, max_size=3).map(
        lambda d: "{ " + ", ".join(f"{k} = {v}" for k, v in d.items()) + " }"
    )


VALUE = st.recursive(PLAIN | STRING, lambda c: array(c) | inline(c), max_leaves=6)
STATEMENT = st.one_of(
    st.tuples(st.lists(KEY, min_size=1, max_size=3).map(" . ".join), st.just(" = "), VALUE).map("".join),
    st.lists(KEY, min_size=1, max_size=3).map(lambda k: f"[{'.'.join(k)}]"),
    st.lists(KEY, min_size=1, max_size=2).map(lambda k: f"[[ {'.'.join(k)} ]]"),
    st.just("# comment = [ "),
    st.just(""),
)


@given(st.lists(STATEMENT, max_size=8).map("\n".join))
def test_reads_what_tomllib_reads(text: str) -> None:
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return  # the same table twice
    check(text, toml.read(text), expected)


@given(st.text("ab =[]{}\"'\n#,.1\\", max_size=30))
def test_never_fails_otherwise(text: str) -> None:
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        try:
            toml.read(text)
        except Unreadable as error:
            assert 1 <= error.line <= text.count("\n") + 1
    else:
        check(text, toml.read(text), expected)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param('a = 1\nb = "x\nc = 2', 2, id="string"),
        pytest.param("a = 1\nb = [1, 2\nc = 3\n", 3, id="array"),
        pytest.param("a = 1\n[b\n", 2, id="header"),
        pytest.param("a\n", 1, id="key alone"),
        pytest.param("\n\na = \n", 3, id="no value"),
        pytest.param("a = 1\na = 2\n", 2, id="a key twice"),
        pytest.param("[a]\n[b]\n[a]\n", 3, id="a table twice"),
        pytest.param("a = {}\na.b = 1\n", 2, id="into a closed table"),
        pytest.param("a = []\n[[a]]\n", 2, id="onto a closed array"),
        pytest.param("a.b = 1\n[a]\n", 2, id="a dotted table again"),
        pytest.param("a = 1 2\n", 1, id="two values"),
        pytest.param("a = 3.7.13\n", 1, id="a version without quotes"),
        pytest.param("a = " + "[" * 500, 1, id="too deep"),
        pytest.param("a = '''\n\n", 1, id="a long string"),
    ],
)
def test_says_where_it_is_broken(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as caught:
        toml.read(text)
    assert caught.value.line == line


def test_a_template_is_read_as_far_as_it_goes() -> None:
    tree = toml.read(
        '[project]\nname = "{{ name }}"\n{% if cli %}\nscripts.x = 1\n{% endif %}\n'
        '[{{ table }}]\nname = "other"\n[tool.black]\nline = {{ length }}\ntarget-version = ["py37"]\n'
    )
    assert tree.at("project", "name").text == "{{ name }}"
    assert tree.at("project", "scripts", "x").text == "1"
    assert [s.text for s in tree.at("tool", "black", "target-version").scalars()] == ["py37"]


def test_what_a_broken_line_of_a_template_leaves_behind_hides_nothing() -> None:
    broken = '[{{ a }}]\nk = "1"\n[{{ b }}]\nx = {k = "1"} {{ c }}\n'
    tree = toml.read("".join(f'{broken}[t{i}]\nk = "{i}"\nx = {{k = "{i}"}}\n' for i in range(50)))
    assert [tree.at(f"t{i}", "k").text for i in range(50)] == [str(i) for i in range(50)]
    assert [tree.at(f"t{i}", "x", "k").text for i in range(50)] == [str(i) for i in range(50)]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        pytest.param("a = 1\n[a.b]\n", "a is no table", id="a value is no table"),
        pytest.param("a = {}\n[a.b]\n", "a is no table", id="an inline table is closed"),
        pytest.param("a.b = 1\na.b.c = 1\n", "b is defined twice", id="a value is no table of dotted keys"),
        pytest.param("= 1\n", "a key was expected", id="no key"),
        pytest.param("a = [1 2]\n", "a list without ]", id="no comma"),
        pytest.param("a = {b = 1 c = 2}\n", "a list without }", id="no comma in a table"),
        pytest.param("a = 1 2\n", "something stands behind the value", id="more behind"),
        pytest.param("a\n", "a key without =", id="no equals sign"),
        pytest.param("[[a]\n", "a table's name without ]]", id="half a bracket"),
    ],
)
def test_says_what_is_broken(text: str, cause: str) -> None:
    with pytest.raises(Unreadable) as caught:
        toml.read(text)
    assert caught.value.cause == f"not valid TOML: {cause}"


def test_a_number_may_be_put_in_quotes() -> None:
    """`python = 3.10` is 3.1 to whoever reads it, and `python = 3.10.4` no TOML; a string has its quotes."""
    tree = toml.read('a = 3.10\nb = 3\nc = "3.10"\nd = 2027-06-30\n')
    assert [node.quotable for _, node in tree.items() if isinstance(node, Scalar)] == ['""', '""', "", ""]
