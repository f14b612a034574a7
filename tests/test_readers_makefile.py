"""Makefiles: assignments, recipes and definitions, each where it stands, without what is no part of it."""

from __future__ import annotations

import pytest

from pinlint.readers import makefile
from pinlint.value import of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("PY = 3.7\n", [("PY", "=", "3.7")], id="assignment"),
        pytest.param("export PY ?= 3.7 # newest\n", [("PY", "?=", "3.7")], id="exported, with a comment"),
        pytest.param("PY := 3.7\\#1\n", [("PY", ":=", "3.7\\#1")], id="a # that is none"),
        pytest.param("A = 1 \\\n  2\n", [("A", "=", "1 \\\n  2")], id="continued"),
        pytest.param("A = 1 \\", [("A", "=", "1")], id="continued by nothing"),
        pytest.param("a: b\n\t@pip x\n\n\t-pip y\n", [("a", "", "pip x\n"), ("a", "", "pip y\n")], id="recipe"),
        pytest.param("a: b\n# \\\n\tpip x\n", [("a", "", "pip x\n")], id="a comment doesn't go on"),
        pytest.param("a: ; pip x\n", [("a", "", " pip x\n")], id="recipe on the line"),
        pytest.param("a: b\n", [], id="target without a recipe"),
        pytest.param("a b &: c\n\tx", [("a b &", "", "x")], id="several targets"),
        pytest.param("a: PY = 3.7\n", [("PY", "=", "3.7")], id="a target's own variable"),
        pytest.param("a: PY += 3.7\n\tx\n", [("PY", "+=", "3.7"), ("a", "", "x\n")], id="and its recipe"),
        pytest.param(
            "define run\npip x\n  # no\n\nendef\nPY = 3.7\n", [("run", "", "pip x\n"), ("PY", "=", "3.7")], id="definition",
        ),
        pytest.param("override define run\n- pip x\n  endef # end\ny: \n", [("run", "", "pip x\n")], id="definition that overrides"),
        pytest.param("include x\n-include y\n", [], id="neither"),
    ],
)
def test_entries(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = list(makefile.read(text))
    assert [(e.name, e.operator, e.value.text) for e in found] == expected
    for entry in found:
        for piece in entry.value.pieces:
            assert text[piece.start : piece.start + len(piece.text)] == piece.text


def test_what_the_shell_gets() -> None:
    text = "echo $$X $$$$ ${Y}"
    assert makefile.shell(of(text, 0, len(text))).text == "echo $X $$ ${Y}"
