"""Where the time of one first run goes: `python benchmarks/shares.py`, in a folder with a pins.toml.

Each part is timed without the parts inside of it, in a process that shares nothing with others. Prints a line of Markdown.
"""

from __future__ import annotations

import importlib
import os
import re
import sys
import time
from collections.abc import Callable
from typing import Any

BEGAN = time.perf_counter()
spent: dict[str, float] = {}
stack: list[list[Any]] = []


def timed(part: str, owner: Any, name: str) -> None:
    """Count what `owner.name` takes, less what other parts take while it runs, for `part`."""
    original: Callable[..., Any] = getattr(owner, name)

    def wrapper(*arguments: Any, **options: Any) -> Any:
        frame = [time.perf_counter(), 0.0]
        stack.append(frame)
        try:
            return original(*arguments, **options)
        finally:
            stack.pop()
            whole = time.perf_counter() - frame[0]
            spent[part] = spent.get(part, 0.0) + whole - frame[1]
            if stack:
                stack[-1][1] += whole

    setattr(owner, name, wrapper)


def main() -> None:
    timed("compiling expressions", re._compiler, "compile")  # type: ignore[attr-defined]
    timed("importing", importlib._bootstrap, "_find_and_load")  # type: ignore[attr-defined]
    from pinlint import check, cli, processes, read

    processes.PATIENCE = float("inf")
    timed("opening files", read, "read")
    timed("parsing and extracting", read, "extract")
    timed("judging", check, "verdict")
    sys.stdout = open(os.devnull, "w", encoding="utf-8")
    cli.main(["--no-cache", "--exit-zero"])
    sys.stdout = sys.__stdout__
    whole = time.perf_counter() - BEGAN
    parts = {**spent, "waiting for git, and the rest": whole - sum(spent.values())}
    print(", ".join(f"{part} {taken / whole:.0%}" for part, taken in sorted(parts.items(), key=lambda p: -p[1]) if taken > whole / 200))


if __name__ == "__main__":
    main()
