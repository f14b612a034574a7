"""How a pin is written where a version stands now. The ids read as the specification."""

from __future__ import annotations

import pytest

from pinlint import notations, quoting, ranges


@pytest.mark.parametrize(
    ("notation", "pin", "text", "written"),
    [
        pytest.param("dotted", "3.10", "3.7", "3.10", id="a prefix takes the pin"),
        pytest.param("dotted", "3.10.4", "3.7", "3.10", id="precision belongs to the place"),
        pytest.param("dotted", "3.10.4", "3.10", "3.10", id="a prefix of the pin agrees"),
        pytest.param("dotted", "3.10", "3.10.2", "3.10.2", id="inside the pin agrees"),
        pytest.param("dotted", "3.10", "3.1", "3.10", id="3.1 is not 3.10"),
        pytest.param("dotted", "3.1", "3.10", "3.1", id="3.10 is not 3.1"),
        pytest.param("dotted", "3.10", "3.7.13", None, id="the place needs more than the pin says"),
        pytest.param("dotted", "20.04", "18.04", "20.04", id="Ubuntu keeps its zero"),
        pytest.param("dotted", "8.3.2", "7", "8", id="major alone"),
        pytest.param("dotted", "3.13.0rc1", "3.12", "3.13", id="a place of two numbers has none for a candidate"),
        pytest.param("dotted", "3.13.0rc1", "3.12.4", "3.13.0rc1", id="a place of three says the candidate"),
        pytest.param("dotted", "3.13", "3.13.0rc1", "3.13.0rc1", id="a release candidate lies inside the minor"),
        pytest.param("dotted", "3.13.1", "3.13.0rc1", "3.13.1", id="a release candidate takes the whole pin"),
        pytest.param("dotted", "3.13.1", "3.13rc1", "3.13.1", id="a candidate has no precision to keep"),
        pytest.param("exact", "21.1.3", "21.1", "21.1.3", id="exact is no prefix"),
        pytest.param("exact", "6.4", "6.4.0", "6.4.0", id="trailing zeros are the same release"),
        pytest.param("exact", "1.0.0", "1", "1", id="two trailing zeros too"),
        pytest.param("exact", "6.4", "6.4.1", "6.4", id="exact takes the pin as it is"),
        pytest.param("exact", "0.960", "0.950", "0.960", id="exact keeps the pin's text"),
        pytest.param("exact", "23.1.0", "22.12", "23.1.0", id="a tag is called by all of its version"),
        pytest.param("==", "1.13.0", "1.11", "1.13", id="zeros that the place does without"),
        pytest.param("==", "1.13.0", "1.11.1", "1.13.0", id="zeros that the place has"),
        pytest.param("==", "1.13.1", "1.11", "1.13.1", id="what is no zero"),
        pytest.param("==", "2.0.0", "1", "2.0", id="two components at the least"),
        pytest.param("==", "1.13", "1.11.0", "1.13", id="the pin as it is"),
        pytest.param("==", "1.13.0", "1.13", "1.13", id="one release to PEP 440"),
        pytest.param("exact", "1.0rc1", "1.0.rc1", "1.0.rc1", id="PEP 440 decides what is equal"),
        pytest.param("release", "3.7", "3.7.13", "3.7.13", id="conda == inside a shorter pin"),
        pytest.param("release", "3.8", "3.7.13", None, id="conda == needs the patch"),
        pytest.param("release", "3.8.2", "3.7.13", "3.8.2", id="conda == takes the pin in full"),
        pytest.param("release", "3.8.2", "3.8", "3.8.2", id="conda ==3.8 is 3.8.0"),
        pytest.param("release", "3.13rc1", "3.12.4", "3.13rc1", id="conda == takes a candidate as it is"),
        pytest.param("download", "1.22.1", "1.21.0", "1.22.1", id="an address of a release takes the pin"),
        pytest.param("download", "1.22rc1", "1.21.0", None, id="an address of a release can't say a candidate"),
        pytest.param("download", "1.22rc1", "1.22rc1", "1.22rc1", id="one of the candidate agrees"),
        pytest.param("old-cmake", "3.14.0", "3.13.4", "3.14.0", id="a file of CMake's that is named as ever"),
        pytest.param("old-cmake", "3.20.0", "3.13.4", None, id="a file of CMake's that would be named otherwise"),
        pytest.param("old-cmake", "3.20.0", "3.20.0", "3.20.0", id="a file of CMake's that agrees, whatever its name"),
        pytest.param("old-cmake-series", "3.14.0", "3.13", "3.14", id="the folder of such a file"),
        pytest.param("old-cmake-series", "3.20.0", "3.13", None, id="the folder of a file that would be named otherwise"),
        pytest.param("completed", "3.13.0rc1", "3..12", None, id="two dots are no version to replace"),
        pytest.param("exact", "3.10", "11.te", None, id="nor is a word"),
        pytest.param("exact", "11.te", "11.te", "11.te", id="which may be pinned"),
        pytest.param("exact", "3.0.1", "1.1.1w", "3.0.1", id="a letter of openssl is"),
        pytest.param("release", "2.1.0", "2.0.0.post1", "2.1.0", id="so is a post-release"),
        pytest.param("exact", "23.11.0-1", "23.10.0-1", "23.11.0-1", id="and the number of a build"),
        pytest.param("ref", "3.1.0", "2-beta.1", "3.1.0", id="and a candidate"),
        pytest.param("compact", "2.2", "37", None, id="nobody writes py22"),
        pytest.param("release", "3.8", "3.7", "3.8", id="conda == of as many components as the pin"),
        pytest.param("exact", "1.0rc1", "1.0", "1.0rc1", id="a candidate is not the release"),
        pytest.param("exact", "1.0.0", "1.0rc1", "1.0.0", id="nor the release the candidate"),
        pytest.param("tuple", "3.10", "3,10", "3,10", id="a tuple that agrees keeps its spaces"),
        pytest.param("tuple", "3.10.2", "3, 7", "3, 10", id="a tuple takes the pin at its precision"),
        pytest.param("tuple", "3.8", "3, 7, 1", None, id="a tuple that needs more than the pin says"),
        pytest.param("ref", "4", "3", "4", id="v3 to v4"),
        pytest.param("ref", "3", "2.4.0", "3", id="v2.4.0 to v3, which the pin says"),
        pytest.param("ref", "4.1.0", "3", "4", id="v3 to v4 under a full pin"),
        pytest.param("compact", "3.10.4", "37", "310", id="py37 to py310"),
        pytest.param("compact", "3.10", "310", "310", id="py310 agrees"),
        pytest.param("compact", "3", "37", "37", id="py37 lies inside 3"),
        pytest.param("compact", "4", "37", None, id="py37 needs a minor"),
        pytest.param("compact", "3.10.4", "310", "310", id="py310 lies at the pin's first two numbers"),
        pytest.param("compact", "3.10", "3", "310", id="py3 is no Python 3.10"),
        pytest.param("compact-cuda", "11.3.1", "102", "113", id="cu102 to cu113"),
        pytest.param("compact-cuda", "9.2", "113", "92", id="cu113 to cu92"),
        pytest.param("compact-cuda", "12", "113", None, id="cu113 needs a minor"),
        # What is written has to be read again as what was meant, or the next run would move it to something else.
        pytest.param("compact-cuda", "26.10", "113", None, id="cu2610 would be 261.0"),
        pytest.param("compact-cuda", "2.0", "113", None, id="cu20 would be a line of releases"),
        pytest.param("compact", "11.2", "37", None, id="py112 would be 1.12"),
        pytest.param("cuda-line", "12.4", "11", "12", id="cupy-cuda11x to cupy-cuda12x"),
        pytest.param("cuda-line", "11.8", "11", "11", id="cupy-cuda11x agrees"),
        pytest.param("cuda-line", "9.2", "11", None, id="cupy-cuda9x is no name of a package"),
        pytest.param("cuda-line", "26.1", "11", None, id="cupy-cuda26x would be CUDA 2.6"),
        pytest.param("dashed", "11.8.0", "11-3", "11-8", id="cuda-toolkit-11-3"),
        pytest.param("underscored", "3.10", "3_7", "3_10", id="py3_7"),
        pytest.param("minor-of-3", "3.10", "7", "10", id="py3{7}"),
        pytest.param("minor-of-3", "3", "7", None, id="py3{7} needs a minor"),
        pytest.param("minor-of-3", "4.0", "7", None, id="another major has no place in py3{}"),
        pytest.param("debian", "8.3.2", "8.3.2.44-1", "8.3.2.44-1", id="Debian revision inside the pin"),
        pytest.param("debian", "8.5.0", "8.3.2.44-1", None, id="a Debian revision can't be made up"),
        pytest.param("debian", "24.1.2-0", "23.3.1-1", "24.1.2-0", id="a revision that the pin says"),
        pytest.param("cuda-numbered", "12.2.2", "11.8.0", "12.2.2", id="nvidia/cuda with cudnn8"),
        pytest.param("cuda-numbered", "12.4.1", "11.8.0", None, id="from 12.4.1 on cudnn has no number"),
        pytest.param("cuda-bare", "12.6.3", "12.4.1", "12.6.3", id="nvidia/cuda with cudnn"),
        pytest.param("cuda-bare", "11.8.0", "12.4.1", None, id="before 12.4.1 cudnn has a number"),
        pytest.param("cuda-unnamed", "11.8", "11.0", None, id="from 11.1 on a tag names its system"),
        pytest.param("free-threaded", "3.14", "3.13", "3.14", id="3.13t"),
        pytest.param("free-threaded", "3.12", "3.13", None, id="3.12t is no Python"),
        pytest.param("pep440", "1.13.1", ">=1.12,<1.13", ">=1.13,<1.14", id="a window of one step moves"),
        pytest.param("pep440", "1.13.1", ">=1.12.1, <1.13", ">=1.13.1, <1.14", id="a window keeps its precision"),
        pytest.param("pep440", "1.13", ">=1.12.1,<1.13", ">=1.13,<1.14", id="a window drops the patch that the pin lacks"),
        pytest.param("pep440", "2", ">=1.12,<1.13", None, id="a window needs as much as its end says"),
        pytest.param("pep440", "2.10.1", ">=1.9,<1.10", ">=2.10,<2.11", id="a window moves both ends, longer or not"),
        pytest.param("pep440", "2", "<1.13", None, id="an end that says more than the pin"),
        pytest.param("pep440", "1.12.5", ">=1.12,<1.13", ">=1.12,<1.13", id="admitted"),
        pytest.param("pep440", "3.11", ">=3.8,<3.11", ">=3.8,<3.12", id="the upper bound that excludes the pin moves"),
        pytest.param("pep440", "3.7", ">=3.8,<3.11", ">=3.7,<3.11", id="the lower bound that excludes the pin moves"),
        pytest.param("pep440", "3.8", ">=3.8.1,<3.9", ">=3.8.1,<3.9", id="a minor stands for its patches"),
        pytest.param("pep440", "4", ">=3,!=4.0", ">=3,!=4.0", id="a hole leaves the rest of the major"),
        pytest.param("pep440", "4.0.0", ">=3,!=4.0.0,<6", None, id="a hole is never filled"),
        pytest.param("~=", "3.8.1", "3.7.0", "3.8.1", id="compatible release"),
        pytest.param(">=", "3.7", "3.8", "3.7", id="a minimum above the pin comes down"),
        pytest.param(">=", "3.9", "3.8", "3.8", id="a minimum below the pin agrees"),
        pytest.param("<", "59.5.0", "59", "60", id="an exclusive bound lets the pin in"),
        pytest.param("<=", "3.10.2", "3.9", "3.10.2", id="an inclusive bound is the pin"),
        pytest.param("^", "4.1", "3.8", "4.1", id="caret, another major"),
        pytest.param("^", "3.9", "3.8", "3.8", id="caret, same major"),
        pytest.param("~", "3.9", "3.8", "3.9", id="tilde"),
        pytest.param("npm", "3.12", ">=3.9 <3.14", ">=3.9 <3.14", id="npm: a space is AND"),
        pytest.param("npm", "3.12", "3.8 - 3.10", None, id="npm: a hyphen range is left alone"),
        pytest.param("npm", "19.1", "18 - 20", "18 - 20", id="npm: inside a hyphen range"),
        pytest.param("conda", "3.10.1", "=3.10*", "=3.10*", id="conda: =3.10* is a prefix"),
        pytest.param("conda", "3.9.1", "=3.10*", None, id="conda: =3.10* is not 3.9"),
        pytest.param("npm", "20", "18 || 20", "18 || 20", id="npm: either"),
        pytest.param("conda", "3.8", ">=3.7,<3.8", ">=3.8,<3.9", id="conda window"),
        pytest.param("conda", "3.9", "3.7|3.9", "3.7|3.9", id="conda: either"),
        pytest.param("conda", "3.10.2", "==3.10*", "==3.10*", id="conda: ==3.10* is a prefix too"),
        pytest.param("conda", "3.9.1", "==3.10*", None, id="conda: which 3.9 doesn't begin"),
        pytest.param("pep440", "3.9rc1", ">=3.7,<3.8", None, id="a window is not moved to a candidate"),
        pytest.param("pep440", "3.9", ">=3.7rc1,<3.8", None, id="nor one that begins with a candidate"),
        pytest.param("pep440", "2", ">=3.8", None, id="a bound that says more than the pin"),
        pytest.param("poetry", "3.8", "3.7", "3.8", id="Poetry: a bare version"),
        pytest.param("poetry", "3.7.5", "3.7.4", "3.7.5", id="Poetry: a bare version is no prefix"),
        pytest.param("poetry", "3.7.5", "3.7", None, id="Poetry: nor is a shorter one"),
        pytest.param("poetry", "3.7.5", "~3.7.1", "~3.7.1", id="Poetry: a tilde admits the patches of the minor"),
        pytest.param("npm", "18.1.1", "18.1.0", "18.1.1", id="npm: three numbers are one release"),
        pytest.param("npm", "18.1.1", "18.1", "18.1", id="npm: two are a prefix"),
        pytest.param("npm", "18.2.1", "18.1.x", "18.2.x", id="npm: so is an x"),
    ],
)
def test_written(notation: str, pin: str, text: str, written: str | None) -> None:
    assert notations.write(notation, pin, text) == written
    if written is not None:
        assert notations.write(notation, pin, written) == written


