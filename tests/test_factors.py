"""Names of environments: each Python in them, and the element that an edit of the list would copy."""

from __future__ import annotations

import pytest

from pinlint.fragments import classifier, factors, interpreter
from pinlint.value import of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("py37, py38", [("37", "3.7", "py37"), ("38", "3.8", "py38")], id="plain"),
        pytest.param("py3{7,10}", [("7", "3.7", "7"), ("10", "3.10", "10")], id="minors"),
        pytest.param("py{37,310}-x{1,2}", [("37", "3.7", "37"), ("310", "3.10", "310")], id="compact in braces"),
        pytest.param("{py37,py38}-{a,b}", [("37", "3.7", "py37"), ("38", "3.8", "py38")], id="tags in braces"),
        pytest.param("3.13,py3.14", [("3.13", "3.13", "3.13"), ("3.14", "3.14", "py3.14")], id="dotted"),
        pytest.param("{3.8,3.9}", [("3.8", "3.8", "3.8"), ("3.9", "3.9", "3.9")], id="dotted in braces"),
        pytest.param("3.99,3.100", [("3.99", "3.99", "3.99"), ("3.100", "3.100", "3.100")], id="whatever is written next to 3.99"),
        pytest.param("py3{99,100}", [("99", "3.99", "99"), ("100", "3.100", "100")], id="that in braces"),
        pytest.param("py3100", [], id="compact, it would be told from nothing"),
        pytest.param("python3.8,x", [("3.8", "3.8", "python3.8")], id="the command"),
        pytest.param("lint-py37", [("37", "3.7", "lint-py37")], id="behind another factor"),
        pytest.param("cp37-* cp38-win*", [("37", "3.7", "cp37-*"), ("38", "3.8", "cp38-win*")], id="builds"),
        pytest.param("cp3{8,9}-*", [("8", "3.8", "8"), ("9", "3.9", "9")], id="builds in braces"),
        pytest.param("pypy39, lint37, py3, py, docs, django{32,40}, xpy37, cp3?-*", [], id="none"),
        pytest.param("py3{8-13}", [], id="a range is not read"),
    ],
)
def test_factors(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = list(factors.read(of(text, 0, len(text)), "envlist"))
    assert [(m.text, m.version, text[m.item.start : m.item.end] if m.item else "") for m in found] == expected
    assert all(text[m.start : m.end] == m.text and m.role == "supports" for m in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Programming Language :: Python :: 3.7", [("python", "3.7")]),
        ("Environment :: GPU :: NVIDIA CUDA :: 11.3", [("cuda", "11.3")]),
        ("Programming Language :: Python :: 3", []),
        ("Programming Language :: Python :: 3 :: Only", []),
        ("Programming Language :: Python :: Implementation :: CPython", []),
        ("Programming Language :: Cython :: 3.7", []),
    ],
)
def test_classifiers(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.subject, m.text) for m in classifier.read(of(text, 0, len(text)), "")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("python3.7", ["3.7"]),
        ("python3.7.13", ["3.7.13"]),
        ("cpython-3.12", ["3.12"]),
        ("py37", ["37"]),
        ("3.8", ["3.8"]),
        ("pypy3.9", []),
        ("pypy3.9-7.3.11", []),
        ("graalpy-23.1", []),
        ("miniconda3-4.7.12", []),
        ("{envpython}", []),
    ],
)
def test_interpreters(text: str, expected: list[str]) -> None:
    assert [m.text for m in interpreter.read(of(text, 0, len(text)), "")] == expected
