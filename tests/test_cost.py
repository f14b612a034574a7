"""What a run imports stands for what it costs: only what the files at hand and the form of pins.toml ask for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from pinlint.cli import main
main(["--output-file", "/dev/null", *sys.argv[1:]])
print(*sys.modules)
"""
SHORT = '[pins]\npython = "3.10"\n'
LONG = '[pins.python]\nversion = "3.10"\n'
WORKFLOW = "jobs:\n  a:\n    steps:\n      - run: python3.10 a.py\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a file of each of three kinds, one of them without a pinned subject."""
    (tmp_path / "pins.toml").write_text(SHORT)
    (tmp_path / ".python-version").write_text("3.10\n")
    (tmp_path / "pyproject.toml").write_text('[project]\nrequires-python = ">=3.8,<4"\n')
    (tmp_path / "values.yaml").write_text("replicas: 1  # " + "nothing of note here " * 40 + "\n")
    return tmp_path


def imported(root: Path, *arguments: str) -> set[str]:
    command = [sys.executable, "-c", PROGRAM, *arguments]
    return set(subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.split())


def formats(modules: set[str]) -> set[str]:
    return {m.split(".")[2] for m in modules if m.startswith("pinlint.formats.")}


def test_a_cold_run_imports_the_formats_of_its_files(root: Path) -> None:
    modules = imported(root)
    assert {"python_version_file", "pyproject"} <= formats(modules)
    assert not {"kubernetes", "dockerfile", "notebook", "github_workflow", "pre_commit"} & formats(modules)
    assert not {"pydantic", "packaging", "yaml", "dockerfile_parse", "importlib.metadata"} & modules


def test_the_long_form_is_validated_once(root: Path) -> None:
    (root / "pins.toml").write_text(LONG)
    assert "pydantic" in imported(root)
    (root / ".pinlint_cache/files").unlink()
    modules = imported(root)
    assert not {"pydantic", "tomllib"} & modules and "pyproject" in formats(modules)


def test_a_single_file_imports_its_own_format(root: Path) -> None:
    (root / "a.yml").write_text(WORKFLOW)
    modules = imported(root, ".python-version")
    assert formats(modules) == {"python_version_file"}
    assert not {"pydantic", "packaging", "yaml", "subprocess"} & modules


def test_what_each_reader_needs_is_imported_with_it(root: Path) -> None:
    """The names above are those that a run would show."""
    (root / ".github/workflows").mkdir(parents=True)
    (root / ".github/workflows/a.yml").write_text(WORKFLOW)
    (root / "Dockerfile").write_text("FROM python:3.10\n")
    (root / "pyproject.toml").write_text('[project]\nrequires-python = ">=3.8rc1"\n')
    assert {"yaml", "dockerfile_parse", "packaging", "pinlint.formats.github_workflow"} <= imported(root)


COUNTED = """
import re
compiled = []
compile_ = re._compiler.compile
re._compiler.compile = lambda *given: (compiled.append(given[0]), compile_(*given))[1]
"""


def compiled(root: Path, *arguments: str) -> list[str]:
    """The expressions that a run compiles, its imports included."""
    program = COUNTED + PROGRAM.replace("print(*sys.modules)", "import json; print(json.dumps([p for p in compiled if isinstance(p, str)]))")
    command = [sys.executable, "-c", program, "--no-cache", *arguments]
    found: list[str] = json.loads(subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout)
    return found


def test_expressions_of_pyyaml_are_compiled_where_it_needs_them(root: Path) -> None:
    (root / "environment.yml").write_text("dependencies:\n  - python=3.10\n")
    assert not [p for p in compiled(root) if r"\U00010000" in ascii(p) or "0o" in p or "[Nn]ull" in p]


READS = """
from pinlint import read
extract = read.extract
read.extract = lambda name, document: (print(document.path), extract(name, document))[1]
"""


def test_requirements_are_read_once_though_they_are_judged_and_compared(root: Path) -> None:
    (root / "requirements.in").write_text("python-dateutil\n")
    (root / "requirements.txt").write_text("# by pip-compile\n#    pip-compile requirements.in\npython-dateutil==2.9.0\n")
    command = [sys.executable, "-c", READS + PROGRAM.replace("print(*sys.modules)", ""), "--no-cache"]
    read = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.split()
    assert [read.count(f"requirements.{ending}") for ending in ("in", "txt")] == [1, 1]


def test_of_the_paths_that_tell_a_version_only_those_at_hand_are_compiled(root: Path) -> None:
    (root / "a.sh").write_text("export PATH=/usr/local/cuda-11.3/bin  # for python\n")
    expressions = compiled(root)
    assert [p for p in expressions if p.startswith("/cuda-")]
    assert not [p for p in expressions if "/node-v" in p or "Miniconda3" in p or "site|dist" in p]
