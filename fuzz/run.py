"""Fuzz each format and pins.toml in turn: `python fuzz/run.py [--seconds N] [NAME ...]`. Exit status 1 if anything broke.

Seeds are the files of tests/cases that a format reads, and what a run learns stays in fuzz/corpus for the next one.
What breaks a promise is kept in fuzz/found: make a case or a test of it.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from holds import CHOICES

from pinlint import scan
from pinlint.formats import FORMATS, OPTIONAL
from pinlint.match import Matcher
from pinlint.read import format_module

HERE = Path(__file__).parent
CASES = HERE.parent / "tests/cases"
WORD = re.compile(rb"[A-Za-z_][\w./-]{2,40}|[^\w\s]{2,4}|\d[\w.]*")


def names() -> list[str]:
    return ["pins", *FORMATS, *OPTIONAL]


def seeds(name: str) -> Iterator[bytes]:
    """The files of the cases that the format of that name reads."""
    match = Matcher([(name, format_module(name).FILES)]) if name != "pins" else None
    wide = scan.matcher()
    for folder in [*CASES.glob("*/before"), HERE.parent / "examples/drifted"]:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            inner = path.relative_to(folder).as_posix()
            if inner == "pins.toml" if match is None else match(inner) and (wide(inner) == name or name in OPTIONAL):
                yield path.read_bytes()


def prepare(name: str) -> tuple[Path, Path]:
    """The folder of the corpus, with the seeds in it, and the dictionary of their words."""
    corpus, words = HERE / "corpus" / name, HERE / "corpus" / f"{name}.dict"
    corpus.mkdir(parents=True, exist_ok=True)
    known: set[bytes] = {b"3.10", b"${", b"}}", b"<<: *a", b"&a ", b"\\\n", b"\r\n", b"\t", b"'''", b'"""'}
    for i, seed in enumerate(seeds(name)):
        for choice in range(CHOICES):
            (corpus / f"seed-{i}-{choice}").write_bytes(seed + (b"" if name == "pins" else bytes([choice])))
        known.update(WORD.findall(seed))
    lines = ("".join(chr(c) if 32 <= c < 127 and c not in b'"\\' else f"\\x{c:02x}" for c in word) for word in sorted(known))
    words.write_text("".join(f'"{line}"\n' for line in lines))
    return corpus, words


def fuzz(name: str, seconds: int, longest: int) -> tuple[int, int]:
    """Fuzz one name; the number of executions and of breaches."""
    corpus, words = prepare(name)
    found = HERE / "found"
    found.mkdir(exist_ok=True)
    before = len(list(found.glob("*.input")))
    run = subprocess.run(
        [
            sys.executable, str(HERE / "target.py"), name, str(found), str(corpus), f"-max_total_time={seconds}",
            f"-dict={words}", f"-max_len={longest}", "-timeout=0", "-rss_limit_mb=4096", "-print_final_stats=1",
        ],
        capture_output=True, text=True, errors="replace",
    )  # fmt: skip
    executed = re.search(r"number_of_executed_units:\s*(\d+)", run.stderr)
    if executed is None:
        print(run.stderr[-3000:])
        return 0, 1
    return int(executed[1]), len(list(found.glob("*.input"))) - before


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=600, help="for each name")
    parser.add_argument("--longest", type=int, default=4096, help="bytes of an input")
    parser.add_argument("names", nargs="*", default=names())
    options = parser.parse_args()
    broken = 0
    for name in options.names:
        began = time.monotonic()
        executions, breaches = fuzz(name, options.seconds, options.longest)
        broken += breaches
        print(f"{name:22} {time.monotonic() - began:6.0f} s {executions:10} executions {breaches:4} breaches", flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
