"""Work that several processes share comes to what one process makes of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pinlint import processes
from pinlint.cli import main

PATHS = [f"{number:03}" for number in range(50)]
here = os.getpid()

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere one process does it all")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three processes share all but the first path, whatever the machine has."""
    monkeypatch.setattr(processes, "PATIENCE", -1)
    monkeypatch.setattr(processes, "FEWEST", 1)
    monkeypatch.setattr(processes, "_count", lambda left: 3)


def work(path: str) -> tuple[str, str]:
    return path.upper(), f"\udcff{path}\n"


def test_the_order_is_that_of_the_paths() -> None:
    shown: list[str] = []

    def watch(paths: list[str]) -> list[str]:
        shown.append(paths[0])
        return paths

    assert list(processes.made(work, PATHS, watch).items()) == [(path, work(path)) for path in PATHS]
    assert shown == ["000", "001"]


def test_other_processes_do_their_part() -> None:
    found = processes.made(lambda path: (str(os.getpid()),), PATHS)
    assert len(set(found.values())) == 3 and found["000"] == found["001"] == (str(here),)


def elsewhere(act: Callable[[], None]) -> Callable[[str], tuple[str, str]]:
    """Work that goes wrong in every process but this one."""

    def work_(path: str) -> tuple[str, str]:
        if os.getpid() != here:
            act()
        return work(path)

    return work_


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def broken() -> None:
    raise RuntimeError("elsewhere")


def gone() -> None:
    sys.exit(3)


@pytest.mark.parametrize("act", [killed, broken, gone])
def test_what_another_process_leaves_undone_is_done_here(act: Callable[[], None]) -> None:
    assert processes.made(elsewhere(act), PATHS) == {path: work(path) for path in PATHS}


def test_what_cannot_be_told_is_done_here() -> None:
    found = processes.made(lambda path: (path if os.getpid() == here else object(),), PATHS)  # type: ignore[arg-type, return-value]
    assert found == {path: (path,) for path in PATHS}


def test_what_is_raised_is_raised_here() -> None:
    def work_(path: str) -> tuple[str, str]:
        if path == "030":
            raise KeyError(path)
        return work(path)

    with pytest.raises(KeyError, match="030"):
        processes.made(work_, PATHS)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)  # no process is left behind


def test_a_system_without_room_for_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise OSError("no room")

    monkeypatch.setattr(os, "fork", refuse)
    assert processes.made(work, PATHS) == {path: work(path) for path in PATHS}


def test_a_run_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pins.toml").write_text('[pins]\npython = "3.10"\ntorch = "2.1.0"\n')
    for number in range(30):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "Dockerfile").write_text(f"FROM python:3.{number % 4 + 8}\nRUN pip install torch==2.{number % 3}.0\n")
        (folder / "requirements.in").write_text("torch==2.1.0\nx\n")
        (folder / "requirements.txt").write_text("#    pip-compile requirements.in\ntorch==2.0.0\n")
    (tmp_path / "0/pyproject.toml").write_text("[project\n")
    said = [(main(["--no-cache"]), capsys.readouterr())]
    monkeypatch.setattr(processes, "_count", lambda left: 1)
    said += [(main(["--no-cache"]), capsys.readouterr())]
    assert said[0] == said[1] and said[0][0] == 1 and "x is missing" in said[0][1].out


def test_one_process_where_there_is_little_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    program = "from pinlint.processes import _count; print(_count(10**6) >= 1, _count(100))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "True 1\n"
