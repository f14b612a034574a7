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
GET_PIP = "pip has addresses of their own for old Pythons only"
SYSTEM = "this address is for the system that installs from it, whatever brings that"
ABI = "the ABI's name ends in m up to Python 3.7 only"
VERSION = r"\d+(?:\.\d+)+"

# What a path says: letters that it must hold, a pattern whose groups are subjects, their notation, why it is never edited.
PATTERNS: tuple[tuple[str, str, str, str], ...] = (
    ("/cuda-", rf"/cuda-(?P<cuda>{VERSION})(?=$|[/:;\"'\s])", "dotted", ""),
    ("/compute/cuda/", rf"/compute/cuda/(?P<cuda>{VERSION})/", "dotted", DRIVER),
    ("/cuda_", rf"/cuda_(?P<cuda>{VERSION})_[\d.]+_linux\w*\.run", "dotted", DRIVER),
    ("3.", r"/(?:bin|lib|lib64|include|opt)/(?:python|pip)(?P<python>3\.\d+)m?(?=$|[/:;\"'\s]|-config)", "dotted", ""),
    ("-packages", r"(?<!/lib)(?<!/lib64)/python(?P<python>3\.\d+)/(?:site|dist)-packages", "dotted", ""),
    ("py", r"(?<![\w.)}/-])/(?:[\w.-]+/)*[\w.-]*[-_]py(?:thon)?(?P<python>3\.\d+)(?=$|[/:;\"'\s])", "dotted", ""),
    ("/python@", r"/(?:Cellar|opt)/python@(?P<python>3\.\d+)(?=$|[/:;\"'\s])", "dotted", ""),
    ("/Library/Python/", r"/Library/Python/(?P<python>3\.\d+)/", "dotted", ""),
    ("pyenv/versions/", rf"/\.?pyenv/versions/(?P<python>{VERSION})(?=$|[/:;\"'\s])", "dotted", ""),
    ("ython", rf"[/\\](?:hostedtoolcache(?:/windows|\\windows)?[/\\]Python|opt[/\\]python)[/\\](?P<python>{VERSION})(?=$|[/\\:;\"'\s])",
     "dotted", ""),
    (".cpython-", r"\.cpython-(?P<python>3\d{1,2})-[\w-]+\.so(?=$|[:;\"'\s])", "compact", ""),
    ("-cpython-", r"/lib\.[a-z]+-\w+-cpython-(?P<python>3\d{1,2})(?=$|[/:;\"'\s])", "compact", ""),
    ("Python3", r"[/\\:]Python(?P<python>3\d{1,2})(?:-x64|-32)?(?=$|[/\\;\"'\s])", "compact", ""),
    ("python.org/ftp/python/", rf"python\.org/ftp/python/(?P<python>{VERSION})/", "dotted", ""),
    ("Python-", rf"(?:^|/)Python-(?P<python>{VERSION})(?=$|/|\.(?:tgz|tar))", "dotted", ""),
    ("go", rf"(?:^|/)go(?P<go>{VERSION})\.(?:linux|darwin|windows|src)\b", "download", ""),
    ("cmake-", rf"(?:^|/)cmake-(?P<cmake>{VERSION})(?=-(?:linux|macos|windows)-|\.tar|\.zip)", "download", ""),
    ("cmake.org/", rf"cmake\.org/files/v(?P<cmake>\d+\.\d+)/(?=cmake-{VERSION}(?:-(?:linux|macos|windows)-|\.tar|\.zip))",
     "dotted", ""),
    ("cmake-", rf"(?:^|/)cmake-(?P<cmake>{VERSION})(?=-(?:Linux|Darwin|win32|win64)-)", "old-cmake", ""),
    ("cmake.org/", rf"cmake\.org/files/v(?P<cmake>\d+\.\d+)/(?=cmake-{VERSION}-(?:Linux|Darwin|win32|win64)-)",
     "old-cmake-series", ""),
    ("/node-v", rf"/node-v(?P<node>{VERSION})(?=[-/.]|$)", "download", ""),
    ("nodejs.org/dist/v", rf"nodejs\.org/dist/v(?P<node>{VERSION})/", "download", ""),
    ("/helm-v", rf"/helm-v(?P<helm>{VERSION})-", "download", ""),
    ("/v", rf"(?:dl\.k8s\.io|kubernetes-release)/(?:release/)?v(?P<kubectl>{VERSION})/", "download", ""),
    ("bootstrap.pypa.io/", r"bootstrap\.pypa\.io/(?:pip/)?(?P<python>\d\.\d+)/", "dotted", GET_PIP),
    ("/cp", r"/cp(?P<python>\d{2,3})-cp\d{2,3}(?=$|[/:;\"'\s])", "compact", ""),
    ("/cp", r"/cp\d{2,3}-cp(?P<python>\d{2,3})(?=$|[/:;\"'\s])", "compact", ""),
    ("/cp", r"/cp(?P<python>\d{2,3})-cp\d{2,3}mu?(?=$|[/:;\"'\s])", "compact", ABI),
    ("/cp", r"/cp\d{2,3}-cp(?P<python>\d{2,3})mu?(?=$|[/:;\"'\s])", "compact", ABI),
    ("Miniconda3-py", r"Miniconda3-py(?P<python>\d{2,3})_", "compact", INSTALLER),
    ("Miniconda3-", rf"Miniconda3-(?:py\d{{2,3}}_)?(?P<miniconda>{VERSION})(?:-\d+)?-\w+-", "exact", INSTALLER),
    ("Miniconda3-latest-", r"Miniconda3-(?P<miniconda>latest)-", "floating", ""),
    ("forge", rf"/(?:Mini|Mamba)forge(?:3|-pypy3)?-(?P<miniforge>{VERSION})-\d+-\w+-", "exact", INSTALLER),
    ("/repos/ubuntu", r"nvidia\.com/compute/(?:cuda|machine-learning)/repos/ubuntu(?P<ubuntu>\d{4})/", "compact-ubuntu", SYSTEM),
    ("astral.sh/uv/", rf"astral\.sh/uv/(?P<uv>{VERSION})/", "exact", ""),
)
READ = tuple((letters, later(pattern), notation, frozen) for letters, pattern, notation, frozen in PATTERNS)
HINT = later(
    r"cuda|python|pyenv|[-_]py3|cp\d|conda3|forge|astral|\.whl|/torch|/cu\d|\bgo\d|node|helm|k8s|kubern|/pip3|cmake-|bootstrap",
    re.IGNORECASE,
)
OLD_NAME = later(r"-(?:Linux|Darwin|win32|win64)-")
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
    for letters, pattern, notation, frozen in READ:
        for match in pattern.finditer(text) if letters in text else ():
            subject = str(match.lastgroup)
            said = "" if notation == "floating" else notations.read(notation, match[subject])
            yield mention(value, *match.span(subject), subject, notation, role, where, version=said, frozen=frozen)
    if ".whl" in text:
        yield from wheel.read(value, where, role)
    yield from wheel.index(value, where, role)


def _release(value: Value, where: str, role: str) -> Iterator[Mention]:
    if match := RELEASE.search(value.text):
        subject = names.canonical(match["name"])
        notation = "old-cmake" if subject == "cmake" and OLD_NAME.search(value.text, match.end()) else "download"
        for group in ("version", "again"):
            if match[group]:
                span = match.span(group)
                yield mention(value, *span, subject, notation, role, where, version=match["version"])