@pytest.mark.parametrize(
    ("notation", "floor", "text", "written"),
    [
        pytest.param("pep440", "3.8", ">=3.7,<3.11", ">=3.8,<3.11", id="only the lower bound moves"),
        pytest.param("pep440", "3.8", ">=3.7.1,<4", ">=3.8,<4", id="a patch of another minor is dropped"),
        pytest.param("pep440", "3.8", ">=3.6.0,<4", ">=3.8.0,<4", id="a zero patch is kept"),
        pytest.param("pep440", "3.8", ">=3.8.1,<4", ">=3.8.1,<4", id="a patch of the floor agrees"),
        pytest.param("pep440", "3.9", ">=3.7,<3.8", ">=3.9,<3.10", id="a window can't keep its end"),
        pytest.param("pep440", "3.13", ">=3.8,<3.13", ">=3.13,<3.14", id="an end that the floor reaches moves along"),
        pytest.param("pep440", "3.8", "<4", None, id="no lower bound to raise"),
        pytest.param(">=", "3.8", "3.7", "3.8", id="minimum"),
        pytest.param(">=", "3.8", "3.9", "3.8", id="a minimum comes down too"),
        pytest.param("^", "3.8", "3.7", "3.8", id="caret"),
        pytest.param("series", "3.9", "3.8", None, id="the only series that is admitted is nothing to raise"),
        pytest.param("series", "3.9.1", "3.9", "3.9", id="the floor lies in that series"),
        pytest.param("sole", "3.8", "3.8.1", "3.8.1", id="the only release lies in the floor"),
        pytest.param("sole", "3.9", "3.8.1", None, id="the only release below the floor"),
        pytest.param("pep440", "3.8rc1", ">=3.7", None, id="a candidate is no floor"),
        pytest.param("lowest", "1.25", "1.24.3", "1.25.0", id="the first release of a series is its lowest"),
        pytest.param("lowest", "1.25rc1", "1.24.3", None, id="a candidate has none"),
        pytest.param("compact", "3.8", "37", "38", id="target-version"),
        pytest.param("dotted", "3.10", "3.9", "3.10", id="mypy python_version"),
    ],
)
def test_floor(notation: str, floor: str, text: str, written: str | None) -> None:
    assert notations.set_floor(notation, floor, text) == written


