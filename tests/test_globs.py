"""Globs mean what they say, and no glob takes long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinlint.bound import bounded
from pinlint.globs import glob, matches


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        pytest.param("Dockerfile", "a/b/Dockerfile", True, id="a name, anywhere"),
        pytest.param("*.yml", "a/b.yml", True, id="a name with a star, anywhere"),
        pytest.param("/Dockerfile", "Dockerfile", False, id="no path begins with a slash"),
        pytest.param("./Dockerfile", "Dockerfile", True, id="a dot and a slash mean the root"),
        pytest.param("a/*.yml", "a/b.yml", True, id="a star"),
        pytest.param("a/*.yml", "a/b/c.yml", False, id="a star stays in its folder"),
        pytest.param("a/**", "a/b/c.yml", True, id="two stars at the end"),
        pytest.param("a/**", "ab/c.yml", False, id="two stars keep to the folder's whole name"),
        pytest.param("**/c.yml", "c.yml", True, id="two stars are no folder"),
        pytest.param("**/c.yml", "a/b/c.yml", True, id="two stars are many folders"),
        pytest.param("a/**/c.yml", "a/c.yml", True, id="no folder between"),
        pytest.param("a/**/c.yml", "a/b/b/c.yml", True, id="folders between"),
        pytest.param("a/**/b/**/c", "a/x/b/y/b/c", True, id="two stars twice"),
        pytest.param("a/**/b/c/**/d", "a/b/x/b/c/d", True, id="the first place that fits wholly"),
        pytest.param("docs/", "docs/a/b.md", True, id="a folder"),
        pytest.param("docs/", "docs.md", False, id="a folder is no name"),
        pytest.param("*.y{a,}ml", "x.yml", True, id="braces, one empty"),
        pytest.param("{a,b/c}/*.py", "b/c/d.py", True, id="braces across folders"),
        pytest.param("file[12].txt", "file2.txt", True, id="a class"),
        pytest.param("file[!12].txt", "file3.txt", True, id="no such character"),
        pytest.param("a/file[!12]txt", "a/file/txt", False, id="no class is a slash"),
        pytest.param("a[b", "a[b", True, id="a bracket that doesn't close"),
        pytest.param("a?c", "abc", True, id="one character"),
        pytest.param("x/a?c", "x/a/c", False, id="one character is no slash"),
        pytest.param("a.c", "abc", False, id="a dot is a dot"),
        pytest.param("*a*b*c", "xaybzc", True, id="stars in turn"),
        pytest.param("*a*b*c", "xaybzcd", False, id="to the end"),
        pytest.param("a/b\n*", "a/b\nc", True, id="a newline in a name"),
        pytest.param("[]a]", "]", True, id="a bracket in a class"),
        pytest.param("[^a]", "a", False, id="a caret negates as well"),
    ],
)
def test_matches(pattern: str, path: str, fits: bool) -> None:
    assert matches((pattern,), path) is fits


def slow(pattern: list[str], path: list[str]) -> bool:
    """What a glob means, by trying everything."""
    if not pattern:
        return not path
    if pattern[0] == "**":
        if len(pattern) == 1:
            return bool(path)  # `a/**` is what stands in `a`
        return any(slow(pattern[1:], path[i:]) for i in range(len(path) + 1))
    return bool(path) and _slow_name(pattern[0], path[0]) and slow(pattern[1:], path[1:])


def _slow_name(pattern: str, name: str) -> bool:
    if not pattern:
        return not name
    if pattern[0] == "*":
        return any(_slow_name(pattern[1:], name[i:]) for i in range(len(name) + 1))
    return bool(name) and pattern[0] in ("?", name[0]) and _slow_name(pattern[1:], name[1:])


@given(
    st.lists(st.text("ab*?", min_size=1, max_size=5) | st.just("**"), min_size=1, max_size=5),
    st.lists(st.text("ab", min_size=1, max_size=6), min_size=1, max_size=5),
)
def test_matches_what_trying_everything_matches(pattern: list[str], path: list[str]) -> None:
    meant = [p if p == "**" else p.replace("**", "*").replace("**", "*") for p in pattern]
    assert bool(glob("/".join(pattern)).fullmatch("/".join(path))) is slow(meant, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        pytest.param("*a" * 30 + "*b", "a" * 4000, id="stars in a name"),
        pytest.param("**/" * 30 + "b", "a/" * 2000 + "a", id="stars for folders"),
        pytest.param("**/a/" * 30 + "b", "a/" * 2000 + "a", id="folders in turn"),
        pytest.param("**/*a*a/" * 20 + "b", "aaaa/" * 800 + "a", id="both"),
        pytest.param("?" * 2000 + "*" * 2000, "a" * 4000, id="stars in a row"),
    ],
)
def test_no_glob_takes_long(pattern: str, path: str) -> None:
    with bounded(60):
        glob(pattern).fullmatch(path)


@pytest.mark.parametrize("pattern", ["[b-a]", "{a,b}" * 7])
def test_what_is_no_glob_is_an_error(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"is no glob|unfolds to more"):
        glob(pattern)
