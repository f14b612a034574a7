"""Which files there are, and which format reads each. Asks git where there is a repository, else walks the folders."""

from __future__ import annotations

import os

from pinlint import git
from pinlint.boundary import repository as repository
from pinlint.errors import PinlintError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SKIPPED = frozenset(
    ".git .hg .svn .venv venv .tox .nox .eggs __pycache__ node_modules site-packages .mypy_cache .pytest_cache "
    ".ruff_cache .pinlint_cache vendor third_party _vendor .direnv .ipynb_checkpoints".split()
)


def find_root(start: str) -> str | None:
    """The nearest folder, `start` or above it, that holds a pins.toml; the search ends at a repository's top."""
    folder = os.path.abspath(start)
    while True:
        if os.path.isfile(os.path.join(folder, "pins.toml")):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = parent


def above(root: str) -> str:
    """The path of `root` from the top of its repository, with a slash behind it; empty at the top."""
    return f"{os.path.relpath(root, repository(root))}/".replace(os.sep, "/").removeprefix("./")


def ask(root: str) -> Callable[[], bytes]:
    """Begin to list every file below `root` that is tracked, or neither tracked nor ignored; what is returned waits.

    It gives the paths from `root`, each ended by NUL, in no order; a path may come twice.
    """
    inside = os.path.exists(os.path.join(repository(root), ".git"))
    answer = git.ask(root) if inside else None

    def listed() -> bytes:
        names = answer() if answer else None
        return b"".join(os.fsencode(path) + b"\0" for path in _walk(root)) if names is None else names

    return listed


def paths(listed: bytes) -> list[str]:
    """What `ask` gave, as paths, each once and sorted."""
    return sorted(set(os.fsdecode(listed).split("\0")) - {""})


def files(root: str) -> list[str]:
    """Every file below `root` that is tracked, or neither tracked nor ignored: paths from `root`, sorted."""
    return paths(ask(root)())


def _walk(root: str) -> Iterator[str]:
    stack = [""]
    while stack:
        folder = stack.pop()
        try:
            entries = list(os.scandir(os.path.join(root, folder)))
        except OSError:
            continue
        if folder and any(e.name in ("pyvenv.cfg", "conda-meta") for e in entries):
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in SKIPPED:
                    stack.append(path)
            elif not entry.is_dir():
                yield path


def named(root: str, paths: Iterable[str]) -> set[str]:
    """`paths` (from the working folder) as paths from `root`, `.` for the root. Raises for one that isn't there."""
    found: set[str] = set()
    top = os.path.realpath(root)
    for path in paths:
        if not os.path.lexists(path):
            raise PinlintError("no such file or folder; check the spelling", path)
        folder, name = os.path.split(os.path.abspath(path))
        inside = _from(top, os.path.realpath(path))  # a link means its target,
        if f"{inside}/".startswith("../"):  # but where that is outside, the link itself
            inside = _from(top, os.path.join(os.path.realpath(folder), name))
        if f"{inside}/".startswith("../"):
            raise PinlintError(f"outside of {root}, the folder of pins.toml", path)
        found.add(inside)
    return found


def _from(top: str, path: str) -> str:
    return os.path.relpath(path, top).replace(os.sep, "/")


def is_folder(root: str, path: str) -> bool:
    """Whether the path from `root` names a folder; a link to one is none."""
    full = os.path.join(root, path)
    return os.path.isdir(full) and not os.path.islink(full)


def below(root: str, chosen: set[str], known: list[str]) -> list[str]:
    """Of the files `known`, those that the paths `chosen` (from `root`) name or hold; a file named is always one."""
    if "." in chosen:
        return known
    folders = tuple(f"{c}/" for c in chosen)
    found = [k for k in known if k in chosen or k.startswith(folders)]
    return found + sorted(c for c in chosen.difference(found) if not os.path.isdir(os.path.join(root, c)))