@pytest.mark.parametrize(
    ("notation", "text", "version"),
    [
        pytest.param("compact", "310", "3.10", id="py310"),
        pytest.param("compact", "3", "3", id="py3"),
        pytest.param("compact-cuda", "9", "9", id="cu9"),
        pytest.param("tuple", "3, 7", "3.7", id="3, 7"),
        pytest.param("compact-cuda", "113", "11.3", id="cu113"),
        pytest.param("compact-cuda", "92", "9.2", id="cu92"),
        pytest.param("dashed", "11-3", "11.3", id="11-3"),
        pytest.param("pep440", ">=3.7,<4", "3.7", id="the lower bound of a range"),
        pytest.param("<", "4", "", id="no lower bound"),
        pytest.param("debian", "8.3.2.44-1", "8.3.2.44", id="Debian"),
    ],
)
def test_read(notation: str, text: str, version: str) -> None:
    assert notations.read(notation, text) == version


@pytest.mark.parametrize(
    ("spec", "version", "admitted"),
    [
        ("==3.7.*", "3.7.13", True), ("==3.7.*", "3.8.1", False), (">=3.7,<3.8", "3.7.13", True),
        ("~=3.7.0", "3.7.13", True), ("~=3.7.0", "3.8.0", False), ("~=3.7", "3.10.2", True), ("==3.7", "3.7.13", False),
        ("<=3.10", "3.10.2", False), ("==1.12.1", "1.12.1+cu113", True), ("no version", "3.7", True),
        ("===1.0", "1.0", True), ("==1.0.post1", "1.1", False), ("==3.10*", "3.9", True),
    ],
)
def test_admits_as_pep_440_does(spec: str, version: str, admitted: bool) -> None:
    assert ranges.admits("pep440", spec, version) is admitted


@pytest.mark.parametrize(
    ("text", "written"),
    [("3.10", '"3.10"'), ("3.9", "3.9"), ("3.10.1", "3.10.1"), ("010", '"010"'), ("12:30", '"12:30"'), ("1_0", '"1_0"'), ("8", "8"), ("1e3", '"1e3"')],
)
def test_quoted_where_yaml_reads_another_number(text: str, written: str) -> None:
    assert quoting.quoted(text, '"') == written
    assert quoting.quoted(text, "") == text


@pytest.mark.parametrize(("text", "written"), [("3.9", "3.9"), ("4", "4"), ("3.10", '"3.10"'), ("3.9.1", '"3.9.1"'), ("3.9rc1", '"3.9rc1"')])
def test_toml_has_only_numbers_without_quotes(text: str, written: str) -> None:
    assert quoting.quoted(text, quoting.NUMBERS_ALONE) == written


def test_a_page_of_wheels_is_made_for_releases_alone() -> None:
    assert notations.write("release-page", "2.4.0", "2.1.0") == "2.4.0"
    assert notations.write("release-page", "2.9.0rc1", "2.1.0") is None
