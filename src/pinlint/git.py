"""Asks git which files there are. It is asked early and answers later, so that it works while pinlint does."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# A repository's own configuration must not start a program: no fsmonitor, no hooks, no prompts, no lazy fetches.
# A folder that merely looks like a bare repository is not asked at all.
COMMAND = (
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "safe.bareRepository=explicit",
    "-c", "submodule.recurse=false", "-c", "core.quotePath=false",
)
LIST = ("ls-files", "-z", "--cached", "--others", "--exclude-standard")
QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
# What git tells its hooks about the repository at work would be taken for the one below `root`.
HOOK = frozenset(["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"])


def ask(root: str) -> Callable[[], bytes | None]:
    """Start `git ls-files` in `root`; what is returned waits for the names, each ended by NUL: None if git can't say."""
    program = _program()
    if program is None:
        return lambda: None
    words = [program, *COMMAND, "-C", root, *LIST]
    environment = {**{k: v for k, v in os.environ.items() if k not in HOOK}, **QUIET}
    if not hasattr(os, "posix_spawn"):
        return lambda: _run(words, environment)
    reader, writer = os.pipe()
    try:
        # With stdin or stdout closed, the pipe may have got their number: subprocess knows what to do then.
        if min(reader, writer) < 3:
            os.close(reader)
            return lambda: _run(words, environment)
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_DUP2, writer, 1),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ]
        process = os.posix_spawn(program, words, environment, file_actions=actions)
    except OSError:
        os.close(reader)
        return lambda: None
    finally:
        os.close(writer)
    return lambda: _answer(reader, process)


def _program() -> str | None:
    """The git that PATH leads to. The working folder, where Windows and an empty entry would look, is the repository's."""
    name = "git.exe" if os.name == "nt" else "git"
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    found = (os.path.join(folder, name) for folder in folders if os.path.isabs(folder))
    return next((path for path in found if os.path.isfile(path) and os.access(path, os.X_OK)), None)


def _answer(reader: int, process: int) -> bytes | None:
    with open(reader, "rb") as file:
        names = file.read()
    return None if os.waitpid(process, 0)[1] else names


def _run(words: list[str], environment: dict[str, str]) -> bytes | None:
    import subprocess  # costs as much as a third of the interpreter's start

    try:
        done = subprocess.run(words, capture_output=True, env=environment, stdin=subprocess.DEVNULL)
    except OSError:
        return None
    return None if done.returncode else done.stdout
