"""What earlier runs found out, in the folder `.pinlint_cache` beside pins.toml; what is in doubt is not there.

An entry is a list of texts, kept with a digest of all of them and read back only if it is whole. Writing replaces a
file at once, so that of two runs the later wins; what can't be read or written is passed over without a word.

The digest takes in where and when the folder's tag was made on this machine. A repository can bring a folder of this
name with verdicts of its own making, but it can't choose the inode and the change time that its checkout will have.
"""

from __future__ import annotations

import os
import stat
import sys

from pinlint import __version__

try:
    from _blake2 import blake2b  # a third of the cost of hashlib, which loads OpenSSL
except ImportError:
    from hashlib import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = ".pinlint_cache"
TAG = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# This file marks a cache folder, for programs that make backups: see https://bford.info/cachedir/\n"
)
LIMIT = 256 * 1024 * 1024  # bytes; nothing larger is read


def digest(*parts: bytes) -> str:
    """One short text for all of the parts, in this order."""
    state = blake2b(digest_size=16)
    for part in parts:
        state.update(b"%d:" % len(part))
        state.update(part)
    return state.hexdigest()


def build() -> str:
    """What an entry depends on besides its files: this very pinlint, and this Python.

    An installed package is known by the digests in its RECORD, a checkout by the sizes and times of its modules.
    """
    package = os.path.dirname(os.path.abspath(__file__))
    record = content(os.path.join(os.path.dirname(package), f"pinlint_toml-{__version__}.dist-info", "RECORD")) or b""
    if b"pinlint/cache.py" not in record:
        record = "\n".join(sorted(_stamps(package))).encode()
    return f"{__version__} {sys.hexversion:x} {digest(record)}"


def _stamps(package: str) -> Iterable[str]:
    folders = [package]
    while folders:
        for entry in os.scandir(folders.pop()):
            if entry.name.endswith(".py"):
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
            elif entry.name != "__pycache__" and entry.is_dir():
                folders.append(entry.path)


def content(path: str) -> bytes | None:
    """The bytes of a regular file, or None."""
    try:
        # Without O_NONBLOCK, opening a FIFO would wait for a writer for ever.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(path, flags), "rb", buffering=0) as file:
            status = os.fstat(file.fileno())
            return file.read() if stat.S_ISREG(status.st_mode) and status.st_size <= LIMIT else None
    except OSError:
        return None


class Cache:
    """The entries of one folder. Without `enabled`, nothing is ever there and nothing is kept."""

    def __init__(self, root: str, *, enabled: bool = True) -> None:
        self.folder = os.path.join(root, FOLDER)
        # A link could lead anywhere, and the folder belongs to whoever made the repository.
        self.enabled = enabled and not os.path.islink(self.folder)
        self.seals: dict[str, str] = {}  # of each entry that was read or written, the digest

    def recall(self, name: str) -> list[str]:
        """The texts of the entry, none if it isn't there or isn't whole."""
        data = content(os.path.join(self.folder, name)) if self.enabled else None
        if data is None or data[:32] != digest(self._seal(), data[32:]).encode():
            return []
        self.seals[name] = data[:32].decode()
        return data[32:].decode("utf-8", "surrogateescape").split("\0")

    def keep(self, name: str, texts: list[str]) -> bool:
        """Replace the entry; one with a NUL in a text would not come back as it was, and is not kept. Whether it was."""
        whole = "\0".join(texts)
        if not self.enabled or whole.count("\0") != len(texts) - 1:
            return False
        data = whole.encode("utf-8", "surrogateescape")
        temporary = os.path.join(self.folder, f"{name}.{os.getpid()}")
        try:
            self._prepare()
            seal = digest(self._seal(), data)
            with open(temporary, "xb") as file:
                file.write(seal.encode() + data)
            os.replace(temporary, os.path.join(self.folder, name))
            self.seals[name] = seal
            return True
        except OSError:
            _remove(temporary)
            return False

    def _seal(self) -> bytes:
        try:
            tag = os.lstat(os.path.join(self.folder, "CACHEDIR.TAG"))
        except OSError:
            return b""
        return b"%d %d %d" % (tag.st_dev, tag.st_ino, tag.st_ctime_ns)

    def _prepare(self) -> None:
        """Make the folder, such that git and programs that make backups leave it alone."""
        if os.path.isdir(self.folder):
            return
        os.mkdir(self.folder)
        for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", TAG)):
            with open(os.path.join(self.folder, name), "x", encoding="ascii") as file:
                file.write(text)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
