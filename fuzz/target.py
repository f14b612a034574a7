"""Fuzz one name, guided by coverage: `python fuzz/target.py NAME FOUND CORPUS [libFuzzer's options]`.

A breach doesn't end the run: the first input for each is kept in the folder FOUND, with what it broke beside it.
"""

from __future__ import annotations

import signal
import sys
import traceback
from pathlib import Path
from types import FrameType

import atheris

with atheris.instrument_imports(include=["pinlint", "dockerfile_parse"]):
    import holds

    from pinlint import read

NAME, FOUND = sys.argv[1], Path(sys.argv[2])
PATHS = {"github_workflow": ".github/workflows/ci.yml", "circleci": ".circleci/config.yml"}
HANGS = 10  # seconds
seen: set[tuple[str, ...]] = set()


def example_path(name: str) -> str:
    """A path that the format reads: its first glob, with `x` for what is open."""
    return PATHS.get(name) or read.format_module(name).FILES[0].replace("**/", "x/").replace("*", "x")


PATH = "pins.toml" if NAME == "pins" else example_path(NAME)


def ring(number: int, frame: FrameType | None) -> None:
    raise holds.Breach(f"takes longer than {HANGS} s by the clock")


def once(data: bytes) -> None:
    signal.setitimer(signal.ITIMER_REAL, HANGS)
    try:
        if NAME == "pins":
            holds.check_pins(data)
        else:
            # The last byte is the choice of pins, so that the head of a file stays what it is.
            holds.check_format(NAME, PATH, data[:-1], data[-1] if data else 0)
    except Exception as error:
        where = [f"{f.filename.rpartition('/')[2]}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)[-3:]]
        # What can't be proved ends at one line, for many causes: an input for each choice of pins shows more of them.
        key = (type(error).__name__, *where, str(data[-1] % holds.CHOICES) if data else "")
        if key not in seen:
            seen.add(key)
            number = len(list(FOUND.glob("*.input")))
            (FOUND / f"{NAME}-{number}.input").write_bytes(data)
            (FOUND / f"{NAME}-{number}.txt").write_text("".join(traceback.format_exception(error)), errors="replace")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


signal.signal(signal.SIGALRM, ring)
atheris.Setup([sys.argv[0], *sys.argv[3:]], once)
atheris.Fuzz()
