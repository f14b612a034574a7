"""The command line: which command, and the exit status."""

from __future__ import annotations

import os
import sys

from pinlint.errors import PinlintError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

COMMANDS = ("check", "list", "init", "set", "rule", "formats", "schema")
INTERRUPTED = "pinlint: interrupted; every file is either as it was or as it should be"


def run_and_exit() -> NoReturn:
    """`main` as a whole process: what the commands `pinlint` and `python -m pinlint` call.

    The interpreter isn't taken down piece by piece: all is written by then, the pieces cost more time than an unchanged
    run's own work, and an interrupt that comes meanwhile would be told as a traceback of Python's own.
    """
    try:
        status = main()
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (OSError, ValueError):
                pass  # `main` has told it where it could be told
        os._exit(status)
    except KeyboardInterrupt:
        print(INTERRUPTED, file=sys.stderr, flush=True)
        os._exit(130)


def main(argv: Sequence[str] | None = None) -> int:
    """Run pinlint with `argv`; returns the exit status: 0 clean or all fixed, 1 findings remain, 2 could not look."""
    words = list(sys.argv[1:] if argv is None else argv)
    command = words.pop(0) if words and words[0] in COMMANDS else "check"
    for stream in ("stdout", "stderr"):
        if getattr(sys, stream) is None:  # closed by whoever started us: the exit status says enough
            setattr(sys, stream, open(os.devnull, "w", encoding="utf-8"))
    try:
        status = _run(command, words)
        sys.stdout.flush()  # here a full disk or a reader that is gone can be told
        return status
    except PinlintError as error:
        _complain(str(error))
        return 2
    except KeyboardInterrupt:
        print(INTERRUPTED, file=sys.stderr)
        return 130
    except BrokenPipeError:
        _give_up_output()
        return 141
    except Exception as bug:
        if isinstance(bug, OSError) and bug.filename is None:
            _complain(f"the output can't be written: {bug.strerror}; make room, or write elsewhere")
            _give_up_output()
            return 2
        import traceback

        traceback.print_exc()
        _complain(f"a bug of pinlint's, {type(bug).__name__}: {bug}; please report what is above")
        return 2


def _give_up_output() -> None:
    """Python would complain once more when it flushes, at its end, what can't be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str) -> None:
    """One line on stderr; a message may quote a file's name or a key of pins.toml, whatever they hold."""
    from pinlint.report.place import visible

    line = visible(f"pinlint: {message}")
    print(line.encode(sys.stderr.encoding or "utf-8", "backslashreplace").decode(errors="replace"), file=sys.stderr)


def _run(command: str, words: list[str]) -> int:
    from pinlint.commands.arguments import parse

    # As the import statement does it: importlib is one more module, and a run that finds nothing changed has few.
    module = __import__(f"pinlint.commands.{command.replace('set', 'set_')}", fromlist=["run"])
    description = (module.__doc__ or "").split("\n", 1)[0]
    if command != "check":
        return int(module.run(parse(module.ARGUMENTS, words, f"pinlint {command}", description)))
    others = f"Other commands: {', '.join(COMMANDS[1:])}; each has its own --help."
    return int(module.run(parse(module.ARGUMENTS, words, "pinlint", f"{description} {others}")))
