"""What holds for every repository: a fix touches nothing but versions, and fixing twice is fixing once."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinlint.cli import main

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in [*HERE.glob("cases/*/before/pins.toml"), HERE.parent / "examples/drifted/pins.toml"])
VERSION = re.compile(r'(?<=")\d+(?:\.\d+)*(?=")')
HOSTILE = ["", "\n", "\r\n", "\t", "- ", "3.", "é", "\ufeff", "${", "}}", "<<", *"\"'{}[]:#$\\ @="]


@st.composite
def moved(draw: st.DrawFn, pins: str) -> str:
    """The text of pins.toml with some versions moved to likely ones: there is no Python 7 or 3.0, and no CUDA 11.12."""

    def move(match: re.Match[str]) -> str:
        if not draw(st.booleans()):
            return match[0]
        major = match[0].partition(".")[0]
        minor = draw(st.integers(6, 14) if major == "3" else st.integers(0, 9))
        in_list = pins[match.end() + 1] in ",]"  # 3.9 and 3.9.1 can't both be supported
        # No release of what these files name has four numbers but that which has them already.
        rest = draw(st.lists(st.integers(0, 9), max_size=0 if in_list else 2 if match[0].count(".") > 2 else 1))
        return ".".join(map(str, [major, minor, *rest]))

    return VERSION.sub(move, pins)


@contextlib.contextmanager
def repository(before: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        root = Path(folder, "before")
        shutil.copytree(before, root, symlinks=True)
        with contextlib.chdir(root):
            yield root


def run(*arguments: str) -> tuple[int, str]:
    with contextlib.redirect_stdout(io.StringIO()) as printed, contextlib.redirect_stderr(io.StringIO()) as complaint:
        status = main(arguments)
    return status, printed.getvalue() + complaint.getvalue()


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink() and ".pinlint_cache" not in path.parts
    }


def masked(root: Path) -> dict[str, str]:
    """Each file that mentions a version, with every version, and the quotes around it, taken out."""
    mentions = json.loads(run("list", "--output-format", "json")[1])["mentions"]
    texts: dict[str, str] = {}
    for path in {mention["path"] for mention in mentions}:
        text = (root / path).read_bytes().removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
        starts = [0, *(match.end() for match in re.finditer("\n", text))]
        spans = {
            (starts[m["line"] - 1] + m["column"] - 1, starts[m["end_line"] - 1] + m["end_column"] - 1)
            for m in mentions
            if m["path"] == path
        }
        for start, end in sorted(spans, reverse=True):
            quoted = text[start - 1 : start] in ("'", '"') and text[start - 1 : start] == text[end : end + 1]
            text = text[: start - quoted] + "\0" + text[end + quoted :]
        texts[path] = text
    return texts


def same(before: str, after: str) -> bool:
    """Whether two masked texts are equal, but for names that became labels once the places they name agree."""
    number = r"\d+(?:\.\d+)*"
    said = rf"(?:\0|{number}|\"{number}\"|'{number}')"
    return re.fullmatch(re.escape(after).replace("\0", said), before) is not None


def settled(root: Path) -> None:
    """Fix; then fixing again changes nothing, and nothing fixable is left."""
    status, printed = run("--fix")
    assert status in (0, 1) and not re.search("^pinlint: ", printed, re.MULTILINE), printed
    once = files(root)
    run("--fix")
    assert files(root) == once
    left = json.loads(run("--output-format", "json")[1])["findings"]
    assert not [finding for finding in left if finding["fixable"]]


@given(data=st.data())
def test_a_fix_moves_every_pin_and_touches_nothing_else(data: st.DataObject) -> None:
    with repository(data.draw(st.sampled_from(CASES))) as root:
        pins = (root / "pins.toml").read_text()
        (root / "pins.toml").write_text(data.draw(moved(pins)))
        if run()[0] == 2:
            return  # two versions of a list became one, or an override lost its reason: pins.toml is refused
        before = masked(root)
        settled(root)
        if "supports" not in pins and "minimum" not in pins:  # else lists get and lose elements
            after = masked(root)
            assert after.keys() == before.keys()
            assert [path for path in after if not same(before[path], after[path])] == []
        else:
            assert masked(root).keys() == before.keys()


@given(data=st.data())
def test_no_file_is_too_broken(data: st.DataObject) -> None:
    with repository(data.draw(st.sampled_from(CASES))) as root:
        path = root / data.draw(st.sampled_from(sorted(files(root).keys() - {"pins.toml"})))
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        for _ in range(data.draw(st.integers(1, 4))):
            start = data.draw(st.integers(0, len(text)))
            length = data.draw(st.integers(0, 30))
            copy = text[start : start + length] if data.draw(st.booleans()) else ""
            text = text[:start] + copy + data.draw(st.sampled_from(HOSTILE)) + text[start + length * (not copy) :]
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
        status, printed = run()
        if status == 2 and ".from: " in printed:
            return  # the broken file is the one that holds the truth
        settled(root)


@pytest.mark.parametrize("before", CASES, ids=lambda path: path.parent.name)
def test_a_run_is_the_same_twice(before: Path) -> None:
    with repository(before):
        assert run("--output-format", "json") == run("--output-format", "json")
