"""The cache: never wrong, whatever happens to it, and a run that finds nothing changed does next to nothing."""

from __future__ import annotations

import contextlib
import io
import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pinlint.cli import main

FOLDER = ".pinlint_cache"
PINS = '[pins]\npython = "3.10"\npip = "23.1"\n'
PATHS = ("Dockerfile", "environment.yml", ".python-version", "requirements.txt", "docker/Dockerfile", "notes.md", "a b.env")
TEXTS = (
    "FROM python:3.9-slim\n", "FROM python:3.10\n", "3.9\n", "dependencies:\n  - python=3.9\n  - pip=22.0\n",
    "dependencies:\n  - python=3.10\n", "pip==22.0\n", "pip==23.1\n", "PYTHON_VERSION=3.9\n", "", "\0",
    "FROM python:3.9  # pinlint: ignore[python] on purpose\n", "# pinlint: ignore nothing\nFROM python:3.10\n",
)
MORE = (
    PINS,
    PINS.replace("3.10", "3.9"),
    PINS + '[[require]]\npin = "pip"\nfiles = ["requirements.txt"]\n',
    PINS + '[[ignore]]\nfiles = ["docker/**"]\nreason = "old"\n',
    PINS + '[[places]]\nfiles = ["*.md"]\npattern = "(?P<python>3\\\\.\\\\d+)"\n',
)
# What a run that finds nothing changed has no use for.
HEAVY = {"argparse", "dockerfile_parse", "json", "pydantic", "re", "subprocess", "tomllib", "typing", "yaml"}


def run(*arguments: str) -> tuple[int, str]:
    """The status and all that is printed, in the working folder."""
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as complaint:
        status = main(["--output-format", "concise", *arguments])
    return status, out.getvalue() + complaint.getvalue()


def agree(*paths: str) -> tuple[int, str]:
    """What a run says, the same with the cache and without it."""
    kept, plain = run(*paths), run("--no-cache", *paths)
    assert kept == plain
    return kept


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A repository of git's with a drifted Dockerfile, as the working folder."""
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "--quiet"], check=True)
    (tmp_path / "pins.toml").write_text(PINS)
    (tmp_path / "Dockerfile").write_text("FROM python:3.9-slim\n")
    (tmp_path / "requirements.txt").write_text("pip==23.1\n")
    yield tmp_path


