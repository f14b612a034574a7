"""`pinlint set` moves a pin where it is declared, and every place that follows it; what can't be moved is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pinlint.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command among files: `run({"pins.toml": ...}, "python", "3.11")` gives the status and what was printed."""

    def run(files: dict[str, str], *arguments: str) -> tuple[int, str, str]:
        for path, text in files.items():
            (tmp_path / path).write_text(text)
        monkeypatch.chdir(tmp_path)
        return main(["set", *arguments]), *capsys.readouterr()

    return run


def test_the_pin_moves_and_what_follows_it_and_nothing_else(run: Run, tmp_path: Path) -> None:
    pins = '[pins.python]\nversion = "3.10"  # newest\nallow = ["3.8"]\n[pins.ruff]\nversion = "0.5.0"\n'
    status, said, _ = run({"pins.toml": pins, "Dockerfile": "FROM python:3.10\nRUN pip install ruff==0.4.0\n"}, "Python", "3.11")
    assert (status, said) == (0, "Dockerfile: moved 1 place\npins.toml: moved 1 place\n")
    assert (tmp_path / "pins.toml").read_text() == pins.replace("3.10", "3.11")
    assert (tmp_path / "Dockerfile").read_text() == "FROM python:3.11\nRUN pip install ruff==0.4.0\n"
    assert run({}, "python", "3.11") == (0, "", ""), "once more moves nothing"


def test_a_name_of_a_pin_is_as_good_as_its_own(run: Run, tmp_path: Path) -> None:
    pins = '[pins.ruff]\nversion = "0.5.0"\naliases = ["acme-ruff"]\n'
    assert run({"pins.toml": pins, "requirements.txt": "acme-ruff==0.5.0\nruff==0.5.0\n"}, "acme_ruff", "0.6.0")[0] == 0
    assert (tmp_path / "requirements.txt").read_text() == "acme-ruff==0.6.0\nruff==0.6.0\n"


def test_what_can_not_follow_is_told_with_its_place(run: Run, tmp_path: Path) -> None:
    files = {"pins.toml": '[pins]\npython = "3.10"\n', "Dockerfile": "FROM python:3.10@sha256:" + "0" * 64 + "\n"}
    status, said, error = run(files, "python", "3.11")
    assert (status, said) == (1, "pins.toml: moved 1 place\n")
    assert error.startswith("Dockerfile:1:13: not moved: python is 3.10 here, pins.toml says 3.11; not fixed: ")


def test_advice_about_a_place_is_no_failure(run: Run) -> None:
    files = {"pins.toml": '[pins]\npython = "3.10"\n', "py310.Dockerfile": "FROM python:3.10\n"}
    status, _, error = run(files, "python", "3.11")
    assert status == 0 and "py310.Dockerfile:1:13: not moved: " in error


def test_the_truth_in_another_file_moves_there(run: Run, tmp_path: Path) -> None:
    pins = '[pins.ruff]\nfrom = "requirements.txt"\n'
    files = {"pins.toml": pins, "requirements.txt": "ruff==0.5.0\nblack==1\n", "install.sh": "pip install ruff==0.5.0\n"}
    status, said, _ = run(files, "ruff", "0.6.0", "--diff")
    assert status == 0 and said.count("+++") == 2 and (tmp_path / "install.sh").read_text() == files["install.sh"]
    status, said, _ = run({}, "ruff", "0.6.0")
    assert (status, said) == (0, "requirements.txt: moved 1 place\ninstall.sh: moved 1 place\n")
    assert (tmp_path / "pins.toml").read_text() == pins
    assert (tmp_path / "requirements.txt").read_text() == "ruff==0.6.0\nblack==1\n"
    assert (tmp_path / "install.sh").read_text() == "pip install ruff==0.6.0\n"


@pytest.mark.parametrize(
    ("pins", "line", "error"),
    [
        pytest.param('from = "requirements.txt"', "ruff==0.5.0 --hash=sha256:00", "requirements.txt:2: can't be moved: ", id="beside a hash"),
        pytest.param('supports = ["0.5.0", "0.6.0"]', "", "pins.toml:1: ruff has no version here; edit supports or minimum by hand", id="no version"),
    ],
)
def test_a_truth_that_can_not_be_moved(run: Run, tmp_path: Path, pins: str, line: str, error: str) -> None:
    files = {"pins.toml": f"[pins.ruff]\n{pins}\n", "requirements.txt": f"\n{line}\n", "install.sh": "pip install ruff==0.5.0\n"}
    status, said, told = run(files, "ruff", "0.6.0")
    assert (status, said) == (2, "") and told.startswith(f"pinlint: {error}")
    assert (tmp_path / "install.sh").read_text() == files["install.sh"]
