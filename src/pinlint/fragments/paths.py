"""Paths and addresses that hold a version: `/usr/local/cuda-11.3`, `/opt/python/cp37-cp37m`, an installer's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import notations
from pinlint.fragments import wheel
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.value import Value, mention

LONGEST = 4000  # characters
INSTALLER = "this installer is published for its own versions only"
DRIVER = "the name of this installer holds a driver's version too"
ABI = "the ABI's name ends in m up to Python 3.7 only"
VERSION = r"\d+(?:\.\d+)+"

# What a path says: a pattern whose groups are subjects, the notation of each, and why it is never edited.
PATTERNS: tuple[tuple[str, str, str], ...] = (
    (rf"/cuda-(?P<cuda>{VERSION})(?=$|[/:;\"'\s])", "dotted", ""),
    (rf"/compute/cuda/(?P<cuda>{VERSION})/", "dotted", DRIVER),
    (rf"/cuda_(?P<cuda>{VERSION})_[\d.]+_linux\w*\.run", "dotted", DRIVER),
    (r"/(?:bin|lib|lib64|include)/python(?P<python>3\.\d+)m?(?=$|[/:;\"'\s])", "dotted", ""),
    (rf"python\.org/ftp/python/(?P<python>{VERSION})/", "dotted", ""),
    (rf"/Python-(?P<python>{VERSION})\.(?:tgz|tar)", "dotted", ""),
    (r"bootstrap\.pypa\.io/(?:pip/)?(?P<python>\d\.\d+)/", "dotted", ""),
    (r"/cp(?P<python>\d{2,3})-cp\d{2,3}(?=$|[/:;\"'\s])", "compact", ""),
    (r"/cp\d{2,3}-cp(?P<python>\d{2,3})(?=$|[/:;\"'\s])", "compact", ""),
    (r"/cp(?P<python>\d{2,3})-cp\d{2,3}mu?(?=$|[/:;\"'\s])", "compact", ABI),
    (r"/cp\d{2,3}-cp(?P<python>\d{2,3})mu?(?=$|[/:;\"'\s])", "compact", ABI),
    (r"Miniconda3-py(?P<python>\d{2,3})_", "compact", INSTALLER),
    (rf"Miniconda3-(?:py\d{{2,3}}_)?(?P<miniconda>{VERSION})(?:-\d+)?-\w+-", "exact", INSTALLER),
    (r"Miniconda3-(?P<miniconda>latest)-", "floating", ""),
    (rf"/(?:Mini|Mamba)forge(?:3|-pypy3)?-(?P<miniforge>{VERSION})-\d+-\w+-", "exact", INSTALLER),
    (rf"astral\.sh/uv/(?P<uv>{VERSION})/", "exact", ""),
)
COMPILED = tuple((re.compile(pattern), notation, frozen) for pattern, notation, frozen in PATTERNS)
HINT = later(r"cuda|python|cp\d|conda3|forge|astral|\.whl|/torch|/cu\d", re.IGNORECASE)


def read(value: Value, where: str, role: str = "uses") -> Iterator[Mention]:
    """Every mention in the paths and addresses of one word."""
    text = value.text
    if len(text) > LONGEST or not HINT.search(text):
        return
    for pattern, notation, frozen in COMPILED:
        for match in pattern.finditer(text):
            subject = str(match.lastgroup)
            said = "" if notation == "floating" else notations.read(notation, match[subject])
            yield mention(value, *match.span(subject), subject, notation, role, where, version=said, frozen=frozen)
    if ".whl" in text:
        yield from wheel.read(value, where, role)
    yield from wheel.index(value, where, role)
