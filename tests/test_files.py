"""Real files of every odd kind: a fix leaves each as it was or as it should be, says so in a line, and goes on."""

from __future__ import annotations

import errno
import os
import random
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import pinlint
from pinlint import save
from pinlint.cli import main
from pinlint.model import Document

pytestmark = pytest.mark.skipif(os.name == "nt", reason="modes, signals and special files of POSIX")

OLD, NEW = "FROM python:3.9\n", "FROM python:3.10\n"
TOLD = "version-mismatch [*] python is 3.9 here, pins.toml says 3.10\n"
INTERRUPTED = "pinlint: interrupted; every file is either as it was or as it should be\n"
NOBODY = 65534
# Whatever pinlint imports, it imports before it becomes another user, who may not be able to read it.
DRIVER = """
import argparse, difflib, encodings.ascii, importlib, os, pkgutil, sys, pinlint
for module in pkgutil.walk_packages(pinlint.__path__, "pinlint."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
argparse.ArgumentParser().add_argument("PATH")  # which imports more
from pinlint.cli import main, run_and_exit
main(["--no-cache", "--output-file", os.devnull])
if os.geteuid() == 0 and sys.argv[1] == "other":
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
if sys.argv[1] == "small":
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
print("ready", file=sys.stderr, flush=True)
del sys.argv[1]
run_and_exit()
"""


class Run:
    """The command, run in the working folder: what it printed, complained of, and its status."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        self.capsys.readouterr()
        status = main(["--output-format", "concise", *arguments])
        printed = self.capsys.readouterr()
        return status, printed.out, printed.err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


def make(folder: Path) -> Path:
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    (folder / "pins.toml").write_text('[pins]\npython = "3.10"\n')
    return folder


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of git's, as the working folder; `z/Dockerfile` comes last and shows whether a run goes on."""
    folder = make(tmp_path / "repository")
    monkeypatch.chdir(folder)
    (folder / "z").mkdir()
    (folder / "z/Dockerfile").write_text(OLD)
    return folder


@pytest.fixture(scope="module")
def package() -> Iterator[str]:
    """A folder with a copy of the package that every user may read; the clone may stand where only root looks."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(Path(pinlint.__file__).parent, f"{folder}/pinlint", ignore=shutil.ignore_patterns("__pycache__"))
        for path in (Path(folder), *Path(folder).rglob("*")):
            path.chmod(0o755)
        yield folder


@pytest.fixture
def others(package: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A repository of a user who is not root, whoever runs the tests: as in `root`, with `Dockerfile` beside it."""
    monkeypatch.setenv("PYTHONPATH", package)
    folder = Path(tempfile.mkdtemp())
    try:
        make(folder)
        (folder / "z").mkdir()
        for path in (folder / "Dockerfile", folder / "z/Dockerfile"):
            path.write_text(OLD)
        give(folder)
        yield folder
    finally:
        for path in folder.rglob("*"):
            if path.is_dir():
                path.chmod(0o755)
        shutil.rmtree(folder)


def give(folder: Path) -> None:
    if os.geteuid() == 0:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, NOBODY, NOBODY)


def drive(folder: Path, kind: str, *arguments: str) -> tuple[int, str, str]:
    """Run the command in a process of its own: as another user than root (`other`), or on a disk with little room (`small`)."""
    command = [sys.executable, "-c", DRIVER, kind, "--output-format", "concise", *arguments]
    environment = {**os.environ, "HOME": str(folder)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, errors="surrogateescape")
    assert done.stderr.startswith("ready\n"), done.stderr
    return done.returncode, done.stdout, done.stderr.removeprefix("ready\n")


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.pinlint")]


def test_a_read_only_file_is_left_with_a_line(others: Path) -> None:
    (others / "Dockerfile").chmod(0o444)
    status, printed, complaint = drive(others, "other", "--fix")
    assert (status, printed) == (1, f"Dockerfile:1:13: {TOLD}")
    assert complaint == "pinlint: Dockerfile: can't be written: Permission denied; nothing was changed\n"
    assert (others / "Dockerfile").read_text() == OLD
    assert (others / "z/Dockerfile").read_text() == NEW


