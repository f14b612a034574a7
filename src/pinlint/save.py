"""Documents -> files, so that each is either as it was or as it should be, whatever happens in between."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterable

from pinlint.boundary import leads_out, outside
from pinlint.model import Document, PinlintError
from pinlint.patterns import later

LEFTOVER = later(r"\.(?P<name>.+)\.[a-z0-9_]{8}\.pinlint", re.DOTALL)
LONGEST = 40  # characters of a file's name that its temporary file repeats, since the whole has to fit into 255 bytes


def write(root: str, before: Document, after: Document) -> None:
    """Replace the file atomically, mode kept. Raises PinlintError where that is not safe, and changes nothing then."""
    target = os.path.realpath(os.path.join(root, before.path))
    if outside(root, target):
        raise PinlintError("a link that leads out of the repository; not fixed, edit its target", before.path)
    wanted = after.encode(after.text)
    try:
        status = os.lstat(target)
        if not stat.S_ISREG(status.st_mode):
            raise PinlintError("no regular file any more; not fixed", before.path)
        if not os.access(target, os.W_OK):
            raise PermissionError(13, "Permission denied")
        if _content(target) != wanted:  # else another run did it, or this one by another of the file's names
            _replace(target, status, before, wanted)
    except OSError as error:
        raise PinlintError(f"can't be written: {error.strerror or error}; nothing was changed", before.path) from None


def _replace(target: str, status: os.stat_result, before: Document, wanted: bytes) -> None:
    folder, name = os.path.split(target)
    _sweep(folder, name)
    for last in (False, False, True):
        held = -1
        temporary = os.path.join(folder, f".{name[:LONGEST]}.{os.urandom(4).hex()}.pinlint")
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            with open(descriptor, "wb") as file:
                held = _held(descriptor)
                if not last and (held < 0 or not os.path.lexists(temporary)):
                    continue  # another run swept it away before it was held
                file.write(wanted)
                file.flush()
                os.fsync(descriptor)
            _own(temporary, status)
            os.chmod(temporary, stat.S_IMODE(status.st_mode))  # behind the owner, whose change takes away setuid
            found = _content(target)
            if found not in (wanted, before.encode(before.text)):
                raise PinlintError("changed while pinlint was at work; not fixed, run it again", before.path)
            if found != wanted:  # else another run has done it meanwhile
                os.replace(temporary, target)
            return
        finally:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(temporary)
            if held >= 0:
                os.close(held)


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _own(path: str, status: os.stat_result) -> None:
    try:
        if hasattr(os, "chown"):
            os.chown(path, status.st_uid, status.st_gid)
    except OSError:  # only root may give files away; the content matters more
        return


def sweep(root: str, paths: Iterable[str]) -> None:
    """Of `paths` (from `root`), take away the temporary files that a killed run left."""
    for path in paths:
        folder, name = os.path.split(os.path.join(root, path))
        if (match := LEFTOVER.fullmatch(name)) and not leads_out(root, path):
            _sweep(folder, match["name"])


def _sweep(folder: str, name: str) -> None:
    """Take away what killed runs left of the file `name`: ours by name, a plain file of this user, and held by no run."""
    for entry in list(os.scandir(folder)):
        match = LEFTOVER.fullmatch(entry.name)
        if match and match["name"] == name[:LONGEST] and entry.is_file(follow_symlinks=False):
            if hasattr(os, "getuid") and entry.stat(follow_symlinks=False).st_uid != os.getuid():
                continue
            try:
                descriptor = os.open(entry.path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
                held = _held(descriptor)
                os.close(descriptor)
                if held >= 0:
                    os.unlink(entry.path)
                    os.close(held)
            except OSError:  # gone already, or of a run that is at work
                continue


def _held(descriptor: int) -> int:
    """Tell other runs that the file is in use until the descriptor that is returned is closed; -1 if another run has it."""
    held = os.dup(descriptor)
    try:
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:  # Windows, where a file that is open can't be unlinked
        return held
    except OSError:
        os.close(held)
        return -1
    return held
