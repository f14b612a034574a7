"""Golden cases: `tests/cases/<a-sentence>/` holds a repository before and after, and the report between them.

`PINLINT_UPDATE=1 pytest tests/test_cases.py` writes `after/` and `findings.txt` again; the review is the diff.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
from pathlib import Path

import pytest

from pinlint.cli import main

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/before"))
UPDATE = bool(os.environ.get("PINLINT_UPDATE"))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".pinlint_cache" not in path.parts
    }


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run the command in a folder: `run(folder, "--fix")` gives the exit status and what was printed."""

    def run(folder: Path, *arguments: str) -> tuple[int, str]:
        monkeypatch.chdir(folder)
        capsys.readouterr()
        status = main(list(arguments))
        printed = capsys.readouterr()
        assert not printed.err, printed.err
        return status, printed.out

    return run


@pytest.fixture
def copy(tmp_path: Path):
    """Copy a folder to where it may be changed; a repository of its own, whatever lies around it."""

    def copy(folder: Path, name: str) -> Path:
        target = tmp_path / name
        shutil.copytree(folder, target, symlinks=True)
        return target

    return copy


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, copy, run) -> None:
    arguments = shlex.split((case / "args.txt").read_text()) if (case / "args.txt").exists() else []
    before = copy(case / "before", "before")

    status, findings = run(before, "--output-format", "concise", *arguments)
    assert tree(before) == tree(case / "before"), "a check writes nothing"

    fixed = copy(case / "before", "fixed")
    run(fixed, "--fix", *arguments)
    if UPDATE:
        (case / "findings.txt").write_bytes(findings.encode())
        shutil.rmtree(case / "after", ignore_errors=True)
        shutil.copytree(fixed, case / "after", symlinks=True, ignore=shutil.ignore_patterns(".pinlint_cache"))
    assert findings == (case / "findings.txt").read_bytes().decode()
    assert tree(fixed) == tree(case / "after")

    errors = [f for f in report(run, before, arguments) if f["severity"] == "error"]
    assert status == (1 if errors or ("--strict" in arguments and findings) else 0)

    run(fixed, "--fix", *arguments)
    assert tree(fixed) == tree(case / "after"), "fixing twice changes nothing"
    assert not [f for f in report(run, fixed, arguments) if f["fixable"]], "a fixed tree has no fixable finding"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_with_windows_line_ends(case: Path, copy, run) -> None:
    arguments = shlex.split((case / "args.txt").read_text()) if (case / "args.txt").exists() else []
    before = copy(case / "before", "before")
    for path in before.rglob("*"):
        if path.is_file() and not path.is_symlink():
            path.write_bytes(windows(path.read_bytes()))

    _, findings = run(before, "--output-format", "concise", *arguments)
    assert findings == (case / "findings.txt").read_bytes().decode()

    run(before, "--fix", *arguments)
    assert tree(before) == {path: windows(data) for path, data in tree(case / "after").items()}


def windows(data: bytes) -> bytes:
    """The same lines, ended by CR LF; a file that has a CR is about line ends itself and stays as it is."""
    return data if b"\r" in data else data.replace(b"\n", b"\r\n")


def report(run, folder: Path, arguments: list[str]) -> list[dict[str, object]]:
    _, printed = run(folder, "--output-format", "json", *arguments)
    found: list[dict[str, object]] = json.loads(printed)["findings"]
    return found


def test_there_are_cases() -> None:
    assert CASES