def test_a_file_in_a_read_only_folder_is_left_with_a_line(others: Path) -> None:
    (others / "z").chmod(0o555)
    status, printed, complaint = drive(others, "other", "--fix")
    assert (status, printed) == (1, f"z/Dockerfile:1:13: {TOLD}")
    assert complaint == "pinlint: z/Dockerfile: can't be written: Permission denied; nothing was changed\n"
    assert (others / "z/Dockerfile").read_text() == OLD
    assert (others / "Dockerfile").read_text() == NEW


@pytest.mark.parametrize("option", ["--fix", "--no-cache"])
def test_a_file_without_permission_is_a_finding(others: Path, option: str) -> None:
    (others / "Dockerfile").chmod(0)
    status, printed, complaint = drive(others, "other", option)
    assert status == 1 and complaint == ""
    assert "Dockerfile:1:1: unreadable-file can't be read: Permission denied\n" in printed
    assert (others / "z/Dockerfile").read_text() == (NEW if option == "--fix" else OLD)


def test_a_folder_without_permission_is_passed_over_by_git_too(others: Path) -> None:
    (others / "z").chmod(0)
    status, _, complaint = drive(others, "other", "--fix")
    (others / "z").chmod(0o755)
    assert (status, complaint) == (0, "")
    assert (others / "Dockerfile").read_text() == NEW
    assert (others / "z/Dockerfile").read_text() == OLD


