"""Which files a repository without git has."""

from __future__ import annotations

from pathlib import Path

import pytest

from pinlint import discover


@pytest.mark.parametrize(
    ("marker", "left_out"),
    [("pyvenv.cfg", True), ("conda-meta/history", True), ("action.yml", False), ("sub/pyvenv.cfg", False)],
)
def test_an_environment_is_told_by_what_it_holds(tmp_path: Path, marker: str, left_out: bool) -> None:
    """`.github/actions/env` is a folder like any other."""
    folder = tmp_path / ".github" / "env"
    for path in (folder / marker, folder / "environment.yml"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    assert (".github/env/environment.yml" in discover.files(str(tmp_path))) is not left_out


def test_folders_of_tools_and_of_others_are_left_out(tmp_path: Path) -> None:
    for folder in (".git", ".venv", "node_modules", "vendor", "src"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "setup.cfg").write_text("")
    assert discover.files(str(tmp_path)) == ["src/setup.cfg"]
