"""Numbers alone say of a specifier what packaging says, or that they don't know."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinlint import specifiers

NUMBERS = st.one_of(st.integers(0, 3), st.sampled_from([9, 10, 11]))
RELEASES = st.lists(NUMBERS, min_size=1, max_size=4).map(lambda numbers: ".".join(map(str, numbers)))
OPERATORS = st.sampled_from(["==", "!=", "<", "<=", ">", ">=", "~=", "==="])
CLAUSES = st.builds("{}{}{}".format, OPERATORS, RELEASES, st.sampled_from(["", "", "", ".*", ".0", "rc1", ".post1", ".dev0", "+cu1", "x"]))
UNIONS = st.lists(st.lists(CLAUSES, min_size=1, max_size=3).map(",".join), min_size=1, max_size=2).map(tuple)
VERSIONS = st.builds("{}{}".format, RELEASES, st.sampled_from(["", "", "", "", "rc1", ".post1", "+cu1"]))


@given(UNIONS, VERSIONS)
def test_the_short_way_says_what_packaging_says(union: tuple[str, ...], version: str) -> None:
    assert specifiers.admit(union, version) == specifiers._admit(union, version)


@pytest.mark.parametrize(
    ("specifier", "version", "known"),
    [
        pytest.param(">=1.2,<2", "1.10.0", True, id="10 is more than 2"),
        pytest.param("==1.2", "1.2.0", True, id="zeros at the end count for nothing"),
        pytest.param("==1.2.*", "1.2", True, id="a prefix of itself"),
        pytest.param("!=1.2.*", "1.2.3", False, id="all that begin so"),
        pytest.param("~=1.2", "1.10.1", True, id="compatible"),
        pytest.param("~=1.2.1", "1.3.0", False, id="compatible up to the last but one"),
        pytest.param("<1.2", "1.2.0", False, id="less"),
        pytest.param(">1.2", "1.2", None, id="a short pin stands for 1.2.1 too"),
        pytest.param("~=1", "1.2.0", None, id="no such specifier"),
        pytest.param(">=1.*", "1.2.0", None, id="no such wildcard"),
        pytest.param("===1.2.0", "1.2.0", None, id="text"),
        pytest.param(">=1.2rc1", "1.2.0", None, id="a candidate"),
        pytest.param("", "1.2.0", None, id="nothing"),
        pytest.param(">=1.2", "1.2.0rc1", None, id="a candidate to be admitted"),
        pytest.param(">=" + "9" * 5000, "1.2.0", None, id="a number that is none"),
    ],
)
def test_what_numbers_say(specifier: str, version: str, known: bool | None) -> None:
    assert specifiers.plainly(specifier, version) is known


def test_plain_ranges_need_no_packaging() -> None:
    program = (
        "import sys; from pinlint import ranges\n"
        "assert ranges.admits('pep440', '>=1.2,<2', '1.10') and not ranges.admits('poetry', '^1.2', '2.0.0')\n"
        "print('packaging' in sys.modules); assert ranges.admits('pep440', '>=1.2rc1', '1.10'); print('packaging' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