def test_a_read_only_pins_toml_moves_nothing(others: Path) -> None:
    (others / "pins.toml").chmod(0o444)
    command = [sys.executable, "-c", DRIVER, "other", "set", "python", "3.11"]
    done = subprocess.run(command, cwd=others, env={**os.environ, "HOME": str(others)}, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr == "ready\npinlint: pins.toml: can't be written: Permission denied; nothing was changed\n"
    assert (others / "Dockerfile").read_text() == (others / "z/Dockerfile").read_text() == OLD
    assert not leftovers(others)


def test_mode_and_owner_stay(root: Path, run: Run) -> None:
    path = root / "Dockerfile"
    path.write_text(OLD)
    path.chmod(0o2751)
    if os.geteuid() == 0:
        os.chown(path, 1234, 4321)
        path.chmod(0o2751)
    before = path.stat()
    assert run("--fix")[0] == 0
    after = path.stat()
    assert path.read_text() == NEW
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


@pytest.mark.parametrize("when", ["planned", "written"])
@pytest.mark.parametrize("change", ["deleted", "changed", "folder"])
def test_what_changes_under_our_hands_is_not_overwritten(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch, change: str, when: str
) -> None:
    """A file that another program deletes or changes before we plan its fix, and between our reading and our writing."""
    path = root / "Dockerfile"
    path.write_text(OLD)

    def act() -> None:
        path.unlink()
        if change == "changed":
            path.write_text("FROM python:3.9-slim\n")
        elif change == "folder":
            path.mkdir()

    if when == "planned":
        original = save.sweep
        monkeypatch.setattr(save, "sweep", lambda *a: (original(*a), act()))
    else:
        write = save.write
        monkeypatch.setattr(save, "write", lambda r, b, a: ((act() if b.path == "Dockerfile" else None), write(r, b, a)))
    status, printed, complaint = run("--fix")
    assert (root / "z/Dockerfile").read_text() == NEW
    assert not leftovers(root)
    if change == "changed" and when == "planned":
        assert (status, printed, complaint) == (0, "", "")
        assert path.read_text() == "FROM python:3.10-slim\n"
    else:
        assert status == 1
        assert re.fullmatch(r"pinlint: Dockerfile: [^\n]+\n", complaint)
        assert path.is_dir() if change == "folder" else not path.exists() if change == "deleted" else "3.9-slim" in path.read_text()


def test_what_changes_while_the_new_text_is_written_is_kept(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = root / "Dockerfile"
    path.write_text(OLD)
    original = os.fsync

    def slow(descriptor: int) -> None:
        original(descriptor)
        if path.read_text() == OLD:
            path.write_text("# mine\n")

    monkeypatch.setattr(os, "fsync", slow)
    status, _, complaint = run("--fix")
    assert status == 1
    assert complaint == "pinlint: Dockerfile: changed while pinlint was at work; not fixed, run it again\n"
    assert path.read_text() == "# mine\n"
    assert not leftovers(root)


def test_what_another_run_has_fixed_meanwhile_is_fixed(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root / "Dockerfile"
    path.write_text(OLD)
    original = os.fsync

    def slow(descriptor: int) -> None:
        original(descriptor)
        path.write_text(NEW)

    monkeypatch.setattr(os, "fsync", slow)
    assert run("--fix") == (0, "", "")
    assert path.read_text() == NEW
    assert not leftovers(root)


def test_a_full_disk_leaves_the_file(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "Dockerfile").write_text(OLD)
    calls = []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    status, printed, complaint = run("--fix")
    assert (status, printed) == (1, f"Dockerfile:1:13: {TOLD}")
    assert complaint == "pinlint: Dockerfile: can't be written: No space left on device; nothing was changed\n"
    assert (root / "Dockerfile").read_text() == OLD
    assert (root / "z/Dockerfile").read_text() == NEW
    assert not leftovers(root)


def test_a_file_that_may_not_grow_is_left(root: Path) -> None:
    """The system itself refuses the write, in the middle of it."""
    (root / "Dockerfile").write_text(OLD + "#" * 10000)
    status, printed, complaint = drive(root, "small", "--fix")
    assert (status, printed) == (1, f"Dockerfile:1:13: {TOLD}")
    assert complaint == "pinlint: Dockerfile: can't be written: File too large; nothing was changed\n"
    assert (root / "Dockerfile").read_text() == OLD + "#" * 10000
    assert (root / "z/Dockerfile").read_text() == NEW
    assert not leftovers(root)


def test_set_puts_back_what_it_wrote_when_a_later_file_fails(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "Dockerfile").write_text(NEW)
    (root / "z/Dockerfile").write_text(NEW)
    write = save.write

    def failing(folder: str, before: Document, after: Document) -> None:
        if before.path == "pins.toml":
            raise save.PinlintError("can't be written: No space left on device; nothing was changed", before.path)
        write(folder, before, after)

    monkeypatch.setattr(save, "write", failing)
    assert main(["set", "python", "3.11"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert (root / "Dockerfile").read_text() == (root / "z/Dockerfile").read_text() == NEW


def test_a_link_inside_stays_a_link_and_its_target_is_fixed_once(root: Path, run: Run) -> None:
    (root / "Dockerfile").symlink_to("z/Dockerfile")
    assert run() == (1, f"z/Dockerfile:1:13: {TOLD}", "")
    assert run("Dockerfile") == (1, f"z/Dockerfile:1:13: {TOLD}", "")
    assert run("--fix", "Dockerfile") == (0, "", "")
    assert (root / "Dockerfile").is_symlink() and not (root / "z/Dockerfile").is_symlink()
    assert (root / "z/Dockerfile").read_text() == NEW


@pytest.mark.parametrize("arguments", [(), ("--fix",), ("Dockerfile", "z")])
def test_a_link_that_leads_out_is_not_followed_and_told(
    root: Path, run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    outside = tmp_path / "Dockerfile"
    outside.write_text(OLD)
    (root / "Dockerfile").symlink_to(outside)
    status, printed, complaint = run(*arguments)
    line = "Dockerfile:1:1: unreadable-file can't be read: a link that leads out of the repository, so it is not followed\n"
    assert status == 1 and complaint == ""
    assert printed == line + ("" if "--fix" in arguments else f"z/Dockerfile:1:13: {TOLD}")
    assert run(*arguments)[1].startswith(line)  # from the cache as well
    assert outside.read_text() == OLD
    assert (root / "Dockerfile").is_symlink()
    assert (root / "z/Dockerfile").read_text() == (NEW if "--fix" in arguments else OLD)


def test_a_folder_that_leads_out_is_not_looked_into(root: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/Dockerfile").write_text(OLD)
    (root / "docker").symlink_to(tmp_path / "other")
    assert run("--fix")[0] == 0
    assert (tmp_path / "other/Dockerfile").read_text() == OLD
    status, printed, complaint = run("--fix", "docker/Dockerfile")
    assert (status, printed) == (2, "")
    assert re.fullmatch(r"pinlint: docker/Dockerfile: outside of [^\n]+\n", complaint)
    assert (tmp_path / "other/Dockerfile").read_text() == OLD


def test_a_folder_that_becomes_a_link_out_is_not_written_through(
    root: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading and writing, the folder of the file is replaced by a link to a folder of somebody else."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other/Dockerfile").write_text(OLD)
    write = save.write

    def act(folder: str, before: Document, after: Document) -> None:
        shutil.move(root / "z", tmp_path / "moved")
        (root / "z").symlink_to(tmp_path / "other")
        write(folder, before, after)

    monkeypatch.setattr(save, "write", act)
    status, _, complaint = run("--fix")
    assert status == 1
    assert complaint.count("\n") == 1
    assert (tmp_path / "other/Dockerfile").read_text() == (tmp_path / "moved/Dockerfile").read_text() == OLD


def test_a_dangling_link_is_nothing(root: Path, run: Run) -> None:
    (root / "Dockerfile").symlink_to("nowhere")
    assert run("--fix") == (0, "", "")
    assert (root / "Dockerfile").is_symlink()


def test_a_hard_link_is_cut_and_its_other_name_kept(root: Path, run: Run, tmp_path: Path) -> None:
    """The file is replaced as a whole, so that what the other name shows, perhaps elsewhere, stays as it was."""
    os.link(root / "z/Dockerfile", tmp_path / "elsewhere")
    assert run("--fix") == (0, "", "")
    assert (root / "z/Dockerfile").read_text() == NEW
    assert (tmp_path / "elsewhere").read_text() == OLD


def test_two_names_of_one_file_inside_are_both_fixed(root: Path, run: Run) -> None:
    os.link(root / "z/Dockerfile", root / "Dockerfile")
    assert run("--fix") == (0, "", "")
    assert (root / "z/Dockerfile").read_text() == (root / "Dockerfile").read_text() == NEW


def test_a_submodule_is_another_repository(root: Path, run: Run) -> None:
    module = make(root / "module")
    (module / "Dockerfile").write_text(OLD)
    git = ["git", "-C", str(module), "-c", "user.name=a", "-c", "user.email=a@b.c"]
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "--quiet", "-m", "first"], check=True)
    subprocess.run(["git", "-c", "advice.addEmbeddedRepo=false", "add", "module"], check=True, cwd=root)
    (root / "environment.yml").mkdir()  # a submodule may have the name of a file that we know
    assert run("--fix") == (0, "", "")
    assert (module / "Dockerfile").read_text() == OLD
    assert (root / "z/Dockerfile").read_text() == NEW


def fifo(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root makes devices")
    try:
        os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, 5))
    except OSError as error:
        pytest.skip(f"no devices here: {error}")


def bound(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(path.name)


@pytest.mark.parametrize("special", [fifo, device, bound])
@pytest.mark.parametrize("named", [(), ("Dockerfile", "z")])
def test_what_is_no_regular_file_is_told_and_never_waited_for(
    root: Path, run: Run, special: Callable[[Path], None], named: tuple[str, ...]
) -> None:
    path = root / "Dockerfile"
    path.write_text(OLD)
    subprocess.run(["git", "add", "Dockerfile"], check=True)  # which names it still
    path.unlink()
    special(path)
    before = path.stat()
    status, printed, complaint = run("--fix", *named)
    assert status == 1 and complaint == ""
    assert re.fullmatch(r"Dockerfile:1:1: unreadable-file can't be read: (not a regular file|No such device or address)\n", printed)
    assert path.stat().st_ino == before.st_ino and not stat.S_ISREG(path.stat().st_mode)
    assert (root / "z/Dockerfile").read_text() == NEW


NAMES = [b"a b", b"a\nb", b"a\rb", b"\xff\xfe", b"-n", b"--fix", b"\x1b[31m", b"a'\"b", b"*", b"%0A::error::x", b"a\\b", "é".encode(), b"a\tb"]


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_odd_names_are_files_as_any_other(root: Path, run: Run, name: bytes) -> None:
    folder = os.path.join(os.fsencode(root), name)
    os.mkdir(folder)
    path = os.path.join(folder, b"Dockerfile")
    with open(path, "w") as file:
        file.write(OLD)
    status, printed, _ = run()
    assert status == 1
    assert printed.count("\n") == 2 and printed.isprintable() is False and "\x1b" not in printed and "\r" not in printed
    spelled = os.fsdecode(name) + "/Dockerfile"
    assert run("--diff", "--", spelled)[0] == 1
    assert run("--fix", "--", spelled)[:2] == (0, "")
    with open(path) as file:
        assert file.read() == NEW
    assert (root / "z/Dockerfile").read_text() == OLD
    assert run("--fix") == (0, "", "")
    assert (root / "z/Dockerfile").read_text() == NEW


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """A run of its own that has imported everything and now begins."""
    command = [sys.executable, "-c", DRIVER, "", "--output-format", "concise", *arguments]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None and process.stderr.readline() == "ready\n"
    return process


def many(folder: Path, text: str, count: int = 60) -> list[Path]:
    paths = [folder / f"{number:02}" / "Dockerfile" for number in range(count)]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return paths


@pytest.mark.parametrize("seed", range(3))
def test_a_run_that_is_killed_leaves_whole_files(root: Path, run: Run, seed: int) -> None:
    dice = random.Random(seed)
    before, after = OLD + f"#{'.' * 9999}\n", NEW + f"#{'.' * 9999}\n"
    states = set()
    for _ in range(2):
        paths = many(root, before, 30)
        process = start(root, "--fix")
        time.sleep(dice.random() * 0.2)
        process.kill()
        process.communicate()
        states |= {path.read_text() for path in paths}
        assert states <= {before, after}
    run("--fix")
    assert {path.read_text() for path in paths} == {after}
    assert not leftovers(root)


def test_what_a_killed_run_left_is_swept_and_nothing_else(root: Path, run: Run) -> None:
    ours = [root / ".Dockerfile.abcdefgh.pinlint", root / "z/.setup.cfg.12345678.pinlint", root / f".{'n' * 40}.abcd_fgh.pinlint"]
    mine = [root / "notes.pinlint", root / ".Dockerfile.pinlint", root / ".Dockerfile.ABCDEFGH.pinlint"]
    for path in (*ours, *mine):
        path.write_text("half of a fi")
    (root / ".linked.abcdefgh.pinlint").symlink_to("pins.toml")
    run()
    run("--diff")
    assert all(path.exists() for path in (*ours, *mine))  # a check writes nothing
    run("--fix")
    assert not any(path.exists() for path in ours)
    assert all(path.exists() for path in mine) and (root / ".linked.abcdefgh.pinlint").is_symlink()
    ours[0].write_text("half of a fi")
    assert main(["set", "python", "3.11"]) == 0
    assert not ours[0].exists()


def test_a_temporary_file_that_another_run_swept_is_made_again(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    hold, made = save._held, []

    def swept(descriptor: int) -> int:
        made.append(descriptor)
        if len(made) == 1:
            for path in (root / "z").glob(".*.pinlint"):
                path.unlink()
        return hold(descriptor)

    monkeypatch.setattr(save, "_held", swept)
    assert run("--fix") == (0, "", "")
    assert len(made) == 2
    assert (root / "z/Dockerfile").read_text() == NEW
    assert not leftovers(root)


def test_a_file_that_may_not_be_given_away_is_written_all_the_same(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "chown", refuse)
    assert run("--fix") == (0, "", "")
    assert (root / "z/Dockerfile").read_text() == NEW


def test_what_is_as_it_should_be_is_not_written(root: Path) -> None:
    path = root / "z/Dockerfile"
    path.write_text(NEW)
    before = path.stat().st_ino
    save.write(str(root), Document("z/Dockerfile", OLD), Document("z/Dockerfile", NEW))
    assert path.stat().st_ino == before


@pytest.mark.parametrize("why", ["of another user", "gone meanwhile"])
def test_a_leftover_that_is_not_ours_to_take_is_left(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch, why: str) -> None:
    left = root / "z/.Dockerfile.abcdefgh.pinlint"
    left.write_text("half of a fi")
    if why == "of another user":
        monkeypatch.setattr(os, "getuid", lambda: left.stat().st_uid + 1)
    else:
        opened = os.open

        def gone(path: str, *more: int) -> int:
            if str(path).endswith("abcdefgh.pinlint"):
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
            return opened(path, *more)

        monkeypatch.setattr(os, "open", gone)
    assert run("--fix") == (0, "", "")
    assert left.exists()
    assert (root / "z/Dockerfile").read_text() == NEW


def test_the_temporary_file_of_a_run_at_work_is_not_swept(root: Path, run: Run) -> None:
    with open(root / ".Dockerfile.abcdefgh.pinlint", "wb") as file:
        held = save._held(file.fileno())
        run("--fix")
        assert leftovers(root)
        os.close(held)
    run("--fix")
    assert not leftovers(root)


def test_two_runs_at_once_fix_everything(root: Path) -> None:
    paths = many(root, OLD, 40)
    runs = [start(root, "--fix", "--no-cache") for _ in range(3)]
    said = [process.communicate() for process in runs]
    assert {path.read_text() for path in paths} == {NEW}
    assert not leftovers(root)
    assert said == [("", "")] * 3
    assert {process.returncode for process in runs} == {0}


def test_an_interrupted_run_says_one_line_and_leaves_whole_files(root: Path) -> None:
    dice = random.Random(1)
    for _ in range(4):
        paths = many(root, OLD, 30)
        process = start(root, "--fix", "--no-cache")
        time.sleep(0.01 + dice.random() * 0.05)
        process.send_signal(signal.SIGINT)
        printed, complaint = process.communicate()
        said = process.returncode, printed, complaint
        assert {path.read_text() for path in paths} <= {OLD, NEW}
        assert not leftovers(root)
        if said != (130, "", INTERRUPTED):  # it was too late
            assert said == (0, "", "")
            assert {path.read_text() for path in paths} == {NEW}


def test_an_interrupt_after_the_work_is_no_traceback(root: Path) -> None:
    """Python, taking itself down, would tell it as an exception it ignored."""
    late = "import os, signal, sys, weakref\nfrom pinlint.cli import run_and_exit\n"
    late += "weakref.finalize(sys, os.kill, os.getpid(), signal.SIGINT)\nrun_and_exit()\n"
    done = subprocess.run([sys.executable, "-c", late, "--fix"], cwd=root, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert (root / "z/Dockerfile").read_text() == NEW


@pytest.mark.parametrize("at", ["scan.reading", "save._content", "repair.plan", "save.write"])
def test_an_interrupt_at_any_stage_is_130(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"pinlint.{at}", interrupt)
    assert run("--fix", "--no-cache") == (130, "", INTERRUPTED)
    assert (root / "z/Dockerfile").read_text() == OLD
    assert not leftovers(root)
