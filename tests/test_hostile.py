"""A repository made by somebody who means harm: it runs nothing, opens nothing outside, ends, and forges no output."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from pinlint import value
from pinlint.cli import main
from pinlint.errors import Unreadable
from pinlint.fragments import shell
from pinlint.read import LIMIT, decode, extract
from pinlint.readers import yaml
from pinlint.report.place import CONTROL

PINS = '[pins]\npip = "23.0"\n[pins.python]\nversion = "3.10"\nsupports = ["3.9", "3.10"]\n'
DEEP = 100_000
GIGABYTES = 4 * 1024**3


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "pins.toml").write_text(PINS)
    (folder / ".git").mkdir()  # the repository ends here
    return folder


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, errors="surrogateescape")


def command(*arguments: str, module: bool = True, **more: str) -> subprocess.CompletedProcess[str]:
    """A run in a process of its own, with a bound that only a runaway meets."""
    head = [sys.executable, "-m", "pinlint"] if module else [sys.executable, "-c", "from pinlint.cli import run_and_exit; run_and_exit()"]
    env = {**os.environ, **more}
    return subprocess.run([*head, *arguments], capture_output=True, text=True, errors="replace", timeout=300, env=env)


def bomb(head: str) -> str:
    aliases = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 30))
    return f"a0: &a0 {head}\n{aliases}dependencies: *a29\njobs: {{a: {{strategy: {{matrix: {{python: *a29, include: *a29}}}}, steps: *a29}}}}\n"


HOSTILE = {
    "aliases of aliases": ("environment.yml", bomb("[python=3.10]")),
    "aliases of aliases in a matrix": (".github/workflows/a.yml", bomb("{python-version: '3.10'}")),
    "YAML lists": ("environment.yml", f"python: {'[' * DEEP}1{']' * DEEP}\n"),
    "YAML lists that never close": ("environment.yml", f"python: {'[' * DEEP}"),
    "YAML mappings": (".github/workflows/a.yml", f"python: {'{a: ' * DEEP}1{'}' * DEEP}\n"),
    "YAML dashes": (".gitlab-ci.yml", f"python:\n{'- ' * DEEP}1\n"),
    "YAML questions": (".gitlab-ci.yml", f"python:\n{'? ' * DEEP}1\n"),
    "YAML braces of templates": (".github/workflows/a.yml", f"python: {'{{' * DEEP}\n"),
    "JSON objects": ("package.json", '{"python": ' + '{"a":' * DEEP + "1" + "}" * (DEEP + 1)),
    "JSON lists": (".devcontainer/devcontainer.json", '{"python": ' + "[" * DEEP + "]" * DEEP + "}"),
    "JSON that never closes": ("package.json", '{"python": ' + "[" * DEEP),
    "cells of a notebook": ("a.ipynb", '{"cells": ' + "[" * DEEP + "]" * DEEP + ', "python": "!pip install"}'),
    "TOML lists": ("pyproject.toml", f"python = {'[' * DEEP}{']' * DEEP}\n"),
    "TOML tables": ("pyproject.toml", f"python = {'{a=' * DEEP}1{'}' * DEEP}\n"),
    "TOML keys": ("pyproject.toml", f"{'a.' * DEEP}python = 1\n"),
    "TOML headers": ("pyproject.toml", f"[{'a.' * DEEP}python]\n"),
    "Python parentheses": ("setup.py", f"python = {'(' * DEEP}"),
    "Python signs": ("setup.py", f"python = {'-' * DEEP}1"),
    "Python sums": ("setup.py", f"python = '3'{' + 1' * DEEP}"),
    "Python attributes": ("noxfile.py", f"python = a{'.a' * DEEP}"),
    "Python that doubles": ("noxfile.py", "python = ['3.9'] * 9\n" + "".join(f"n{i + 1} = n{i} + n{i}\n" for i in range(60)) + "n0 = [python]\n"),
    "HCL blocks": ("main.tf", f"python {'{ a = ' * DEEP}"),
    "digits": ("Dockerfile", f"FROM python:3.{'9' * 6000}\n"),
    "octal digits": (".github/workflows/a.yml", f"jobs: {{a: {{steps: [{{uses: actions/setup-python@v5, with: {{python-version: 0{'7' * 6000}}}}}]}}}}"),
    "digits of a bound": ("pyproject.toml", f'[project]\nrequires-python = ">=3.{"9" * 6000}"\n[tool.ruff]\ntarget-version = "py3{"9" * 6000}"\n'),
    "digits of a caret": ("pyproject.toml", f'[tool.poetry.dependencies]\npython = "^3.{"9" * 6000}"\n'),
    "ARG in a circle": ("Dockerfile", "ARG A=$B\nARG B=$A\nFROM python:$A\nENV C=$D D=$C\nRUN pip install pip==$C\n"),
    "ARG that doubles": ("Dockerfile", "ARG A0=python\n" + "".join(f"ARG A{i + 1}={f'$A{i}' * 20}\n" for i in range(40)) + "FROM $A40\n"),
    "ENV of itself": ("Dockerfile", "FROM python:3.10\n" + "ENV A=$A:$A:python\n" * 100),
    "Make in a circle": ("Makefile", "A = $(B)\nB = $(A)\nPYTHON = $(PYTHON)\na:\n\tpip install pip==$(A)\n\tdocker run python:$(PYTHON)\n"),
    "Make that grows": ("Makefile", "A8 = python\n" + "".join(f"A{i} = {f'$(A{i + 1})' * 100}\n" for i in range(8)) + "a:\n\tpip install $(A0)\n"),
    "compose in a circle": ("compose.yml", "services: &a {a: {image: 'python:${A:-${B:-${A}}}', build: {args: {A: '${A}'}}}, b: *a}\n"),
    "compose defaults": ("compose.yml", f"services: {{a: {{image: 'python:{'${A:-' * 9999}3.9{'}' * 9999}'}}}}\n"),
    "anchor in itself": ("environment.yml", "dependencies: &a\n  - python=3.10\n  - *a\n  - &b {c: *b, <<: *b}\n"),
    "requirements in a circle": ("requirements.txt", "-r requirements.txt\n-r other/requirements.txt\n-c requirements.txt\npip==23.0\n" * 100),
    "compiled from itself": ("requirements.txt", "#\n#    pip-compile requirements.txt other/requirements.txt\n#\n-r requirements.txt\npip==23.0\n"),
    "matrix of matrices": (".github/workflows/a.yml", "jobs:\n a:\n  strategy:\n   matrix:\n" + "".join(f"    v{i}: [1, 2, 3, 4]\n" for i in range(40)) + "  steps: [{uses: actions/setup-python@v5, with: {python-version: '" + "".join(f"${{{{ matrix.v{i} }}}}" for i in range(40)) + "'}}]\n"),
    "expressions": (".github/workflows/a.yml", f"jobs: {{a: {{steps: [{{uses: actions/setup-python@v5, with: {{python-version: '{'${{ ' * 9999}'}}}}]}}}}\n"),
    "factors": ("tox.ini", f"[tox]\nenvlist = {'{py39,py310}' * 50}\n"),
    "here-documents": ("Dockerfile", f"FROM python:3.10\nRUN {'<<A ' * 5000}\n{'A' + chr(10)}" * 3),
    "comments to us": ("Dockerfile", "FROM python:3.10\n" + "# pinlint: ignore[" * 20_000),
}


@pytest.mark.parametrize(("path", "text"), HOSTILE.values(), ids=HOSTILE)
def test_it_ends_with_a_finding_or_cleanly(root: Path, capsys: pytest.CaptureFixture[str], path: str, text: str) -> None:
    put(root, path, text)
    put(root, "z/Dockerfile", "FROM python:3.9\n")
    status = main(["--output-format", "json", "--no-cache"])
    printed, complaint = capsys.readouterr()
    found = json.loads(printed)["findings"]
    assert complaint == "" and status == 1
    assert [f["path"] for f in found if f["rule"] == "version-mismatch"][-1] == "z/Dockerfile"  # the rest goes on
    assert not [f for f in found if "a bug of" in f["message"]]
    assert all(f["rule"] in ("unreadable-file", "version-mismatch", "unused-pin", "supported-versions-mismatch", "unused-ignore", "unpinned-mention", "stale-output") for f in found)


def test_it_ends_in_bounded_memory(root: Path) -> None:
    """All of it at once, in a process that may not have more than a few gigabytes."""
    pytest.importorskip("resource")
    for number, (path, text) in enumerate(HOSTILE.values()):
        put(root, f"{number}/{path}", text)
    program = f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({GIGABYTES}, {GIGABYTES})); from pinlint.cli import run_and_exit; run_and_exit()"
    done = subprocess.run([sys.executable, "-c", program, "--output-format", "json", "--no-cache"], capture_output=True, text=True, timeout=500)
    assert done.returncode == 1 and done.stderr == ""
    causes = {f["message"] for f in json.loads(done.stdout)["findings"] if f["rule"] == "unreadable-file"}
    assert any("deep" in cause for cause in causes) and not any("a bug of" in cause for cause in causes)


def test_a_file_over_the_limit_is_a_finding(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path, size in (("Dockerfile", 200 * 1024 * 1024), ("requirements.txt", LIMIT + 1)):
        with open(root / path, "wb") as file:
            file.truncate(size)
    put(root, "z/Dockerfile", "FROM python:3.9\n")
    assert main(["--output-format", "concise", "--fix"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "unreadable-file" in line] == [f"{path}:1:1: unreadable-file can't be read: larger than 16 MiB, so it is not read" for path in ("Dockerfile", "requirements.txt")]
    assert (root / "z/Dockerfile").read_text() == "FROM python:3.10\n"


def test_a_line_of_fifty_megabytes_is_a_finding(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "Dockerfile").write_bytes(b"FROM python:3.9" + b" " * 50_000_000)
    assert main(["--output-format", "concise"]) == 1
    assert "larger than 16 MiB" in capsys.readouterr().out


def test_a_long_line_is_shown_in_part(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(root, "requirements.txt", f"pip==22.0  # {'x' * 1_000_000}\n")
    assert main([]) == 1
    assert len(capsys.readouterr().out) < 2000


def test_a_file_that_takes_too_long_is_left_and_told(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(name: str, document: object) -> list[object]:
        while True:
            try:
                pass
            except Exception:
                raise AssertionError from None

    monkeypatch.setattr("pinlint.scan.LONGEST", 0.1)
    monkeypatch.setattr("pinlint.read.extract", endless)
    put(root, "Dockerfile", "FROM python:3.9\n")
    assert main(["--output-format", "concise", "--no-cache"]) == 1
    assert "Dockerfile:1:1: unreadable-file can't be read: takes longer than 0.1 s to read\n" in capsys.readouterr().out


def test_variables_are_followed_so_often_and_no_more() -> None:
    asked = []

    def lookup(name: str) -> list[value.Value]:
        asked.append(name)
        return [value.of("$A" * 100, 0, 200)]

    pattern = re.compile(r"\$(?P<name>A)")
    (found,) = value.expand(value.of("$A", 0, 2), pattern, lookup)
    assert len(asked) < value.MOST
    assert len(found.text) <= value.LONGEST * 2


def test_a_variable_that_grows_by_itself_costs_no_more_than_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in libtool's ltmain.sh, which adds to its variables all along."""
    looked_at = 0
    real = value.Value.slice

    def slice_(self: value.Value, start: int, end: int) -> value.Value:
        nonlocal looked_at
        looked_at += len(self.pieces)
        return real(self, start, end)

    monkeypatch.setattr(value.Value, "slice", slice_)
    costs = []
    for lines in (100, 200):
        looked_at = 0
        script = "flag=-a\nall=-b\n" + 'all="$all $flag"\ninstall $all $flag\n' * lines
        assert list(shell.read(value.of(script, 0, len(script)), "run")) == []
        costs.append(looked_at)
    assert costs[1] < 3 * costs[0]


