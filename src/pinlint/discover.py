"""Which files there are, and which format reads each. Asks git where there is a repository, else walks the folders."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from pinlint.boundary import repository as repository
from pinlint.model import PinlintError

SKIPPED = frozenset(
    ".git .hg .svn .venv venv env .tox .nox .eggs __pycache__ node_modules site-packages .mypy_cache .pytest_cache "
    ".ruff_cache .pinlint_cache vendor third_party _vendor .direnv .ipynb_checkpoints".split()
)

# A repository's own configuration must not start a program: no fsmonitor, no hooks, no prompts, no lazy fetches.
# A folder that merely looks like a bare repository is not asked at all.
GIT = (
    "git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "safe.bareRepository=explicit",
    "-c", "submodule.recurse=false", "-c", "core.quotePath=false",
)
GIT_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}


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


def files(root: str) -> list[str]:
    """Every file below `root` that is tracked, or neither tracked nor ignored: paths from `root`, sorted."""
    listed = _from_git(root)
    return sorted(_walk(root) if listed is None else listed)


def _from_git(root: str) -> list[str] | None:
    if not os.path.exists(os.path.join(repository(root), ".git")):
        return None
    import subprocess

    try:
        done = subprocess.run(
            [*GIT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=root, capture_output=True, env={**os.environ, **GIT_ENVIRONMENT}, stdin=subprocess.DEVNULL,
        )
    except OSError:
        return None
    if done.returncode:
        return None
    return list(dict.fromkeys(os.fsdecode(name) for name in done.stdout.split(b"\0") if name))


def _walk(root: str) -> Iterator[str]:
    stack = [""]
    while stack:
        folder = stack.pop()
        try:
            entries = list(os.scandir(os.path.join(root, folder)))
        except OSError:
            continue
        if folder and any(e.name == "pyvenv.cfg" for e in entries):
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in SKIPPED:
                    stack.append(path)
            elif not entry.is_dir():
                yield path


def within(root: str, paths: Iterable[str], known: list[str]) -> list[str]:
    """Of the files `known`, those that `paths` (from the working folder) name or hold; a file named is always one.

    Raises for a path that isn't there.
    """
    chosen: set[str] = set()
    for path in paths:
        if not os.path.lexists(path):
            raise PinlintError("no such file or folder; check the spelling", path)
        folder, name = os.path.split(os.path.abspath(path))
        inside = os.path.relpath(os.path.join(os.path.realpath(folder), name), os.path.realpath(root)).replace(os.sep, "/")
        if inside == ".":
            return known
        if inside.startswith("../"):
            raise PinlintError(f"outside of {root}, the folder of pins.toml", path)
        chosen.add(inside)
    folders = tuple(f"{c}/" for c in chosen)
    found = [k for k in known if k in chosen or k.startswith(folders)]
    return found + sorted(c for c in chosen.difference(found) if not os.path.isdir(os.path.join(root, c)))


class Matcher:
    """Which format reads a path: exact names by a dictionary, the rest by one expression for each ending."""

    def __init__(self, formats: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        from pinlint.pins import glob

        self.names: dict[str, tuple[int, str]] = {}
        globs: dict[str, list[tuple[int, str, str, bool]]] = {}
        for order, (name, patterns) in enumerate(formats):
            for pattern in patterns:
                if not re.search(r"[*?\[{/]", pattern):
                    self.names.setdefault(pattern, (order, name))
                else:
                    for ending in _endings(pattern):
                        globs.setdefault(ending, []).append((order, name, pattern, "/" in pattern))
        self.globs = globs
        self.glob = glob

    def __call__(self, path: str) -> str | None:
        """The name of the format that reads the file at `path`, or None."""
        name = path.rpartition("/")[2]
        best = self.names.get(name)
        dot = name.rfind(".")
        for ending in {name[dot:] if dot >= 0 else "", ""}:
            for order, format_, pattern, deep in self.globs.get(ending, ()):
                if (best is None or order < best[0]) and self.glob(pattern).fullmatch(path if deep else name):
                    best = (order, format_)
        return best[1] if best else None


def _endings(pattern: str) -> tuple[str, ...]:
    """The endings that a path must have to match; an empty one where the pattern leaves it open."""
    if pattern.endswith(".y*ml"):
        return (".yml", ".yaml")
    ending = re.search(r"\.\w+$", pattern)
    return (ending[0] if ending else "",)
