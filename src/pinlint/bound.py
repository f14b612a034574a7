"""A bound on the time of what nobody can tell beforehand: a user's own regular expression, a file made to be slow."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator


class TooLong(BaseException):
    """The time was up. No Exception, so that nothing on the way takes it for one of its own."""


@contextlib.contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raise TooLong in the block after so many seconds, where the system has timers and this is the main thread.

    CPython's matcher looks for signals while it backtracks, so that even one match that never ends is left.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(signum: int, frame: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
