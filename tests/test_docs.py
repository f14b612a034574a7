"""The docs tell the truth: what they show is run, and the output they print is the output there is.

In a page, a fenced block whose info string names a file (```` ```yaml environment.yml ````) writes that file, and a block
of the language `console` runs its command (`$ pinlint ...`) among the files written since the last heading of the
second level. `$ cd examples/drifted && pinlint` runs in a copy of that folder instead. `PINLINT_UPDATE=1` writes the
outputs again.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pinlint.cli import main
from pinlint.formats import FORMATS, OPTIONAL
from pinlint.read import format_module
from pinlint.rules import RULES
from pinlint.tables import rules as tables
from pinlint.tables.formats import FILES

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
UPDATE = bool(os.environ.get("PINLINT_UPDATE"))

PART = re.compile(r"^## [^\n]*$|^```(?P<language>\w+)(?: (?P<file>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"\$ (?:cd (?P<folder>\S+) && )?pinlint ?(?P<arguments>.*)\n")


def examples(page: Path) -> list[re.Match[str]]:
    return [m for m in PART.finditer(page.read_text()) if m["language"] == "console" and COMMAND.match(m["body"])]


@pytest.mark.parametrize("page", [p for p in PAGES if examples(p)], ids=lambda p: p.relative_to(ROOT).as_posix())
def test_examples(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    text, shown, section = page.read_text(), [], 0
    for part in PART.finditer(text):
        section += part["body"] is None
        folder = tmp_path / str(section)
        folder.mkdir(exist_ok=True)
        if part["file"]:
            target = folder / part["file"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(part["body"])
        elif part["language"] == "console" and (command := COMMAND.match(part["body"])):
            if command["folder"]:
                folder = tmp_path / "copy" / command["folder"]
                if not folder.exists():
                    shutil.copytree(ROOT / command["folder"], folder, ignore=shutil.ignore_patterns(".pinlint_cache"))
            monkeypatch.chdir(folder)
            main(shlex.split(command["arguments"], comments=True))
            printed = capsys.readouterr()
            shown.append((part, command[0] + printed.out + printed.err))
    if UPDATE:
        for part, output in reversed(shown):
            text = text[: part.start("body")] + output + text[part.end("body") :]
        page.write_text(text)
        return
    for part, output in shown:
        assert part["body"] == output


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_page(rule: str) -> None:
    page = ROOT / "docs/rules" / f"{rule}.md"
    facts = tables.RULES[rule]
    words = " ".join(page.read_text().split())
    assert words.startswith(f"# {rule} | severity | fix | since | |---|---|---| | {facts['severity']}")
    assert f"| {facts['fix']} |" in words
    assert facts["what"] in words, "the page and `pinlint rule` tell the same"
    assert any(rule in match["body"] for match in examples(page)), "shows the rule at work"


def test_every_page_of_a_rule_has_a_rule() -> None:
    assert {path.stem for path in (ROOT / "docs/rules").glob("*.md")} == set(RULES)


def test_the_page_of_formats_is_current() -> None:
    written = subprocess.run(
        [sys.executable, "docs/write_formats.py", "--stdout"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (ROOT / "docs/formats.md").read_text() == written.stdout, "run `make docs`"


def test_the_table_of_formats_is_current() -> None:
    assert list(FILES.items()) == [(name, format_module(name).FILES) for name in (*OPTIONAL, *FORMATS)], "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text()):
        assert (page.parent / target).exists(), target
