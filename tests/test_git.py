"""Whichever way git is started it names the same files, and where it can't say the folder is walked."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

import pytest

from pinlint import discover, git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("built\n")
    for name in ("built", "kept"):
        (tmp_path / name).write_text("")
    return tmp_path


def refuse(*_: object, **__: object) -> int:
    raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))


def test_a_system_that_spawns_and_one_that_does_not(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spawned = git.ask(str(root))()
    monkeypatch.delattr(os, "posix_spawn", raising=False)
    assert git.ask(str(root))() == spawned
    assert discover.files(str(root)) == [".gitignore", "kept"]


@pytest.mark.parametrize("lacking", [(), ("posix_spawn",)])
def test_a_git_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lacking: tuple[str, ...]) -> None:
    (tmp_path / ".git").write_text("gitdir: nowhere\n")
    (tmp_path / "kept").write_text("")
    for name in lacking:
        monkeypatch.delattr(os, name, raising=False)
    assert git.ask(str(tmp_path))() is None
    assert discover.files(str(tmp_path)) == [".git", "kept"]


@pytest.mark.parametrize("way", ["posix_spawn", "subprocess.run"])
def test_a_system_without_room_for_a_process(root: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    if way == "posix_spawn":
        monkeypatch.setattr(os, way, refuse, raising=False)
    else:
        monkeypatch.delattr(os, "posix_spawn", raising=False)
        monkeypatch.setattr(way, refuse)
    assert discover.files(str(root)) == [".gitignore", "built", "kept"]