def test_depth_of_yaml_is_bounded_by_count() -> None:
    yaml.read("[" * (yaml.DEEPEST - 1) + "]" * (yaml.DEEPEST - 1))
    with pytest.raises(yaml.Unreadable, match="deep"):
        yaml.read("[" * (yaml.DEEPEST + 2) + "]" * (yaml.DEEPEST + 2))


def test_pins_toml_may_be_hostile_too(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text in (f"a = {'[' * DEEP}", f"a = {'{a=' * DEEP}", "a." * DEEP + "b = 1", "[" + "a." * DEEP + "b]", "#" * 2_000_000, "\0", f'[pins]\npython = "{"9" * 6000}"\npython = "1"\n'):
        put(root, "pins.toml", text)
        assert main([]) == 2
        assert re.fullmatch(r"pinlint: pins\.toml[^\n]+\n", capsys.readouterr().err)


@pytest.mark.parametrize("pattern", [r"(?P<python>(?:a+)+)$", r"(?P<python>(?:a|aa)+)$", r"(?P<python>(?:a|a?)+)$", r"(?:.*a){25}(?P<python>b)"])
def test_a_pattern_of_pins_toml_ends(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, pattern: str) -> None:
    monkeypatch.setattr("pinlint.scan.SECONDS", 0.1)
    put(root, "pins.toml", f"{PINS}[[places]]\nfiles = ['*.md']\npattern = '{pattern}'\n")
    put(root, "notes.md", "a" * 60 + "!\n")
    assert main(["--output-format", "concise", "--no-cache"]) == 1
    assert "notes.md:1:1: unreadable-file can't be read: the pattern" in capsys.readouterr().out


@pytest.fixture
def opened() -> Iterator[set[str]]:
    """The real paths of every file that is opened from now on. An audit hook can't be taken away, so it is told to stop."""
    seen: set[str] = set()
    watching = [True]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event == "open" and isinstance(arguments[0], (str, bytes)):
            seen.add(os.path.realpath(os.fsdecode(arguments[0])))

    sys.addaudithook(hook)
    yield seen
    watching.clear()


@pytest.mark.parametrize("fix", [[], ["--fix"]])
def test_no_path_in_a_file_is_opened_outside(root: Path, tmp_path: Path, opened: set[str], fix: list[str]) -> None:
    for name in ("secret.txt", "secret.in", "secret", "requirements.txt", ".python-version"):
        (tmp_path / name).write_text("pip==22.0\n")
    put(root, "requirements.txt", f"#\n#    pip-compile ../secret.in {tmp_path}/secret.in\n#\n-r ../requirements.txt\n-r {tmp_path}/requirements.txt\n-c linked.txt\npip==22.0\n")
    put(root, ".github/workflows/a.yml", f"jobs: {{a: {{steps: [{{uses: actions/setup-python@v5, with: {{python-version-file: ../.python-version}}}}, {{uses: ./../../a, with: {{python-version-file: {tmp_path}/.python-version}}}}]}}}}\n")
    put(root, "Dockerfile", "FROM python:3.9\nCOPY ../secret.txt .\nRUN pip install -r ../requirements.txt\n")
    put(root, "pyproject.toml", '[tool.setuptools.dynamic]\ndependencies = { file = ["../secret.txt"] }\n')
    put(root, "setup.cfg", "[options]\ninstall_requires = file: ../secret.txt\n")
    put(root, "compose.yml", "services: {a: {extends: {file: ../secret}, env_file: ../secret, build: ../}}\ninclude: [../secret]\n")
    put(root, "Makefile", "include ../secret\nX = $(shell cat ../secret)\n")
    put(root, "noxfile.py", "python = open('../secret').read()\n")
    (root / "linked.txt").symlink_to(tmp_path / "secret.txt")
    (root / "requirements-linked.txt").symlink_to("../secret.txt")
    (root / "folder").symlink_to(tmp_path)
    opened.clear()
    main(["--output-file", str(root / "out.txt"), *fix])
    assert str(root / "Dockerfile") in opened
    assert not {path for path in opened if path.startswith(f"{tmp_path}{os.sep}") and not path.startswith(f"{root}{os.sep}")}


@pytest.mark.parametrize(
    "table",
    [
        "[pins.python]\nfrom = '../secret'", "[pins.python]\nfrom = '/etc/passwd'", "[pins.python]\nfrom = 'linked.env'", "[pins.python]\nfrom = 'folder/a.env'",
        "[[ignore]]\nfiles = ['../*']\nreason = 'x'", "[[places]]\nfiles = ['/etc/*']\npattern = '(?P<pip>1)'", "[[require]]\npin = 'pip'\nfiles = ['a/../../b']",
        "[[overrides]]\nfiles = ['/**']\npins = { pip = '1' }",
    ],
)
def test_pins_toml_names_no_path_outside(root: Path, tmp_path: Path, opened: set[str], capsys: pytest.CaptureFixture[str], table: str) -> None:
    for name in ("secret", "a.env"):
        (tmp_path / name).write_text("PYTHON_VERSION=3.9\n")
    (root / "linked.env").symlink_to(tmp_path / "a.env")
    (root / "folder").symlink_to(tmp_path)
    put(root, "pins.toml", "[pins]\npip = '23.0'\n" + table + "\n")
    opened.clear()
    assert main([]) == 2
    assert re.fullmatch(r"pinlint: pins\.toml:\d+: [^\n]*leads out of the repository[^\n]*\n", capsys.readouterr().err)
    assert not {str(tmp_path / "secret"), str(tmp_path / "a.env"), "/etc/passwd"} & opened


def test_a_pins_toml_that_leads_out_is_not_opened(root: Path, tmp_path: Path, opened: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other.toml").write_text(PINS)
    (root / "pins.toml").unlink()
    (root / "pins.toml").symlink_to(tmp_path / "other.toml")
    opened.clear()
    assert main([]) == main(["--fix"]) == main(["set", "pip", "24.0"]) == 2
    assert set(capsys.readouterr().err.splitlines()) == {"pinlint: pins.toml: can't be read: a link that leads out of the repository, so it is not followed"}
    assert str(tmp_path / "other.toml") not in opened


TOUCH = "import pathlib; pathlib.Path({!r}).touch()\n"


def test_nothing_of_the_repository_is_imported_or_run(root: Path, tmp_path: Path) -> None:
    """Not even by `python -m pinlint`, for which Python looks for modules in the working folder first."""
    marker = tmp_path / "marker"
    for name in ("setup", "noxfile", "conftest", "yaml", "tomllib", "json", "argparse", "pydantic", "packaging", "dockerfile_parse", "sitecustomize", "evil", "tasks"):
        put(root, f"{name}.py", TOUCH.format(str(marker)) + "python = '3.9'\n")
    put(root, "evil.egg-info/entry_points.txt", "[pinlint.formats]\nevil = evil\n[pydantic]\nevil = evil\n")
    put(root, "evil.egg-info/PKG-INFO", "Metadata-Version: 2.1\nName: evil\nVersion: 1\n")
    put(root, "Dockerfile", "FROM python:3.9\n")
    for arguments in (["--fix"], ["--no-cache", "--output-format", "json"], ["list"], ["--unknown"]):
        command(*arguments)
    assert (root / "Dockerfile").read_text() == "FROM python:3.10\n"
    put(root, "pins.toml", 'plugins = ["evil"]\n' + PINS)
    assert "no installed package offers the format evil" in command().stderr
    assert not marker.exists()


CONFIG = """
[core]
    fsmonitor = {0}
    hooksPath = {1}
    pager = {0}
    editor = {0}
    sshCommand = {0}
    askPass = {0}
    gitProxy = {0}
    alternateRefsCommand = {0}
[alias]
    ls-files = !{0}
[diff "x"]
    textconv = {0}
    command = {0}
[filter "x"]
    clean = {0}
    smudge = {0}
    process = {0}
    required = true
[credential]
    helper = !{0}
[pager]
    ls-files = {0}
[interactive]
    diffFilter = {0}
[submodule]
    recurse = true
[uploadpack]
    packObjectsHook = {0}
[remote "origin"]
    url = ext::{0}
    promisor = true
    partialclonefilter = blob:none
[extensions]
    partialClone = origin
"""


def test_a_repositorys_own_git_configuration_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, marker, script, hooks = tmp_path / "repository", tmp_path / "marker", tmp_path / "script", tmp_path / "hooks"
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    script.write_text(f"#!/bin/sh\necho $0 >> {marker}\ncat\n")
    script.chmod(0o755)
    for folder in (hooks, root / ".git/hooks"):
        folder.mkdir(exist_ok=True)
        for name in ("post-index-change", "fsmonitor-watchman", "pre-auto-gc", "post-checkout", "reference-transaction", "query-watchman"):
            (folder / name).write_text(script.read_text())
            (folder / name).chmod(0o755)
    put(root, ".gitattributes", "* filter=x diff=x\n")
    put(root, "pins.toml", PINS)
    put(root, "Dockerfile", "FROM python:3.9\n")
    subprocess.run(["git", "add", "."], check=True, cwd=root)
    with open(root / ".git/config", "a") as config:
        config.write(CONFIG.format(script, hooks))
    (root / "Dockerfile").write_text("FROM python:3.8\n")
    subprocess.run(["git", "status"], cwd=root, capture_output=True)
    assert marker.exists()  # the configuration works: git alone obeys it
    marker.unlink()
    monkeypatch.chdir(root)
    for arguments in ([], ["--fix"], ["--diff"], ["list"], ["set", "python", "3.11"], ["init", "--dry-run"]):
        main(arguments)
    assert not marker.exists()
    assert "3.11" in (root / "Dockerfile").read_text()


def test_git_is_none_that_the_repository_brings(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("git", "git.exe", "bin/git"):
        put(root, name, f"#!/bin/sh\ntouch {tmp_path}/marker\n")
        (root / name).chmod(0o755)
    put(root, "Dockerfile", "FROM python:3.9\n")
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", "bin", os.environ["PATH"]]))
    assert main([]) == 1
    assert not (tmp_path / "marker").exists()


EVIL = "\x1b[31m\x07\r\x85\u2028\u202e\u2066\u200b\x7f%0A##[error]x ##vso[task.x]y ::error::z %25 \udcff<script>&amp;]]>](http://x)\"'"
EVIL_NAME = ("\n::error::a\r\x1b]0;x\x07\u202e%0A ,b##[error]\udcff<&\"'" ).encode("utf-8", "surrogateescape")
OUTPUTS = ("full", "concise", "json", "github", "gitlab", "sarif", "junit")


@pytest.mark.parametrize("output", OUTPUTS)
def test_output_cannot_be_forged(root: Path, capfd: pytest.CaptureFixture[str], output: str) -> None:
    folder = os.path.join(os.fsencode(root), EVIL_NAME)
    os.mkdir(folder)
    texts = {
        "environment.yml": f"dependencies:\n  - python=3.8  # {EVIL}\n  - pip=22.0\n",
        "Dockerfile": f"FROM python:3.8-{EVIL}\nRUN pip install 'pip=={EVIL}'\n",
        "a.yaml": f'"{EVIL}": [',
        "setup.py": f"python = '{EVIL}",
        "pyproject.toml": f'python = "{EVIL}\n',
        ".python-version": f"3.8{EVIL}\n",
    }
    for name, text in texts.items():
        with open(os.path.join(folder, name.encode()), "wb") as file:
            file.write(text.encode("utf-8", "surrogateescape"))
    assert main(["--output-format", output, "--no-cache"]) == 1
    printed, complaint = capfd.readouterr()
    assert complaint == ""
    lines = printed.split("\n")
    assert not CONTROL.search("".join(lines))
    orders = [line for line in lines if line.lstrip().startswith("::")]
    assert not orders or output == "github"
    assert all(re.match(r"::(error|warning) title=pinlint [a-z-]+,file=[^:,\n]*,line=\d+,col=\d+,endLine=\d+,endColumn=\d+::", line) for line in orders)
    assert not re.search(r"##(\w*)\[", printed)
    if output == "github":
        assert len(orders) == len(lines) - 1
    elif output == "junit":
        ET.fromstring(printed)
    elif output in ("json", "gitlab", "sarif"):
        json.loads(printed)
        assert printed.isascii()


def test_a_list_and_a_complaint_cannot_be_forged(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = os.path.join(os.fsencode(root), EVIL_NAME)
    os.mkdir(folder)
    with open(os.path.join(folder, b"Dockerfile"), "w") as file:
        file.write("FROM python:3.8\n")
    for arguments in (["list"], ["list", "--output-format", "json"], ["--show-files"], ["set", "python", "3.11", "--diff"], ["set", EVIL, "1"], [f"--{EVIL}"], ["--select", EVIL], ["rule", EVIL], [EVIL], ["--config", EVIL]):
        main(arguments)
        printed, complaint = capfd.readouterr()
        assert not CONTROL.search("".join((printed + complaint).split("\n"))), arguments
        assert not re.search(r"^\s*::|##\w*\[", printed + complaint, re.MULTILINE) or "--diff" in arguments
        assert complaint.count("\n") <= 1


def test_the_text_of_a_file_reads_back(root: Path) -> None:
    document = decode("Dockerfile", b"FROM python:3.8\xff\n")
    assert document.encode(document.text) == b"FROM python:3.8\xff\n"
    assert extract("dockerfile", document) is not None


@pytest.mark.parametrize("text", ["a: 1\r\rb: [\r", "a: 1\x85\u2028b: [", "a:\n  - b\n c: d\n"], ids=["returns", "separators", "newlines"])
def test_a_line_that_is_named_is_one_of_the_file(text: str) -> None:
    with pytest.raises(Unreadable) as broken:
        yaml.read(text)
    assert 1 <= broken.value.line <= text.count("\n") + 1
