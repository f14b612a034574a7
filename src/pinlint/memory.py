"""What is remembered of each file: how it looked, what it held, and what was said of it."""

from __future__ import annotations

import os
import stat

from pinlint.boundary import leads_out
from pinlint.cache import Cache, content, digest

ENTRY = "files"
HEAD = 6  # texts of the entry before its records
ABSENT = "-"  # the state of what is no file: deleted, a folder, a link (its target counts, where it stands)
OUTSIDE = "link"  # the state of a link that leads out of the repository: nothing is read, and that is told
MARGIN = 2_000_000_000  # nanoseconds; a file changed so shortly before it was read may change again and look the same

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

Record = tuple[str, str, str, str, str]
"""State, digest of the content, format, findings and the rest of the verdict, both as JSON and empty for none."""


def state(root: str, path: str) -> str:
    """How the file looks without opening it. Who changes a file, changes this, or did so within `MARGIN`."""
    try:
        status = os.lstat(f"{root}/{path}")
    except OSError:
        return ABSENT
    if stat.S_ISLNK(status.st_mode):
        return OUTSIDE if leads_out(root, path) else ABSENT
    if stat.S_ISDIR(status.st_mode):
        return ABSENT
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def settled(looks: str, now: int) -> str:
    """A state that can be trusted from now on; empty for that of a file that was changed a moment ago."""
    times = looks.split(" ")[1:3]
    return "" if any(int(t) > now - MARGIN for t in times) else looks


def sourced(root: str, paths: Iterable[str]) -> str:
    """A digest of what the files say that `from` names."""
    return digest(*(inside(root, path) for path in paths if path))


def inside(root: str, path: str) -> bytes:
    """What a file of the repository holds; a NUL for one that can't be read, or that a link leads out to."""
    held = None if leads_out(root, path) else content(f"{root}/{path}")
    return b"\0" if held is None else held


class Memory:
    """The records of one root. What depends on all files at once is there only if it is still true of `records`."""

    def __init__(self, cache: Cache, key: str, root: str) -> None:
        self.cache = cache
        self.key = key
        self.root = root
        self.sources: list[str] = []  # the files that `from` names
        self.listing = ""  # the digest of git's list that the records stand for; empty if they stand for none
        self.day = ""  # the day that `owed` is true of; empty for every day
        self.owed = ""  # the findings that no file has by itself, as JSON; empty if they are not known, [] for none
        self.records: dict[str, Record] = {}
        texts = cache.recall(ENTRY)
        if len(texts) >= HEAD and texts[0] == key and texts[2] == sourced(root, texts[1].split("\n")):
            self.sources = texts[1].split("\n")
            self.listing, self.day, self.owed = texts[3:HEAD]
            columns = [texts[HEAD + i :: 6] for i in range(6)]
            self.records = dict(zip(columns[0], zip(*columns[1:], strict=False), strict=False))

    def same(self, path: str, record: Record, looks: str) -> bool:
        """Whether the file is as it was. It is opened only where its state leaves a doubt."""
        if looks == record[0]:
            return True
        held = content(f"{self.root}/{path}") if record[1] and looks != ABSENT else None
        return held is not None and digest(held) == record[1]

    def keep(self) -> bool:
        """Write everything down; whether that was possible."""
        head = [self.key, "\n".join(self.sources), sourced(self.root, self.sources), self.listing, self.day, self.owed]
        return self.cache.keep(ENTRY, [*head, *(text for path, record in self.records.items() for text in (path, *record))])
