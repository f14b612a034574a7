"""A format from an installed package is read as the others are, and what is wrong with it is told in one line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pinlint.cli import main

FORMAT = '''
import re
from pinlint.model import Mention

FILES = ("*.acme",)

def extract(document):
    yield Mention("", 0, 1, "x", "dotted", "uses", "of no subject")
    for match in re.finditer(r"python=([0-9.]+)", document.text):
        yield Mention("python", *match.span(1), match[1], "dotted", "uses", "acme", match[1])
        yield Mention("python", *match.span(1), match[1], "completed", "uses", "by its variable", match[1])
        yield Mention("python", *match.span(1), match[1], "dotted", "uses", "once more", match[1])
'''


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Install a package whose format is `text`, and run pinlint where pins.toml names it."""

    def check(text: str, *arguments: str) -> tuple[int, str, str]:
        package, root = tmp_path / "site", tmp_path / "repository"
        (package / "acme-1.0.dist-info").mkdir(parents=True)
        (package / "acme_pinlint.py").write_text(text)
        (package / "acme-1.0.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
        (package / "acme-1.0.dist-info/entry_points.txt").write_text("[pinlint.formats]\nacme = acme_pinlint\n")
        monkeypatch.syspath_prepend(package)
        monkeypatch.delitem(sys.modules, "acme_pinlint", raising=False)
        root.mkdir()
        (root / "pins.toml").write_text('plugins = ["acme"]\n[pins]\npython = "3.10"\n')
        (root / "tool.acme").write_text("with python=3.9\n")
        monkeypatch.chdir(root)
        status = main(["--no-cache", "--output-format", "concise", *arguments])
        return status, *capsys.readouterr()

    return check


def test_its_files_are_checked(check) -> None:
    said = "tool.acme:1:13: version-mismatch [*] python is 3.9 here, pins.toml says 3.10\n"
    assert check(FORMAT) == (1, said, ""), "each place once"


def test_its_files_are_fixed(check, tmp_path: Path) -> None:
    assert check(FORMAT, "--fix") == (0, "", "")
    assert (tmp_path / "repository/tool.acme").read_text() == "with python=3.10\n"


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        pytest.param("import nothing_of_this_name", "No module named 'nothing_of_this_name'", id="not imported"),
        pytest.param('FILES = ("*.acme",)', "module 'acme_pinlint' has no attribute 'extract'", id="no extract"),
        pytest.param("def extract(document): ...", "module 'acme_pinlint' has no attribute 'FILES'", id="no files"),
    ],
)
def test_one_that_is_none_is_told(check, text: str, cause: str) -> None:
    message = f"pinlint: the plugin acme can't be loaded: {cause}; mend it or take it out of plugins\n"
    assert check(text) == (2, "", message)


def test_a_bug_of_its_own_hides_no_other_file(check) -> None:
    status, said, _ = check('FILES = ("*.acme",)\ndef extract(document): return [1 / 0]')
    assert status == 1
    assert "tool.acme:1:1: unreadable-file can't be read: a bug of the plugin acme's, ZeroDivisionError: division by zero" in said


def test_one_that_is_not_installed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pins.toml").write_text('plugins = ["acne"]\n[pins]\npython = "3.10"\n')
    monkeypatch.chdir(tmp_path)
    assert main(["--no-cache"]) == 2
    assert capsys.readouterr().err == "pinlint: no installed package offers the format acne; install it or take it out of plugins\n"
