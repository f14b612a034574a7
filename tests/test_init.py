"""What `pinlint init` proposes checks clean on a repository that agrees with itself, and tells drift from purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from pinlint.cli import main

WORKFLOW = 'jobs:\n  a:\n    runs-on: ubuntu-22.04\n    steps:\n      - uses: actions/setup-python@v5\n        with:\n          python-version: "{}"\n'
MATRIX = (
    'jobs:\n  a:\n    runs-on: ubuntu-22.04\n    strategy:\n      matrix:\n        python-version: ["3.10", "3.11", "3.12"]\n'
    "    steps:\n      - uses: actions/setup-python@v5\n        with:\n          python-version: ${{ matrix.python-version }}\n"
)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def proposed(repository: Path, capsys: pytest.CaptureFixture[str], **files: str) -> tuple[str, str]:
    for name, text in files.items():
        (repository / name.replace("__", "/").replace("_yml", ".yml")).write_text(text)
    assert main(["init"]) == 0
    return (repository / "pins.toml").read_text(), capsys.readouterr().out


def test_a_repository_that_agrees_checks_clean_at_once(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pins, _ = proposed(
        repository, capsys, Dockerfile="FROM python:3.12-slim\n", environment_yml="dependencies:\n  - python=3.12\n"
    )
    assert 'python = "3.12"' in pins
    assert main(["--strict"]) == 0


def test_a_library_that_agrees_checks_clean_at_once(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pins, _ = proposed(
        repository, capsys, Dockerfile="FROM python:3.12-slim\n",
        **{".github/workflows/test_yml": MATRIX, ".github/workflows/old_yml": WORKFLOW.format("3.10")},
    )
    assert 'supports = ["3.10", "3.11", "3.12"]' in pins
    assert 'allow = ["3.10"]' in pins
    assert main(["--strict"]) == 0


def test_a_stray_place_is_shown_and_then_reported(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, told = proposed(
        repository, capsys, Dockerfile="FROM python:3.11-slim\n", environment_yml="dependencies:\n  - python=3.12\n",
        **{".github/workflows/a_yml": WORKFLOW.format("3.12"), ".github/workflows/b_yml": WORKFLOW.format("3.12")},
    )
    assert "Dockerfile:1:13: python is 3.11 here, most places say 3.12" in told
    assert main(["--output-format", "concise"]) == 1
    assert "Dockerfile:1:13: version-mismatch [*]" in capsys.readouterr().out


def test_a_version_that_several_places_say_is_taken_for_a_purpose(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "old").mkdir()
    pins, _ = proposed(
        repository, capsys, environment_yml="dependencies:\n  - python=3.12\n", Dockerfile="FROM python:3.12\n",
        old__Dockerfile="FROM python:3.8\n", **{"old/environment_yml": "dependencies:\n  - python=3.8\n"},
    )
    assert 'allow = ["3.8"]' in pins
    assert '# files = ["old/**"]' in pins


def test_it_never_overwrites(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "pins.toml").write_text("mine")
    assert main(["init"]) == 2
    assert (repository / "pins.toml").read_text() == "mine"
    assert "there is one already" in capsys.readouterr().err


def test_what_mostly_floats_is_not_pinned(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    latest = "jobs:\n  a:\n    runs-on: ubuntu-latest\n  b:\n    runs-on: ubuntu-latest\n  c:\n    runs-on: ubuntu-latest\n"
    pins, _ = proposed(
        repository, capsys, Dockerfile="FROM python:3.12\n",
        **{".github/workflows/a_yml": WORKFLOW.format("3.12"), ".github/workflows/b_yml": WORKFLOW.format("3.12") + latest[6:]},
    )
    assert "python" in pins and "ubuntu" not in pins


def test_a_list_without_the_version_says_nothing_of_what_is_supported(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pins, _ = proposed(
        repository, capsys, Dockerfile="FROM python:3.13\n", environment_yml="dependencies:\n  - python=3.13\n",
        **{".github/workflows/a_yml": MATRIX},
    )
    assert 'python = "3.13"' in pins and "supports" not in pins


HOOKS = """repos:
  - repo: https://github.com/pre-commit/mirrors-mypy
    rev: v1.10.0
    hooks:
      - id: mypy
        additional_dependencies: ["alpha>=1.3", "beta>=2.0"]
