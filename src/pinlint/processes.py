"""Work that several processes share once it takes long: a process costs more than most runs have to do."""

from __future__ import annotations

import marshal
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable
from typing import TypeVar

Made = TypeVar("Made", bound="tuple[str, ...] | str")

PATIENCE = 0.3  # seconds of work before it is shared; what is imported and compiled by then, no other process has to
FEWEST = 64  # paths for each process, of those that are left
MOST = 8  # processes
CHUNK = 1 << 20  # bytes


def made(work: Callable[[str], Made], paths: list[str], watch: Callable[[list[str]], Iterable[str]] = list) -> dict[str, Made]:
    """What `work` makes of each path, in their order; `watch` is shown the paths that this process goes through.

    What `work` raises is raised here, whichever process met it. Where processes can't be split off safely, one does it all.
    """
    found: dict[str, Made] = {}
    began = time.monotonic()
    for path in watch(paths):
        found[path] = work(path)
        left = len(paths) - len(found)
        if left >= 2 * FEWEST and time.monotonic() - began > PATIENCE and (count := _count(left)) > 1:
            break
    rest = paths[len(found) :]
    if rest:
        found |= _shared(work, rest, count, watch)
    return {path: found[path] for path in paths}


def _count(left: int) -> int:
    """How many processes are worth their cost, this one included. A copy of a Mac's process may not call its system's libraries."""
    if not sys.platform.startswith("linux"):
        return 1
    return min(len(os.sched_getaffinity(0)), left // FEWEST, MOST)


def _shared(work: Callable[[str], Made], paths: list[str], count: int, watch: Callable[[list[str]], Iterable[str]]) -> dict[str, Made]:
    helpers: list[tuple[int, int, list[str]]] = []
    own = paths[::count]
    sys.stdout.flush()
    sys.stderr.flush()
    try:
        for number in range(1, count):
            part = paths[number::count]
            if helper := _split_off(work, part):
                helpers.append((*helper, part))
            else:
                own += part
        found = {path: work(path) for path in watch(own)}
        for _, output, part in helpers:
            results: list[Made] = _received(output)
            # A process that was killed, or met what it can't tell, leaves its part to this one.
            found |= dict(zip(part, results, strict=True)) if len(results) == len(part) else {path: work(path) for path in part}
        return found
    finally:
        for process, output, _ in helpers:
            os.close(output)
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _split_off(work: Callable[[str], Made], paths: list[str]) -> tuple[int, int] | None:
    """A process that makes something of `paths`, and where to read it from; None where the system has no room for one."""
    source, target = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(source)
        os.close(target)
        return None
    if process:
        os.close(target)
        return process, source
    try:  # in here nothing may be raised or returned: it would go on as if it were the run itself
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.close(source)
        data = marshal.dumps([work(path) for path in paths])
        while data:
            data = data[os.write(target, data) :]
    finally:
        os._exit(0)


def _received(output: int) -> list[Made]:
    data = bytearray()
    while piece := os.read(output, CHUNK):
        data += piece
    try:
        return list(marshal.loads(bytes(data)))
    except (EOFError, ValueError, TypeError):
        return []
