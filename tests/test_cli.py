"""The command line: exit status 0, 1 or 2, mistakes in one line, and every report as its readers expect it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from pinlint.cli import COMMANDS, main

OUTPUTS = ("full", "concise", "json", "github", "gitlab", "sarif", "junit")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / "pins.toml").write_text('[pins]\npython = "3.10"\n')
    (tmp_path / "Dockerfile").write_text("FROM python:3.9\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def command(*arguments: str, python: tuple[str, ...] = (), **more: object) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "env": environment, **more}
    return subprocess.run([sys.executable, *python, "-m", "pinlint", *arguments], timeout=300, **given)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 1), (("check",), 1), (("Dockerfile",), 1), (("--", "Dockerfile"), 1), (("--diff",), 1), (("--fix",), 0), (("--exit-zero",), 0),
        (("--diff", "--exit-zero"), 0), (("--statistics",), 1), (("--show-files",), 0), (("--no-cache",), 1), (("--config", "pins.toml"), 1),
        (("--select", "unused-pin"), 0), (("--ignore", "version-mismatch"), 0), (("--strict",), 1), (("list",), 0), (("list", "--pin", "python"), 0),
        (("list", "--all"), 0), (("rule",), 0), (("rule", "unused-pin"), 0), (("formats",), 0), (("schema",), 0), (("set", "python", "3.11"), 0),
        (("set", "python", "3.11", "--diff"), 0), *((("--output-format", output), 1) for output in OUTPUTS),
    ],
    ids=str,
)  # fmt: skip
def test_exit_status(root: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], status: int) -> None:
    assert main(arguments) == status
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("--fixx",), "unrecognized arguments: --fixx; see `pinlint --help`; did you mean --fix?"),
        (("--output-format", "xml"), "argument --output-format: invalid choice: 'xml'"),
        (("--config",), "argument --config: expected one argument; see"),
        (("set", "python"), "the following arguments are required: VERSION; see `pinlint set --help`"),
        (("nothing",), "nothing: no such file or folder; check the spelling"),
        (("..",), "..: outside of "),
        (("--config", "nothing"), "nothing: no such file; check --config"),
        (("--select", "unused-pins"), "unused-pins is no rule; `pinlint rule` lists them; did you mean unused-pin?"),
        (("rule", "x"), "x is no rule; `pinlint rule` lists them"),
        (("set", "pythn", "3"), "pins.toml: pythn is no pin; add it under [pins] first; did you mean python?"),
        (("set", "python", "new"), "pins.toml:2: 'new' is no version; write digits and dots, as in 3.12"),
        (("--output-file", "no/where"), "no/where: can't be written: No such file or directory"),
        (("--output-file", "."), ".: can't be written: Is a directory"),
        (("init",), "pins.toml: there is one already;"),
    ],
    ids=str,
)  # fmt: skip
def test_a_mistake_is_one_line_and_2(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], line: str
) -> None:
    assert main(arguments) == 2
    printed, complaint = capsys.readouterr()
    assert printed == "" and complaint.startswith(f"pinlint: {line}") and complaint.count("\n") == 1


@pytest.mark.parametrize("name", COMMANDS)
def test_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    assert end.value.code == 0 and "usage: pinlint" in capsys.readouterr().out


@pytest.mark.parametrize("text", [None, "[pins\n", "pins = 3\n", '[pins]\npython = 3.10\n'])
def test_a_pins_toml_that_is_missing_or_broken(root: Path, capsys: pytest.CaptureFixture[str], text: str | None) -> None:
    (root / "pins.toml").unlink() if text is None else (root / "pins.toml").write_text(text)
    assert main([]) == main(["--fix"]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first == second and ("`pinlint init`" in first if text is None else re.match(r"pinlint: pins.toml:\d+: ", first))
    assert (root / "Dockerfile").read_text() == "FROM python:3.9\n"


@pytest.mark.parametrize("arguments", [(), ("--output-format", "json"), ("list",), ("rule",)], ids=str)
def test_a_reader_that_is_gone_or_a_full_disk_is_no_bug(root: Path, arguments: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    gone = command(*arguments, stdout=writer)
    os.close(writer)
    assert (gone.returncode, gone.stderr) == (141, "")
    if os.path.exists("/dev/full"):
        with open("/dev/full", "w") as full:
            told = command(*arguments, stdout=full)
        assert told.returncode == 2
        assert told.stderr == "pinlint: the output can't be written: No space left on device; make room, or write elsewhere\n"


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed(root: Path, closed: str) -> None:
    done = subprocess.run(f"exec '{sys.executable}' -m pinlint --fix {closed}", shell=True, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert (root / "Dockerfile").read_text() == "FROM python:3.10\n"


def test_assertions_do_no_work(root: Path) -> None:
    """`python -O` leaves them out."""
    plain, optimized = command("--no-cache"), command("--no-cache", python=("-O",))
    assert plain.returncode == 1
    assert (plain.returncode, plain.stdout, plain.stderr) == (optimized.returncode, optimized.stdout, optimized.stderr)


def test_without_git_and_without_a_repository(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--output-format", "concise"]) == 1
    said = capsys.readouterr()
    monkeypatch.setenv("PATH", "")
    assert main(["--output-format", "concise", "--no-cache"]) == 1
    assert capsys.readouterr() == said
    (root / ".git").rename(root / "moved")
    assert main(["--output-format", "concise", "--no-cache"]) == 1
    assert capsys.readouterr() == said


def test_a_repository_that_git_refuses_is_walked(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # git's own way to test "dubious ownership"
    assert main(["--no-cache", "--fix"]) == 0
    assert (root / "Dockerfile").read_text() == "FROM python:3.10\n"


@pytest.fixture
def nested(root: Path) -> Path:
    """pins.toml and what it pins in a folder of the repository."""
    (root / "part").mkdir()
    for name in ("pins.toml", "Dockerfile"):
        (root / name).rename(root / "part" / name)
    return root


@pytest.mark.parametrize("inside", [True, False])
def test_annotations_name_paths_from_the_top_of_the_repository(
    nested: Path, inside: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if inside:
        monkeypatch.chdir(nested / "part")
    more = [] if inside else ["--config", "part/pins.toml"]

    def said(output: str, *options: str) -> str:
        main(["--output-format", output, *more, *options])
        return capsys.readouterr().out

    assert "file=part/Dockerfile,line=1,col=13" in said("github")
    assert json.loads(said("gitlab"))[0]["location"] == {"path": "part/Dockerfile", "lines": {"begin": 1}}
    place = json.loads(said("sarif"))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "part/Dockerfile" and place["region"]["startColumn"] == 13
    assert 'file="part/Dockerfile" line="1"' in said("junit")
    (nested / "part/Dockerfile").write_text("FROM python:3.9@sha256:" + "a" * 64 + "\n")  # which no fix touches
    assert "file=part/Dockerfile,line=1,col=13" in said("github", "--fix")


def test_sarif_has_what_its_schema_requires(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--output-format", "sarif"])
    log = json.loads(capsys.readouterr().out)
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "pinlint" and run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "version-mismatch"
    assert result["level"] in ("error", "warning", "note", "none") and result["message"]["text"]
    region = {"startLine": 1, "startColumn": 13, "endLine": 1, "endColumn": 16}
    assert result["locations"][0]["physicalLocation"]["region"] == region
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "3.10"}}]


def test_junit_counts_what_it_holds(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "pins.toml").write_text('[pins]\npython = "3.10"\npip = "1"\n')
    for fixed in (False, True):
        main(["--output-format", "junit"])
        suites = ET.fromstring(capsys.readouterr().out)
        (suite,) = suites
        for element in (suites, suite):
            counts = [int(element.attrib[name]) for name in ("tests", "failures", "errors", "skipped")]
            found = [len(list(suite.iter(name))) for name in ("testcase", "failure", "error", "skipped")]
            assert counts == found == [1 + (not fixed), int(not fixed), 0, 1]
        main(["--fix"])
        capsys.readouterr()


def test_fingerprints_stay_when_lines_move_and_are_never_shared(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def fingerprints() -> list[str]:
        main(["--output-format", "gitlab"])
        found = json.loads(capsys.readouterr().out)
        assert all({"description", "check_name", "fingerprint", "severity", "location"} == f.keys() for f in found)
        assert {f["severity"] for f in found} <= {"info", "minor", "major", "critical", "blocker"}
        return [f["fingerprint"] for f in found]

    (root / "Dockerfile").write_text("FROM python:3.9\nFROM python:3.9\n")
    before = fingerprints()
    (root / "Dockerfile").write_text("# more\n\nFROM python:3.9\n# and more\nFROM python:3.9\n")
    assert fingerprints() == before and len(set(before)) == 2


@pytest.mark.parametrize("output", ["json", "gitlab", "sarif", "junit"])
def test_a_report_of_nothing_is_a_report(root: Path, capsys: pytest.CaptureFixture[str], output: str) -> None:
    (root / "Dockerfile").write_text("FROM python:3.10\n")
    assert main(["--output-format", output]) == 0
    printed = capsys.readouterr().out
    ET.fromstring(printed) if output == "junit" else json.loads(printed)


def test_a_bug_is_told_with_what_to_do(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise LookupError("no such thing")

    monkeypatch.setattr("pinlint.judge.judge", fail)
    monkeypatch.setattr("pinlint.check.judge", fail)
    assert main(["--fix", "--no-cache"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Traceback") and told.endswith("pinlint: a bug of pinlint's, LookupError: no such thing; please report what is above\n")
    assert (root / "Dockerfile").read_text() == "FROM python:3.9\n"


# What may come when all is done, before the process has ended.
LATE = {
    "an interrupt": ("cli.main = lambda: (_ for _ in ()).throw(KeyboardInterrupt)", 130, "pinlint: interrupted; every file is either as it was or as it should be\n"),
    "a stream that breaks": ("sys.stdout.close()", 0, ""),
}


@pytest.mark.parametrize("late", LATE)
def test_the_end_of_a_process(late: str) -> None:
    before, status, told = LATE[late]
    program = f"import sys\nfrom pinlint import cli\ncli.main = lambda: 0\n{before}\ncli.run_and_exit()\n"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stderr) == (status, told)


def test_a_folder_that_goes_away_or_is_no_business_of_ours_is_walked_past(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / ".git").rename(root / "moved")
    for folder in ("gone", "there"):
        (root / folder).mkdir()
        (root / folder / "Dockerfile").write_text("FROM python:3.9\n")
    scandir = os.scandir

    def vanishing(path: str) -> object:
        if str(path).endswith("gone"):
            raise FileNotFoundError(2, "No such file or directory", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", vanishing)
    assert main(["--output-format", "concise", "--no-cache"]) == 1
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()] == ["Dockerfile", "there/Dockerfile"]


def test_pins_toml_is_looked_for_in_the_folders_above(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "src/deep").mkdir(parents=True)
    monkeypatch.chdir(root / "src/deep")
    assert main(["--output-format", "concise"]) == 1
    assert "Dockerfile:1:13: " in capsys.readouterr().out
    assert main(["list"]) == 0
    assert "Dockerfile" in capsys.readouterr().out
    (root / "pins.toml").unlink()
    assert main(["list", "--all"]) == 0  # all that there is, where nothing is pinned
    assert main([]) == 2
