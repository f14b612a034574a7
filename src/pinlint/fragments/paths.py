"""Paths and addresses that hold a version: `/usr/local/cuda-11.3`, `/opt/python/cp37-cp37m`, an installer's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import names, notations
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
    (r"/(?:bin|lib|lib64|include|opt)/(?:python|pip)(?P<python>3\.\d+)m?(?=$|[/:;\"'\s]|-config)", "dotted", ""),
    (r"(?<!/lib)(?<!/lib64)/python(?P<python>3\.\d+)/(?:site|dist)-packages", "dotted", ""),
    (r"/(?:Cellar|opt)/python@(?P<python>3\.\d+)(?=$|[/:;\"'\s])", "dotted", ""),
    (r"/Library/Python/(?P<python>3\.\d+)/", "dotted", ""),
    (rf"/\.?pyenv/versions/(?P<python>{VERSION})(?=$|[/:;\"'\s])", "dotted", ""),
    (rf"[/\\](?:hostedtoolcache(?:/windows|\\windows)?[/\\]Python|opt[/\\]python)[/\\](?P<python>{VERSION})(?=$|[/\\:;\"'\s])",
     "dotted", ""),
    (r"\.cpython-(?P<python>3\d{1,2})-[\w-]+\.so(?=$|[:;\"'\s])", "compact", ""),
    (r"/lib\.[a-z]+-\w+-cpython-(?P<python>3\d{1,2})(?=$|[/:;\"'\s])", "compact", ""),
    (r"[/\\:]Python(?P<python>3\d{1,2})(?:-x64|-32)?(?=$|[/\\;\"'\s])", "compact", ""),
    (rf"python\.org/ftp/python/(?P<python>{VERSION})/", "dotted", ""),
    (rf"(?:^|/)Python-(?P<python>{VERSION})(?=$|/|\.(?:tgz|tar))", "dotted", ""),
    (rf"(?:^|/)go(?P<go>{VERSION})\.(?:linux|darwin|windows|src)\b", "download", ""),
    (rf"/node-v(?P<node>{VERSION})(?=[-/.]|$)", "download", ""),
    (rf"nodejs\.org/dist/v(?P<node>{VERSION})/", "download", ""),
    (rf"/helm-v(?P<helm>{VERSION})-", "download", ""),
    (rf"(?:dl\.k8s\.io|kubernetes-release)/(?:release/)?v(?P<kubectl>{VERSION})/", "download", ""),
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
HINT = later(
    r"cuda|python|pyenv|cp\d|conda3|forge|astral|\.whl|/torch|/cu\d|\bgo\d|node|helm|k8s|kubern|/pip3", re.IGNORECASE
)
# A download from a release on GitHub is of the repository's name; the file's own name may repeat the version.
RELEASE = later(
    rf"github\.com/[\w.-]+/(?P<name>[\w.-]+)/(?:releases/download|archive/(?:refs/tags/)?)/?(?P<tag>v?(?P<version>{VERSION}(?:-?rc\d+)?))"
    rf"(?=/|\.tar|\.zip)(?:/[^/\s]*?(?<![\d.])(?P<again>(?P=version))(?![.]?\d))?"
)


def read(value: Value, where: str, role: str = "uses") -> Iterator[Mention]:
    """Every mention in the paths and addresses of one word."""
    text = value.text
    if len(text) > LONGEST:
        return
    if "github.com/" in text:
        yield from _release(value, where, role)
    if not HINT.search(text):
        return
    for pattern, notation, frozen in COMPILED:
        for match in pattern.finditer(text):
            subject = str(match.lastgroup)
            said = "" if notation == "floating" else notations.read(notation, match[subject])
            yield mention(value, *match.span(subject), subject, notation, role, where, version=said, frozen=frozen)
    if ".whl" in text:
        yield from wheel.read(value, where, role)
    yield from wheel.index(value, where, role)


def _release(value: Value, where: str, role: str) -> Iterator[Mention]:
    if match := RELEASE.search(value.text):
        subject = names.canonical(match["name"])
        for group in ("version", "again"):
            if match[group]:
                yield mention(value, *match.span(group), subject, "download", role, where, version=match["version"])
