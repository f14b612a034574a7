"""The command line: arguments, exit status, and the pipeline from top to bottom."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from pinlint import __version__
from pinlint.model import PinlintError

COMMANDS = ("check", "list", "init", "set", "rule", "formats", "schema")


def main(argv: Sequence[str] | None = None) -> int:
    """Run pinlint with `argv`; returns the exit status: 0 clean or all fixed, 1 findings remain, 2 could not look."""
    words = list(sys.argv[1:] if argv is None else argv)
    command = words.pop(0) if words and words[0] in COMMANDS else "check"
    try:
        return _run(command, words)
    except PinlintError as error:
        print(f"pinlint: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("pinlint: interrupted; every file is either as it was or as it should be", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Python would complain once more when it flushes what the reader no longer wants.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


def _run(command: str, words: list[str]) -> int:
    from importlib import import_module

    parser = argparse.ArgumentParser(prog="pinlint" if command == "check" else f"pinlint {command}")
    if command == "check":
        parser.epilog = f"other commands: {', '.join(COMMANDS[1:])}; each has its own --help"
        parser.add_argument("--version", action="version", version=f"pinlint {__version__}")
    module = import_module(f"pinlint.commands.{command.replace('set', 'set_')}")
    parser.description = (module.__doc__ or "").split("\n", 1)[0]
    module.arguments(parser)
    return int(module.run(parser.parse_args(words)))
