"""GitHub's expressions: what they may become, and where each value stands."""

from __future__ import annotations

import pytest

from pinlint import value
from pinlint.fragments import expression, listing
from pinlint.value import Value

KNOWN = {
    "env.PY": ["3.7"],
    "env.AGAIN": ["${{ env.PY }}"],
    "env.CYCLE": ["${{ env.CYCLE }}"],
    "matrix.python": ["3.8", "3.9"],
    "matrix.cuda": ["11.8", "12.1", "12.4"],
    "matrix.pair.python": ["3.10"],
    "inputs.list": ['["3.7", "3.8"]'],
}


def lookup(name: str) -> list[Value]:
    return [value.of(text, 0, len(text)) for text in KNOWN.get(name, [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("3.7", ["3.7"], id="plain"),
        pytest.param("${{ env.PY }}", ["3.7"], id="env"),
        pytest.param("${{env.PY}}-slim", ["3.7-slim"], id="with-more-behind"),
        pytest.param("${{ env.AGAIN }}", ["3.7"], id="twice"),
        pytest.param("${{ env.CYCLE }}", ["${{ env.CYCLE }}"], id="cycle-stays"),
        pytest.param("${{ matrix['python'] }}", ["3.8", "3.9"], id="index"),
        pytest.param("${{ matrix.pair.python }}", ["3.10"], id="nested"),
        pytest.param("${{ inputs.none || '3.6' }}", ["3.6"], id="default"),
        pytest.param("${{ env.PY || '3.6' }}", ["3.7", "3.6"], id="both-sides"),
        pytest.param("${{ (env.PY || 3.6) }}", ["${{ (env.PY || 3.6) }}"], id="too-deep-stays"),
        pytest.param("${{ github.event.inputs.list }}", ['["3.7", "3.8"]'], id="event-inputs"),
        pytest.param("${{ fromJSON('[\"3.7\"]') }}", ['["3.7"]'], id="json"),
        pytest.param("${{ fromJson(inputs.list) }}", ['["3.7", "3.8"]'], id="json-of-an-input"),
        pytest.param(
            "${{ matrix.os == 'a' && '3.7' || '3.8' }}", ["${{ matrix.os == 'a' && '3.7' || '3.8' }}"], id="condition"
        ),
        pytest.param("${{ steps.x.outputs.y }}", ["${{ steps.x.outputs.y }}"], id="unknown"),
        pytest.param("${{ env.PY", ["${{ env.PY"], id="unclosed"),
        pytest.param("${{ matrix.python }}/${{ matrix.cuda }}", ["3.8/11.8", "3.9/12.1", "3.8/12.4"], id="each-once"),
    ],
)
def test_expand(text: str, expected: list[str]) -> None:
    assert [v.text for v in expression.expand(value.of(text, 0, len(text)), lookup)] == expected


def test_expand_keeps_places() -> None:
    text = "python: ${{ inputs.none || '3.6' }}"
    (found,) = expression.expand(value.of(text, 8, len(text)), lookup)
    span = found.span(0, 3)
    assert span and text[span.start : span.end] == "3.6"


def test_many_references_stay_few_values() -> None:
    wide = {f"env.A{n}": [("${{ env.A" + str(n + 1) + " }}") * 10] for n in range(40)}

    def follow(name: str) -> list[Value]:
        return [value.of(text, 0, len(text)) for text in wide.get(name, [])]

    text = "${{ env.A0 }}"
    assert all(len(v.text) <= expression.LONGEST for v in expression.expand(value.of(text, 0, len(text)), follow))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("3.7", ["3.7"], id="one"),
        pytest.param(">=3.7 <3.9", [">=3.7 <3.9"], id="range"),
        pytest.param('["3.7", "3.8"]', ["3.7", "3.8"], id="json"),
        pytest.param('[\\"3.7\\", \\"3.8\\"]', ["3.7", "3.8"], id="json-in-quotes"),
        pytest.param("[]", [], id="empty"),
        pytest.param("3.7 3.8, 3.9", ["3.7", "3.8", "3.9"], id="row"),
        pytest.param("3.7\n  3.8\n\n", ["3.7", "3.8"], id="lines"),
        pytest.param("  3.7\n", ["  3.7\n"], id="one-line"),
        pytest.param("3.7, ", ["3.7"], id="one-and-a-comma"),
        pytest.param("the 3.7 one", ["the 3.7 one"], id="prose"),
        pytest.param('[{"python": "3.7"}]', ['[{"python": "3.7"}]'], id="objects"),
    ],
)
def test_elements(text: str, expected: list[str]) -> None:
    assert [v.text for v in listing.elements(value.of(text, 0, len(text)), "list")] == expected


def test_an_element_takes_in_its_quotes() -> None:
    text = '["3.7", "3.8"]'
    item = listing.elements(value.of(text, 0, len(text)), "list")[1].pieces[0].item
    assert item and text[item.start : item.end] == '"3.8"'
