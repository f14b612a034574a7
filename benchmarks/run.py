"""Time pinlint beside other tools, in one run: `python benchmarks/run.py [--rounds N] [--sizes N,N] [REPOSITORY ...]`.

Every command is a whole process; each round runs all of them in turn, so that a busy moment of the machine meets all alike.
Medians count, in brackets are the fastest and the slowest. Prints a table in Markdown, asserts nothing. Repositories are
cloned first and never written to; one without a pins.toml gets what `pinlint init` proposes. A tool that isn't there is
left out with a line: check-python-versions and zizmor are looked for beside this Python, ripgrep and RENOVATE on the PATH.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

HERE = Path(sys.executable).parent
PINLINT = [sys.executable, "-m", "pinlint"]
RENOVATE = ("--platform=local", "--dry-run=extract", "--onboarding=false", "--require-config=ignored")
# Byte code is kept, as it is where pinlint is installed: a run that compiles every module again measures something else.
ENVIRONMENT = {**{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}, "LOG_LEVEL": "fatal"}
WARM, KNOWN = "pinlint, unchanged", "pinlint, only pins.toml known"


class Cost(NamedTuple):
    """What one run took: seconds by the clock, seconds of processors, and MiB of its largest process."""

    wall: float
    cpu: float
    memory: float


def commands(folder: Path) -> dict[str, list[str]]:
    """The commands to compare in `folder`, by the name they have in the table."""
    found = {"python, nothing at all": [sys.executable, "-c", "pass"]}
    if shutil.which("rg"):
        found["git ls-files and ripgrep"] = ["sh", "-c", "git ls-files -z | xargs -0 rg -c 'python|cuda' >/dev/null"]
    found["pinlint, no cache"] = [*PINLINT, "--exit-zero", "--no-cache"]
    found[KNOWN] = found[WARM] = [*PINLINT, "--exit-zero"]
    # It runs a setup.py that it can't read, so it is only let near a tree that has none.
    if (HERE / "check-python-versions").exists() and not list(folder.rglob("setup.py")):
        found["check-python-versions"] = [str(HERE / "check-python-versions"), "."]
    if (HERE / "zizmor").exists() and (folder / ".github/workflows").is_dir():
        found["zizmor, offline"] = [str(HERE / "zizmor"), "--offline", "--no-progress", "--quiet", "."]
    if renovate := os.environ.get("RENOVATE"):
        found["Renovate, extraction alone"] = [renovate, *RENOVATE]
    return found


def run(words: list[str], folder: Path) -> Cost:
    start = time.perf_counter()
    with open(os.devnull, "w") as nothing:
        process = subprocess.Popen(words, cwd=folder, stdout=nothing, stderr=nothing, env=ENVIRONMENT)
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0  # reaped already
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def measure(folder: Path, rounds: int) -> dict[str, list[Cost]]:
    """Each command's costs. What is unchanged, and what pins.toml says, is known from the run before."""
    todo = commands(folder)
    costs: dict[str, list[Cost]] = {name: [] for name in todo}
    run(todo[WARM], folder)
    for _ in range(rounds):
        for name, words in todo.items():
            if name == KNOWN:
                (folder / ".pinlint_cache/files").unlink(missing_ok=True)
            costs[name].append(run(words, folder))
    return costs


def table(title: str, costs: dict[str, list[Cost]]) -> str:
    bare = statistics.median(cost.wall for cost in next(iter(costs.values())))
    lines = [f"### {title}", "", "| | ratio | wall, ms | CPU, ms | memory, MiB |", "|---|---:|---:|---:|---:|"]
    for name, measured in costs.items():
        walls = sorted(cost.wall * 1000 for cost in measured)
        middle = statistics.median(walls)
        cpu, memory = (statistics.median(values) for values in zip(*(cost[1:] for cost in measured), strict=True))
        wall = f"{middle:.0f} ({walls[0]:.0f}-{walls[-1]:.0f})"
        lines.append(f"| {name} | {middle / bare / 1000:.1f} | {wall} | {cpu * 1000:.0f} | {memory:.0f} |")
    return "\n".join([*lines, ""])


def shares(folder: Path) -> str:
    """Where the time of a first run goes, behind the start of the interpreter."""
    script = [sys.executable, str(Path(__file__).with_name("shares.py"))]
    said = subprocess.run(script, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=True).stdout
    return f"pinlint without a cache, in one process: {said}"


def prepared(repository: Path, folder: Path) -> Path:
    """A clone of a repository, with a pins.toml."""
    target = folder / repository.resolve().name
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", repository, target], check=True)
    if (repository / "pins.toml").exists():
        shutil.copy(repository / "pins.toml", target)
    elif not (target / "pins.toml").exists():
        subprocess.run([*PINLINT, "init"], cwd=target, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not (target / "pins.toml").exists():  # it found nothing to propose
        (target / "pins.toml").write_text('[pins]\npython = "3.12"\n')
    return target


def main() -> None:
    parser = argparse.ArgumentParser(description="Time pinlint beside other tools.")
    parser.add_argument("repositories", nargs="*", type=Path, metavar="REPOSITORY")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--sizes", default="1000,10000", help="files of the generated monorepos; empty for none")
    given = parser.parse_args()
    system = f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}"
    print(f"{datetime.date.today()}, {system}, medians of {given.rounds} rounds (fastest-slowest)\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for repository in given.repositories:
            clone = prepared(repository, folder)
            count = len(subprocess.run(["git", "ls-files"], cwd=clone, capture_output=True, check=True).stdout.splitlines())
            print(table(f"{clone.name}, {count} files", measure(clone, given.rounds)), shares(clone), sep="\n", flush=True)
        for size in filter(None, given.sizes.split(",")):
            made = folder / f"monorepo-{size}"
            # In a process of its own: what this one holds would count as memory of every command it starts.
            subprocess.run([sys.executable, Path(__file__).with_name("generate.py"), made, size], check=True)
            print(table(f"generated monorepo, {size} files", measure(made, given.rounds)), shares(made), sep="\n", flush=True)
    missing = [tool for tool, there in {
        "ripgrep": shutil.which("rg"), "check-python-versions": (HERE / "check-python-versions").exists(),
        "zizmor": (HERE / "zizmor").exists(), "Renovate (set RENOVATE to its command)": os.environ.get("RENOVATE"),
    }.items() if not there]  # fmt: skip
    if missing:
        print(f"left out, since not there: {', '.join(missing)}")


if __name__ == "__main__":
    main()