"""


def test_a_hook_is_a_truth_and_what_it_depends_on_is_none(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pins, _ = proposed(
        repository, capsys, **{
            ".pre-commit-config.yaml": HOOKS, "requirements.txt": "alpha>=1.4\nmypy==1.10.0\n",
            "requirements-oldest.txt": "alpha==1.4\nbeta==1.1\n",
        },
    )
    assert '[pins.mypy]\nfrom = ".pre-commit-config.yaml"' in pins
    assert 'alpha = "1.4"' in pins and "beta" not in pins
    assert main(["--strict"]) == 0


def test_a_coarse_version_does_not_take_in_finer_ones(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pins, told = proposed(
        repository, capsys, Dockerfile="FROM python:3\n", environment_yml="dependencies:\n  - python=3.11\n",
        **{
            ".github/workflows/a_yml": WORKFLOW.format("3.11"), ".github/workflows/b_yml": WORKFLOW.format("3.11"),
            ".readthedocs.yaml": 'build:\n  tools:\n    python: "3.10"\n',
        },
    )
    assert 'python = "3.11"' in pins
    assert "python is 3.10 here, most places say 3.11" in told


def test_a_coarse_version_that_most_say_is_the_choice(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkout = "jobs:\n  a:\n    steps:\n      - uses: actions/checkout@{}\n"
    tags = ["v4", "v4", "v4", "v4.1.1", "v4.2.0"]
    pins, _ = proposed(
        repository, capsys, **{f".github/workflows/{i}_yml": checkout.format(tag) for i, tag in enumerate(tags)}
    )
    assert '"actions/checkout" = "4"' in pins
    assert main(["--strict"]) == 0


def test_what_lock_files_mostly_say_otherwise_is_not_pinned(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = '[[package]]\nname = "joblib"\nversion = "1.4.2"\n'
    for folder in ("a", "b", "c"):
        (repository / folder).mkdir()
    pins, _ = proposed(
        repository, capsys, Dockerfile="FROM python:3.12-slim\nRUN pip install joblib==0.17.0\n",
        environment_yml="dependencies:\n  - python=3.12\n  - joblib==0.17.0\n",
        **{"a/poetry.lock": lock, "b/poetry.lock": lock, "c/poetry.lock": lock},
    )
    assert 'python = "3.12"' in pins
    assert "joblib" not in pins
    assert main(["--strict"]) == 0


def test_what_a_file_is_named_for_elects_no_pin(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pins, told = proposed(
        repository, capsys, Dockerfile="FROM python:3.11-slim\n", environment_yml="dependencies:\n  - python=3.11\n",
        **{
            "Dockerfile.py312": "FROM python:3.12.5\nRUN pip install numpy==2.1.0\n",
            "Dockerfile.py310": "FROM python:3.10.1\nRUN pip install numpy==2.1.0\n",
            "py312-requirements.txt": "numpy==2.1.0\n",
            "min-versions-requirements.txt": "numpy==1.22.4\n",
            ".github/workflows/a_yml": WORKFLOW.format("3.12").replace("  a:", "  test_py312:"),
        },
    )
    assert 'python = "3.11"' in pins
    assert 'numpy = "2.1.0"' in pins
    assert "most places say" not in told


def test_a_bound_of_a_part_is_no_minimum_of_the_whole(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    setup = "from setuptools import setup\nsetup({})\n"
    (repository / "stubs").mkdir()
    pins, _ = proposed(
        repository, capsys, Dockerfile="FROM python:3.12-slim\n", environment_yml="dependencies:\n  - python=3.12\n",
        **{
            "setup.py": setup.format("classifiers=['Programming Language :: Python :: 3.11', 'Programming Language :: Python :: 3.12']"),
            "stubs__setup.py": setup.format("python_requires='>=3.12'"),
        },
    )
    assert "minimum" not in pins
    assert main(["--strict"]) == 0


@pytest.mark.parametrize(("bound", "line"), [("3.9", 'minimum = "3.9"\n'), ("3.12", "")], ids=["below what runs", "above what runs"])
def test_a_bound_is_the_minimum_unless_it_is_above_what_runs(repository: Path, capsys, bound: str, line: str) -> None:
    project = f'[project]\nrequires-python = ">={bound}"\n'
    files = {"environment.yml": "dependencies:\n  - python=3.11\n", "pyproject.toml": project}
    pins, _ = proposed(repository, capsys, Dockerfile="FROM python:3.11\n", **files)
    assert ('minimum = "' in pins) == bool(line) and line in pins
    assert main([]) in (0, 1)  # what was written is taken


def test_versions_that_are_spread_are_told(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = {f"part{n}/requirements.txt": f"numpy==1.{n}.0\n" for n in range(4)}
    for name in names:
        (repository / name).parent.mkdir()
    pins, _ = proposed(repository, capsys, Dockerfile="FROM python:3.11\n", **names, **{".python-version": "3.11\n"})
    assert "# numpy has no version that most places agree on: 1.0.0 (1), 1.1.0 (1), 1.2.0 (1), 1.3.0 (1)\n" in pins


def test_nothing_to_keep_in_step(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "Dockerfile").write_text("FROM python:3.11\n")
    assert main(["init"]) == 2
    assert capsys.readouterr().err == "pinlint: no version is named in two or more files, so there is nothing to keep in step\n"
    assert not (repository / "pins.toml").exists()


def test_a_folder_that_can_not_be_written_to(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in (("Dockerfile", "FROM python:3.11\n"), (".python-version", "3.11\n")):
        (repository / name).write_text(text)

    def refuse(path: str, mode: str = "r", **more: object) -> object:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("pinlint.commands.init.open", refuse, raising=False)
    assert main(["init"]) == 2
    assert capsys.readouterr().err == "pinlint: pins.toml: can't be written: Permission denied\n"


def test_bounds_of_one_minor_version_agree_on_that(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "tool").mkdir()
    pins, _ = proposed(
        repository, capsys, Dockerfile="FROM golang:1.25.4\n", builder_Dockerfile="FROM golang:1.25.4\n",
        **{"go.mod": "module a\n\ngo 1.25.8\n", "tool__go.mod": "module b\n\ngo 1.25.0\n"},
    )
    assert 'minimum = "1.25"' in pins
    assert "go is" not in capsys.readouterr().out and main([]) == 0