def age(folder: Path) -> None:
    """Make files look as if they were changed long ago, as far as a program may."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink() and FOLDER not in path.parts and ".git" not in path.parts:
            os.utime(path, ns=(10**18, 10**18))


@pytest.mark.parametrize("seed", range(12))
def test_random_edits(root: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(seed)
    if seed % 2:  # trust every state at once, as runs that are far apart do; what is then left to tell files apart holds
        monkeypatch.setattr("pinlint.memory.MARGIN", -(10**18))
    for _ in range(25):
        path = root / dice.choice(PATHS)
        match dice.randrange(8):
            case 0 | 1 | 2:
                path.parent.mkdir(exist_ok=True)
                path.unlink(missing_ok=True)
                path.write_text(dice.choice(TEXTS))
            case 3:
                path.unlink(missing_ok=True)
            case 4 if path.exists():
                path.rename(root / dice.choice([p for p in PATHS if "/" not in p]))
            case 5 if path.exists():
                status = path.stat()
                path.write_text(path.read_text().replace("3.9", "3.8"))  # as long as before
                os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
            case 6:
                (root / "pins.toml").write_text(dice.choice(MORE))
            case 7:
                age(root)
                subprocess.run(["git", "add", "."], check=True)
        agree(*([] if dice.random() < 0.7 else [p for p in PATHS if (root / p).exists()][:2]))


def test_another_length_of_content_is_seen_at_once(root: Path) -> None:
    assert "python is 3.9" in agree()[1]
    for text in ("FROM python:3.8-slim\n", "FROM python:3.10-slim\n", "FROM python:3.9-slim\n"):
        (root / "Dockerfile").write_text(text)
        assert ("python is" in agree()[1]) == ("3.10" not in text)


def test_the_file_that_from_names_is_looked_at(root: Path) -> None:
    (root / "pins.toml").write_text('[pins.python]\nfrom = ".python-version"\n')
    for version in ("3.9", "3.8", "3.9"):
        (root / ".python-version").write_text(f"{version}\n")
        assert ("python is 3.9" in agree()[1]) == (version != "3.9")


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied", "foreign", "folder", "link", "text"])
def test_what_is_damaged_is_passed_over(root: Path, damage: str, tmp_path: Path) -> None:
    first = agree()
    for entry in ("files", "pins"):
        path = root / FOLDER / entry
        data = path.read_bytes()
        if damage == "cut":
            path.write_bytes(data[:-7])
        elif damage == "flipped":
            path.write_bytes(data[:60] + bytes([data[60] ^ 1]) + data[61:])
        elif damage == "emptied":
            path.write_bytes(b"")
        elif damage == "foreign":
            from pinlint.cache import digest

            texts = b"another version" + data[32:][data[32:].index(b"\0") :]
            path.write_bytes(digest(texts).encode() + texts)
        elif damage == "text":
            path.write_text("good morning")
        else:
            path.unlink()
            path.mkdir() if damage == "folder" else path.symlink_to("/dev/zero")
    assert agree() == agree() == first


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_where_nothing_may_be_written(root: Path) -> None:
    root.chmod(0o555)
    try:
        assert agree() == agree()
        assert not (root / FOLDER).exists()
    finally:
        root.chmod(0o755)


def test_a_file_in_the_folders_place(root: Path) -> None:
    (root / FOLDER).write_text("mine")
    assert agree() == agree()
    assert (root / FOLDER).read_text() == "mine"


def test_a_link_in_the_folders_place_leads_nowhere(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (root / FOLDER).symlink_to(elsewhere)
    assert agree() == agree()
    assert not list(elsewhere.iterdir())


def test_without_cache_nothing_is_written(root: Path) -> None:
    run("--no-cache")
    assert not (root / FOLDER).exists()


def test_git_and_backups_leave_the_folder_alone(root: Path) -> None:
    run()
    assert (root / FOLDER / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    printed = subprocess.run(["git", "status", "--short", "-uall"], capture_output=True, text=True, check=True).stdout
    assert FOLDER not in printed


def test_two_runs_at_once(root: Path) -> None:
    command = [sys.executable, "-m", "pinlint", "--output-format", "concise"]
    expected = agree()[1]
    said: list[str] = []

    def loop() -> None:
        for _ in range(4):
            said.append(subprocess.run(command, capture_output=True, text=True).stdout)

    threads = [threading.Thread(target=loop) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(10):
        # All at once: a file that is cut and then written is empty in between, and a run may say so.
        (root / ".git/new").write_text("pip==23.1\n" + "\n" * number)
        (root / ".git/new").replace(root / "requirements.txt")
    for thread in threads:
        thread.join()
    assert set(said) == {expected}
    assert agree()[1] == expected


def test_an_ignore_that_ends_is_told_on_the_day(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = '[[ignore]]\nfiles = ["Dockerfile"]\nreason = "old"\nuntil = 2030-01-31\n'
    (root / "pins.toml").write_text('[pins]\npython = "3.10"\n' + table)
    for day, told in (("2030-01-31", False), ("2030-02-01", True), ("2030-01-31", False)):
        monkeypatch.setattr("pinlint.survey.time.strftime", lambda _, day=day: day)
        assert ("expired-ignore" in agree()[1]) == told


def child(root: Path, program: str) -> str:
    """What a new interpreter prints that runs `program` after a check, whose report goes to stderr."""
    code = f"import sys; sys.stdout = sys.stderr\nfrom pinlint.cli import main\n{program}"
    return subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True).stdout


def settle(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fill the cache as if all files had been changed long ago."""
    monkeypatch.setattr("pinlint.memory.MARGIN", -(10**18))
    run()


def test_a_run_that_finds_nothing_changed_imports_little(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "Dockerfile").write_text("FROM python:3.10\n")
    settle(root, monkeypatch)
    printed = child(root, "before = set(sys.modules); main([]); print(*sorted(set(sys.modules) - before), file=sys.__stdout__)")
    imported = set(printed.split())
    assert not HEAVY & imported
    assert not [m for m in imported if m.startswith(("pinlint.formats", "pinlint.readers", "pinlint.fragments"))]


