"""Which format reads a path: one look-up of its name, and a glob only where the letters it asks for are there."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Glob = tuple[int, str, str, str]  # the format's rank and name, its glob, and letters that a match must hold

WILD = "*?[]{}"
TEMPLATES = (".in", ".j2", ".jinja", ".jinja2", ".tmpl", ".template", ".tpl")
"""What the name of a template ends in, behind the name of the file that it makes."""
FIXTURES = frozenset("fixtures testdata test_data test-data __snapshots__ cassettes".split())
"""Folders of what tests are fed with: a version in it is the one that a test is about."""


class Matcher:
    """The FILES of every format, in the order in which they are asked: the first that matches a path reads it."""

    def __init__(self, formats: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        self.names: dict[str, Glob] = {}
        self.globs: dict[str, list[Glob]] = {"": []}  # by the ending that they ask for
        self.places: list[str] = []  # globs of no format, which are [[places]]
        self.known: dict[str, list[Glob]] = {}  # names repeat in a large repository: what one tells is told once
        for rank, (name, patterns) in enumerate(formats):
            self.places += patterns if not name else ()
            for pattern in patterns:
                if "/" not in pattern and not any(c in pattern for c in WILD):
                    self.names.setdefault(pattern, (rank, name, "", ""))
                else:
                    self.globs.setdefault(_ending(pattern), []).append((rank, name, pattern, _letters(pattern)))

    def __call__(self, path: str) -> str | None:
        """The name of the format that reads the file at `path`, or what a template at `path` makes; None for no format."""
        found = self._read_by(path)
        found = self._read_by(made(path)) if found is None and made(path) != path else found
        if found and not FIXTURES.isdisjoint(path.split("/")[:-1]):
            return "" if any(_matches(pattern, path) for pattern in self.places) else None
        return found

    def _read_by(self, path: str) -> str | None:
        name = path.rpartition("/")[2]
        found = self.known.get(name)
        if found is None:
            found = self.known[name] = list(self._of_name(name))
        for _, format_name, pattern, letters in found:
            if not pattern or letters in path and _matches(pattern, path):
                return format_name
        return None

    def _of_name(self, name: str) -> Iterator[Glob]:
        """The formats that may read a file of this name, best first, up to one whose glob the name alone satisfies."""
        ending = name[name.rfind(".") :] if "." in name else ""
        found = self.globs[""] + (self.globs.get(ending, []) if ending else [])
        if name in self.names:
            found = [*found, self.names[name]]
        for rank, format_name, pattern, letters in sorted(found):
            if "/" in pattern:
                yield rank, format_name, pattern, letters
            elif not pattern or letters in name and _matches(pattern, name):
                yield rank, format_name, "", ""
                return


def made(path: str) -> str:
    """The path of what a template makes: `Dockerfile.j2` gives `Dockerfile`; any other path is its own."""
    return path.removesuffix(path[path.rfind(".") :]) if path.endswith(TEMPLATES) else path


def _matches(pattern: str, text: str) -> bool:
    from pinlint.globs import glob

    return glob(pattern).fullmatch(text) is not None


def _ending(pattern: str) -> str:
    """`.github/*.yml` -> `.yml`; empty where the glob leaves it open."""
    ending = pattern.rpartition("/")[2].rpartition(".")[2]
    return f".{ending}" if "." in pattern.rpartition("/")[2] and not any(c in ending for c in WILD) else ""


def _letters(pattern: str) -> str:
    """`**/conda/*.yml` -> `conda/`: the longest run of letters that every match holds; empty where they vary."""
    if any(c in pattern for c in "[{"):
        return ""
    runs = pattern.removeprefix("./").replace("**/", "*").replace("?", "*").split("*")
    return max(runs, key=len)
