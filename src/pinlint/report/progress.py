"""A line on a terminal's stderr that says how far a long scan is; in a pipe, nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator

PATIENCE = 1.0  # seconds before anything is shown
PAUSE = 0.1  # seconds between two lines


def watched(files: list[str]) -> Iterable[str]:
    """The files one by one, with a line on stderr that counts them where a person looks on."""
    return _counted(files) if sys.stderr.isatty() else files


def _counted(files: list[str]) -> Iterator[str]:
    due, shown = time.monotonic() + PATIENCE, False
    try:
        for number, path in enumerate(files):
            yield path
            if time.monotonic() >= due:
                sys.stderr.write(f"\r{number + 1} of {len(files)} files\x1b[K")
                sys.stderr.flush()
                due, shown = time.monotonic() + PAUSE, True
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
