"""Edits -> new text, proved by reading it again, and written so that a file is either as it was or as it should be."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable, Iterable

from pinlint.model import Document, Edit, Finding, PinlintError


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with every edit made. Identical edits count once; overlapping ones raise ValueError, being a bug of ours."""
    out, at = [], 0
    for edit in sorted(set(edits)):
        if edit.start < at:
            raise ValueError(f"overlapping edits at {edit.start}")
        out += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*out, text[at:]])


def fixed(document: Document, findings: list[Finding], judge: Callable[[Document], list[Finding]]) -> Document:
    """The document with every safe edit made, proved by judging it again.

    Raises PinlintError, and nothing is written, if a finding that carried an edit is still there, or a new one came.
    """
    edited = document._replace(text=apply(document.text, (e for f in findings for e in f.edits)))
    left = judge(edited)
    before = sum(not f.edits for f in findings)
    if any(f.edits for f in left) or len(left) > before:
        raise PinlintError("the fix could not be proved by reading it again, so the file is left as it was; please report this", document.path)
    return edited


def diff(before: Document, after: Document) -> str:
    """The change as a unified diff that `patch` and `git apply` take; undecodable bytes are shown as U+FFFD."""
    import difflib

    lines = difflib.unified_diff(
        before.text.splitlines(keepends=True), after.text.splitlines(keepends=True),
        f"a/{before.path}", f"b/{before.path}",
    )
    text = "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return text.encode("utf-8", "replace").decode("utf-8")


def write(root: str, before: Document, after: Document) -> None:
    """Replace the file atomically, its mode kept. Raises PinlintError where that is not safe, and changes nothing then."""
    path = os.path.join(root, before.path)
    target = os.path.realpath(path)
    top = os.path.realpath(root)
    if os.path.commonpath([top, target]) != top:
        raise PinlintError("a symbolic link that leads out of the repository; not fixed, edit its target", before.path)
    folder, name = os.path.split(target)
    temporary = ""
    try:
        status = os.stat(target)
        if not os.access(target, os.W_OK):
            raise PermissionError(13, "Permission denied")
        _unchanged(target, before)
        descriptor, temporary = tempfile.mkstemp(prefix=f".{name[:60]}.", suffix=".pinlint", dir=folder)
        with os.fdopen(descriptor, "wb") as file:
            file.write(after.encode(after.text))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, stat.S_IMODE(status.st_mode))
        _own(temporary, status)
        _unchanged(target, before)
        os.replace(temporary, target)
        temporary = ""
    except OSError as error:
        raise PinlintError(f"can't be written: {error.strerror or error}; nothing was changed", before.path) from None
    finally:
        if temporary:
            os.unlink(temporary)


def _own(path: str, status: os.stat_result) -> None:
    try:
        if hasattr(os, "chown"):
            os.chown(path, status.st_uid, status.st_gid)
    except OSError:  # only root may give files away; the content matters more
        return


def _unchanged(path: str, before: Document) -> None:
    with open(path, "rb") as file:
        if file.read() != before.encode(before.text):
            raise PinlintError("changed while pinlint was at work; not fixed, run it again", before.path)
