"""Time a whole check, interpreter's start included: `python tests/bench.py [REPOSITORY ...]`. Prints, asserts nothing.

Each command is run in turn, so that a busy moment of the machine meets all alike; the median counts.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 21
EXAMPLE = Path(__file__).parent.parent / "examples/drifted"
COMMANDS = {
    "python, nothing at all": ["-c", "pass"],
    "pinlint --version": ["-m", "pinlint", "--version"],
    "pinlint": ["-m", "pinlint", "--exit-zero"],
    "pinlint --no-cache": ["-m", "pinlint", "--exit-zero", "--no-cache"],
}


def seconds(arguments: list[str], folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=folder, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> None:
    for folder in map(Path, sys.argv[1:] or [str(EXAMPLE)]):
        times: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for _ in range(ROUNDS):
            for name, arguments in COMMANDS.items():
                times[name].append(seconds(arguments, folder))
        print(folder.resolve().name)
        for name, measured in times.items():
            print(f"  {name:<24} {statistics.median(measured) * 1000:7.1f} ms   (fastest {min(measured) * 1000:.1f})")
    print(f"largest process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.1f} MiB")


if __name__ == "__main__":
    main()
