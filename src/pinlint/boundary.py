"""Where the repository ends: nothing outside is ever read or written, whatever a link or a path in a file says."""

from __future__ import annotations

import os

# Not functools: a run that finds nothing changed does without it.
_REAL: dict[str, str] = {}
_TOP: dict[str, str] = {}


def repository(start: str) -> str:
    """The top of the repository that `start` lies in, or `start` itself outside of one."""
    folder = os.path.abspath(start)
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return os.path.abspath(start)
        folder = parent
    return folder


def leads_out(root: str, path: str) -> bool:
    """Whether the file at `path` below `root` lies outside of the repository that `root` is in."""
    full = os.path.join(root, path)
    folder, name = os.path.split(full)
    real = os.path.realpath(full) if name in ("", "..") or os.path.islink(full) else os.path.join(_real(folder), name)
    return outside(root, real)


def outside(root: str, real: str) -> bool:
    """Whether a path without links lies outside of the repository that `root` is in."""
    top = _top(root)
    return real != top and not real.startswith(top.rstrip(os.sep) + os.sep)


def _real(folder: str) -> str:
    if folder not in _REAL:
        _REAL[folder] = os.path.realpath(folder)
    return _REAL[folder]


def _top(root: str) -> str:
    if root not in _TOP:
        _TOP[root] = os.path.realpath(repository(root))
    return _TOP[root]
