"""Move versions in the files of tests/cases, as people do, and hold what fuzz/holds.py promises under pins as people write.

`python fuzz/drift.py [--seconds N] [--seed N]`. Exit status 1 if anything broke; what did is kept in fuzz/found. The bytes of
fuzz/run.py are odd files under odd pins; these are files that could be anybody's.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import holds
import yaml

from pinlint import check, fix, notations, plain, read, repair, scan
from pinlint.model import Document, Edit, Mention, Unreadable
from pinlint.pins import Pin, Pins
from pinlint.rules import RULES

HERE = Path(__file__).parent
MOVES = (0, 1, 1, 2, 3, 6)  # versions of a file that are moved
RELEASES = {
    "python": ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13"],
    "cuda": ["11.3", "11.6", "11.8", "12.1", "12.4", "12.6"],
    "torch": ["1.13.1", "2.0.1", "2.1.0", "2.4.0"],
}


class File(NamedTuple):
    document: Document
    format: str


def files() -> Iterator[File]:
    """Every file of the cases, as it is and as it should be, that a format reads."""
    match = scan.matcher()
    for folder in sorted([*HERE.parent.glob("tests/cases/*/before"), *HERE.parent.glob("tests/cases/*/after")]):
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            inner = path.relative_to(folder).as_posix()
            if inner != "pins.toml" and (name := match(inner)):
                with contextlib.suppress(Unreadable):
                    yield File(read.decode(inner, path.read_bytes()), name)


def step(version: str, by: int) -> str:
    """The version with its second number, or its only one, moved."""
    head, dot, rest = version.partition(".")
    minor, *more = (rest or head).split(".")
    if not minor.isdecimal():
        return version
    moved = ".".join([str(max(1, int(minor) + by)), *more])
    return f"{head}.{moved}" if dot else moved


def draw(dice: random.Random, mentions: list[Mention]) -> Pins:
    """Plausible pins for what a file mentions; those of Python say more than a version."""
    pins = []
    for subject in sorted({m.subject for m in mentions if m.version[:1].isdecimal()}):
        known = RELEASES.get(subject)
        if known is None:
            said = dice.choice([m.version for m in mentions if m.subject == subject and m.version[:1].isdecimal()])
            pins.append(Pin(subject, step(said, dice.randrange(3))))
            continue
        at = dice.randrange(1, len(known) - 1)
        version, near = known[at], tuple(known[at - 1 : at + 2])
        forms = [
            Pin(subject, version),
            Pin(subject, f"{version}.4" if version.count(".") < 2 else version),
            Pin(subject, version, supports=near),
            Pin(subject, supports=near),
            Pin(subject, version, minimum=near[0]),
            Pin(subject, minimum=near[0]),
            Pin(subject, version, allow=near[:1]),
            Pin(subject, version, supports=near, allow=("3.7",)),
        ]
        pins.append(dice.choice(forms if subject == "python" else forms[:2]))
    return Pins("pins.toml", tuple(pins))


def drifted(dice: random.Random, document: Document, mentions: list[Mention]) -> Document:
    """The document with some of its versions moved, each in its own notation."""
    movable = [m for m in mentions if m.version and not m.frozen and m.notation in notations.NOTATIONS]
    edits: list[Edit] = []
    for m in dice.sample(movable, min(len(movable), dice.choice(MOVES))):
        other = dice.choice(RELEASES[m.subject]) if m.subject in RELEASES else step(m.version, dice.choice((-1, 1)))
        text = notations.write(m.notation, other, m.text)
        if text and not any(e.start < m.end and m.start < e.end for e in edits):
            edits.append(Edit(m.start, m.end, text))
    return document._replace(text=fix.apply(document.text, edits))


def twice(text: str) -> set[str]:
    """The keys that a mapping of the YAML has twice, which no parser that pinlint uses complains of."""
    found: set[str] = set()
    try:
        stack = [node for node in yaml.compose_all(text, Loader=yaml.CSafeLoader) if node]
    except yaml.YAMLError:
        return found
    while stack:
        node = stack.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
            found.update(key for key in keys if keys.count(key) > 1)
            stack += [child for _, child in node.value]
        elif isinstance(node, yaml.SequenceNode):
            stack += node.value
    return found


def hold(document: Document, name: str, pins: Pins) -> None:
    """Raise if the file is not fixed as promised under these pins."""
    reading = scan.interpret(document, name, ())
    if reading.error is not None and reading.error.__cause__ is not None:
        raise reading.error.__cause__
    found = check.of_document(pins, reading)
    one = repair.plan(pins, reading, found, set(RULES))
    if one is None:
        return
    holds._only_versions(document, one.after, [e for f in found for e in f.edits], name, pins)
    holds._as_valid(document, one.after)
    again = scan.interpret(one.after, name, ())
    if repair.plan(pins, again, check.of_document(pins, again), set(RULES)) is not None:
        raise holds.Breach("fixing twice is not fixing once")
    if document.path.endswith((".yml", ".yaml")) and (new := twice(one.after.text) - twice(document.text)):
        raise holds.Breach(f"a mapping comes to have a key twice: {sorted(new)}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10**6)
    options = parser.parse_args()
    dice, known, found = random.Random(options.seed), list(files()), HERE / "found"
    found.mkdir(exist_ok=True)
    runs = broken = 0
    end = time.monotonic() + options.seconds
    while time.monotonic() < end:
        file = dice.choice(known)
        mentions = scan.interpret(file.document, file.format, ()).mentions
        pins, document = draw(dice, mentions), drifted(dice, file.document, mentions)
        runs += 1
        try:
            hold(document, file.format, pins)
        except Exception:
            broken += 1
            name = f"drift-{options.seed}-{runs}"
            (found / f"{name}.input").write_bytes(document.encode(document.text))
            (found / f"{name}.txt").write_text(f"{file.format} {document.path}\n{plain.dump(pins)}\n{traceback.format_exc()}")
            print(f"{name}: {document.path}", flush=True)
    print(f"seed {options.seed}: {runs} runs, {broken} breaches")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
