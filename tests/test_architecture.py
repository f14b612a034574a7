"""The shape of the code: who imports whom, how long a module is, what every format owes."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from pinlint.formats import FORMATS, OPTIONAL

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "src/pinlint").rglob("*.py"))
LONGEST = 250  # lines

# What a run that finds nothing must not pay for.
HEAVY = {"pydantic", "yaml", "dockerfile_parse", "packaging", "tomllib", "importlib.metadata", "rich"}


def test_layers_import_downward() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_module_is_short(module: Path) -> None:
    assert len(module.read_text().splitlines()) <= LONGEST


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_module_says_what_it_holds(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text()))


def test_importing_the_command_imports_nothing_heavy() -> None:
    program = "import sys, pinlint.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    plain = subprocess.run([sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True)
    assert not HEAVY & (set(done.stdout.split()) - set(plain.stdout.split()))


def test_every_format_module_is_registered_once() -> None:
    modules = {path.stem for path in (ROOT / "src/pinlint/formats").glob("*.py")} - {"__init__"}
    assert sorted((*FORMATS, *OPTIONAL)) == sorted(modules)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_cases(name: str) -> None:
    """At least one repository under tests/cases holds a file that the format reads."""
    from pinlint.match import Matcher
    from pinlint.read import format_module

    match = Matcher((format_name, format_module(format_name).FILES) for format_name in FORMATS)
    befores = (ROOT / "tests/cases").glob("*/before")
    paths = [p.relative_to(before).as_posix() for before in befores for p in before.rglob("*") if p.is_file()]
    assert any(match(path) == name for path in paths)
