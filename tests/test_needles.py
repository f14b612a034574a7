"""A file is parsed only where it names a pinned subject: what a format finds in it must never be passed over by that."""

from __future__ import annotations

from pathlib import Path

import pytest

from pinlint import read, scan
from pinlint.model import Unreadable
from pinlint.pins import Pin, Pins
from pinlint.tables.images import HEADS

CASES = sorted((Path(__file__).parent / "cases").glob("*/before"))


def named(subject: str, text: str) -> bool:
    """Whether a file that holds the text is parsed for a pin of the subject, had it more to say."""
    return scan._names(read.decode("notes", text.encode()), scan.needles(Pins("pins.toml", (Pin(subject, "1"),))))


def unnamed(root: Path) -> list[str]:
    """Each mention in a tree whose subject no needle of its own finds in the file, as it would be in a longer one."""
    match, missed = scan.matcher(), []
    for path in sorted(p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file() and not p.is_symlink()):
        format_name = match(path)
        if format_name is None:
            continue
        try:
            document = read.read(str(root), path)
            found = read.extract(format_name, document)
        except Unreadable:
            continue
        for subject in sorted({m.subject for m in found if m.version}):
            if not scan._names(document, scan.needles(Pins("pins.toml", (Pin(subject, "1"),)))):
                missed.append(f"{path}: {subject}")
    return missed


# Files that hold a version and nothing else, which are read whatever they hold since they are small.
BARE = (".python-version", ".nvmrc", ".node-version", "runtime.txt", "travis", ".tool-versions")


@pytest.mark.parametrize("root", CASES, ids=lambda path: path.parent.name)
def test_what_is_found_is_named(root: Path) -> None:
    assert [one for one in unnamed(root) if not one.partition(":")[0].endswith(BARE)] == []


@pytest.mark.parametrize(("end", "subject"), HEADS.items())
def test_an_image_names_its_subject(end: str, subject: str) -> None:
    assert named(subject, f"FROM {end}:1.2")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("cuda", "apt-get install libcublas-11-3"),
        ("go", "- task: GoTool@0"),
        ("go", "goVersion: 1.20"),
        ("python", "pyVersion: 37"),
        ("python", "CIBW_BUILD: cp39-*"),
        ("rust", "uses: actions-rs/toolchain@v1"),
        ("miniforge", "Mambaforge-23.1.0-1-Linux-x86_64.sh"),
        ("scikit-learn", "gcr.io/x/sklearn-cpu.1-0"),
        ("redis-server", "image: redis:6"),
    ],
)
def test_other_words_that_name_a_subject(subject: str, text: str) -> None:
    assert named(subject, text)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("python", "copy numpy a.py scipy"),
        ("cuda", "current document secure execute"),
        ("go", "google category algorithm gopher"),
        ("tensorflow", "platform outfit"),
        ("pip", "pipeline pipenv"),
    ],
)
def test_words_that_only_look_alike_name_nothing(subject: str, text: str) -> None:
    assert not named(subject, text)
