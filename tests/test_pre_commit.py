"""The hooks as pre-commit runs them: it fails on drift, fixes it, and then passes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = {
    "pins.toml": '[pins]\npython = "3.10"\n',
    "environment.yml": "dependencies:\n  - python=3.9  # pinned\n",
    "Dockerfile": "FROM python:3.9-slim\n",
    "notes.txt": "python 3.8 was here\n",
}

pytestmark = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="pre-commit clones a repository, and this is none")


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def drifted(tmp_path: Path) -> Path:
    folder = tmp_path / "drifted"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    return folder


def test_hooks_fail_fix_and_pass(drifted: Path, tmp_path: Path) -> None:
    def hooks() -> tuple[int, str]:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "--all-files", "--color=never"],
            cwd=drifted,
            env={**environment, "PRE_COMMIT_HOME": str(tmp_path / "home")},
            capture_output=True,
            text=True,
            timeout=600,
        )
        return done.returncode, done.stdout + done.stderr

    status, printed = hooks()
    assert status == 1
    assert re.search(r"^pinlint\.+Failed$", printed, re.MULTILINE), printed
    assert "environment.yml:2:12: version-mismatch" in printed, printed
    assert re.search(r"^pinlint --fix\.+Failed$", printed, re.MULTILINE), printed
    assert "files were modified by this hook" in printed, printed
    assert (drifted / "environment.yml").read_text() == "dependencies:\n  - python=3.10  # pinned\n"
    assert (drifted / "Dockerfile").read_text() == "FROM python:3.10-slim\n"

    git(drifted, "add", ".")
    status, printed = hooks()
    assert status == 0, printed
    assert printed.count("Passed") == 2


def test_a_changed_file_is_judged_alone_and_changed_pins_judge_all(drifted: Path, monkeypatch, capsys) -> None:
    from pinlint.cli import main

    def said(*paths: str) -> set[str]:
        main(["--output-format", "concise", *paths])
        return {line.partition(":")[0] for line in capsys.readouterr().out.splitlines() if "version-mismatch" in line}

    monkeypatch.chdir(drifted)
    assert said("Dockerfile", "notes.txt") == {"Dockerfile"}
    assert said("notes.txt") == set()
    assert said("pins.toml", "notes.txt") == {"Dockerfile", "environment.yml"}