def test_a_report_is_remembered_word_for_word(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then not even a finding is decoded. Each style is its own, and a changed file makes a new one."""
    (root / "Dockerfile").write_text("FROM python:3.9\nRUN echo\n")
    settle(root, monkeypatch)
    show = "before = set(sys.modules); sys.stdout = sys.__stdout__; print(main([{}]))\n"
    said, cold = (child(root, show.format(words)) for words in ("", "'--no-cache'"))
    assert said == cold and "Dockerfile:1:13" in said and said.endswith("\n1\n")
    imported = child(root, show.format("") + "print(*sorted(set(sys.modules) - before))").splitlines()[-1].split()
    assert not {*HEAVY, "pinlint.model", "pinlint.plain"} & set(imported)
    for words in (
        "'--output-format', 'concise'", "'--output-format', 'json'", "'--exit-zero'", "'--strict'", "'--statistics'",
        "'--select', 'unused-pin'", "'.'", "'Dockerfile'",
    ):
        plain = child(root, show.format(f"{words}, '--no-cache'"))
        assert [child(root, show.format(words)) for _ in range(2)] == [plain, plain], words
    assert child(root, show.format("")) == cold
    (root / "Dockerfile").write_text("FROM python:3.11\nRUN echo\n")
    assert "python:3.11" in child(root, show.format(""))
    assert child(root, show.format("")) == child(root, show.format("'--no-cache'"))


def opened(root: Path, *arguments: str) -> list[str]:
    """The repository's own files that a check opens."""
    program = (
        "import os; names = []\n"
        "sys.addaudithook(lambda event, a: names.append(str(a[0])) if event == 'open' else None)\n"
        f"main({list(arguments)!r}); print(*names, sep='\\n', file=sys.__stdout__)"
    )
    names = child(root, program).splitlines()
    own = (n for n in names if n.startswith(f"{root}/") and FOLDER not in n and os.path.isfile(n))
    return sorted(os.path.relpath(n, root) for n in own)


def test_a_run_that_finds_nothing_changed_opens_pins_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "Dockerfile").write_text("FROM python:3.10\n")
    settle(root, monkeypatch)
    assert opened(root) == ["pins.toml"]
    assert opened(root, "Dockerfile") == ["pins.toml"]


def test_a_file_is_opened_once(root: Path) -> None:
    run()  # so that pins.toml is known
    (root / "Dockerfile").write_text("FROM python:3.8\n")
    (root / "environment.yml").write_text("dependencies:\n  - python=3.9\n")
    names = opened(root, "--no-cache", "Dockerfile", "environment.yml")
    assert [n for n in names if n != "pins.toml"] == ["Dockerfile", "environment.yml"]


def test_a_single_file_needs_no_list(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise AssertionError("git was asked")

    monkeypatch.setattr("pinlint.discover.ask", refuse)
    assert "python is 3.9" in run("Dockerfile")[1]


def test_each_document_is_parsed_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pinlint import read

    parsed: list[str] = []
    extract = read.extract
    monkeypatch.setattr(read, "extract", lambda name, document: parsed.append(document.path) or extract(name, document))
    (root / "environment.yml").write_text("dependencies:\n  - python=3.9\n")
    run()
    assert sorted(parsed) == ["Dockerfile", "environment.yml", "requirements.txt"]
    parsed.clear()
    (root / "environment.yml").write_text("dependencies:\n  - python=3.8\n")
    run()
    assert parsed == ["environment.yml"]


def test_a_name_is_matched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from pinlint import match

    tried: list[str] = []
    original = match._matches
    monkeypatch.setattr(match, "_matches", lambda pattern, text: tried.append(text) or original(pattern, text))
    matcher = match.Matcher([("a", ("Dockerfile*", "*.yml")), ("b", ("ci/*.yml",))])
    for number in range(1000):
        assert matcher(f"src/{number}/main.py") is None
        assert matcher(f"src/{number}/Dockerfile.gpu") == "a"
    assert len(tried) <= 2
