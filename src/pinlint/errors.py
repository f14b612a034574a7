"""What goes wrong: the user's mistakes, and files that can't be read. Imports nothing, so that every module may."""

from __future__ import annotations


class PinlintError(Exception):
    """A mistake of the user's: one line that says what, where and what to do. The command ends with status 2."""

    def __init__(self, message: str, path: str = "", line: int = 0) -> None:
        place = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        super().__init__(place + message)


class Unreadable(Exception):
    """A file of a known kind that can't be read: `cause` in words, `line` 1-based (0: the whole file)."""

    def __init__(self, cause: str, line: int = 0) -> None:
        super().__init__(cause)
        self.cause = cause
        self.line = line
