"""INI: options read as configparser reads them and stand where the reader says."""

from __future__ import annotations

import configparser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinlint.model import Unreadable
from pinlint.readers import ini

SAMPLE = """\
# first
[metadata]
name = x
Python_Requires: >=3.7
empty =
classifiers =
    One :: Two
    # not this

    Three = Four
; nor this
[tox:tox]
  indented = a
    b
  other=c
"""


def by_configparser(text: str) -> dict[str, dict[str, str]]:
    parser = configparser.ConfigParser(interpolation=None, strict=False, default_section="\0")
    parser.read_string(text)
    return {s: dict(parser[s]) for s in parser.sections()}


def by_us(text: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for section, options in ini.read(text).items():
        for key, option in options.items():
            assert text[option.start : option.end] == option.text
            lines = (line.strip() for line in option.text.splitlines())
            found.setdefault(section.text, {})[key.text] = "\n".join(x for x in lines if x and x[0] not in "#;")
        found.setdefault(section.text, {})
    return found


def squeeze(sections: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    return {s: {k: "\n".join(x for x in v.splitlines() if x) for k, v in o.items()} for s, o in sections.items()}


def test_a_sample() -> None:
    assert by_us(SAMPLE) == squeeze(by_configparser(SAMPLE))


def test_carriage_returns() -> None:
    assert by_us(SAMPLE.replace("\n", "\r\n")) == squeeze(by_configparser(SAMPLE))


LINE = st.sampled_from(
    [
        "[a]",
        "[b c]",
        "x = 1",
        "Y: 2",
        "z=",
        "  go on",
        "    = more",
        "# note",
        "  ; note",
        "",
        "  ",
        " w = 3",
        "[a]  # c",
    ]
)


@given(st.lists(LINE, max_size=10).map("\n".join))
def test_reads_what_configparser_reads(text: str) -> None:
    try:
        expected = by_configparser(text)
    except configparser.Error:
        with pytest.raises(Unreadable):
            ini.read(text)
    else:
        assert by_us(text) == squeeze(expected)


@pytest.mark.parametrize(
    ("text", "line", "cause"),
    [
        pytest.param("\nx = 1\n[a]\n", 2, "an option before any [section]", id="no section"),
        pytest.param("[a]\nx = 1\nword\n", 3, "neither a [section] nor an option with =", id="no delimiter"),
    ],
)
def test_says_where_and_why_it_is_broken(text: str, line: int, cause: str) -> None:
    with pytest.raises(Unreadable) as caught:
        ini.read(text)
    assert (caught.value.line, caught.value.cause) == (line, f"not valid INI: {cause}")


def test_a_template_is_read_as_far_as_it_goes() -> None:
    tree = ini.read("{% if x %}\n[a]\nx = {{ y }}\n{% endif %}\nz = 1\n")
    assert tree.at("a", "z").text == "1"


def test_the_lines_of_a_value() -> None:
    option = next(iter(ini.read("[a]\nx =\n  one  # note\n\n  ; no\n  two#2\n").at("a", "x").scalars()))
    assert [line.text for line in ini.lines(option.value())] == ["one", "two#2"]
