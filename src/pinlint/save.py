"""Documents -> files, so that each is either as it was or as it should be, whatever happens in between."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Iterable

from pinlint.boundary import leads_out
from pinlint.model import Document, PinlintError
from pinlint.patterns import later

LEFTOVER = later(r"\.(?P<name>.+)\.[a-z0-9_]{8}\.pinlint", re.DOTALL)
LONGEST = 40  # characters of a file's name that its temporary file repeats, since the whole has to fit into 255 bytes


def write(root: str, before: Document, after: Document) -> None:
    """Replace the file atomically, mode kept. Raises PinlintError where that is not safe, and changes nothing then."""
    if leads_out(root, before.path):
        raise PinlintError("a link that leads out of the repository; not fixed, edit its target", before.path)
    target = os.path.realpath(os.path.join(root, before.path))
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
    descriptor, temporary = tempfile.mkstemp(prefix=f".{name[:LONGEST]}.", suffix=".pinlint", dir=folder)
    held = -1
    try:
        with open(descriptor, "wb") as file:
            held = _held(descriptor)
            file.write(wanted)
            file.flush()
            os.fsync(descriptor)
        os.chmod(temporary, stat.S_IMODE(status.st_mode))
        _own(temporary, status)
        if _content(target) != before.encode(before.text):
            raise PinlintError("changed while pinlint was at work; not fixed, run it again", before.path)
        os.replace(temporary, target)
    except BaseException:
        if os.path.lexists(temporary):
            os.unlink(temporary)
        raise
    finally:
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
