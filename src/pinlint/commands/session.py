"""What every command that looks at files begins with: its arguments, the root, and the pins."""

from __future__ import annotations

import argparse
import os
import sys
from typing import NamedTuple

from pinlint import check, discover, read
from pinlint.model import Document, PinlintError, Unreadable
from pinlint.pins import Pins
from pinlint.report import FORMATS as OUTPUTS

LARGEST = 1024 * 1024  # characters of pins.toml


def shared(parser: argparse.ArgumentParser, outputs: tuple[str, ...] = OUTPUTS) -> None:
    """The arguments of every command that looks at files."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; all of the repository if left out")
    parser.add_argument("--config", metavar="FILE", help="the pins.toml to use")
    parser.add_argument("--output-format", choices=outputs, default=outputs[0], help=f"{outputs[0]} by default")
    parser.add_argument("--output-file", metavar="FILE", help="write the report there")


class Session(NamedTuple):
    """The folder of pins.toml, its pins, and the files to judge (paths from the root); `whole` if that is all of them."""

    root: str
    pins: Pins
    files: list[str]
    whole: bool


def begin(options: argparse.Namespace) -> Session:
    """Find and read pins.toml, and list the files that the arguments choose. Raises PinlintError."""
    from pinlint import config

    root, name = locate(options.config)
    pins = check.resolve(root, config.load(document(root, name).text, name))
    known = discover.files(root)
    chosen = discover.within(root, options.paths, known) if options.paths else known
    if name in chosen:
        chosen = known
    return Session(root, pins, chosen, len(chosen) == len(known))


def locate(config: str | None) -> tuple[str, str]:
    """The root, and the path of pins.toml from it."""
    if config:
        if not os.path.isfile(config):
            raise PinlintError("no such file; check --config", config)
        root = discover.repository(os.path.dirname(os.path.abspath(config)))
        return root, os.path.relpath(os.path.abspath(config), root).replace(os.sep, "/")
    root_found = discover.find_root(os.getcwd())
    if root_found is None:
        raise PinlintError("no pins.toml here or in a folder above; `pinlint init` proposes one")
    return root_found, "pins.toml"


def document(root: str, name: str) -> Document:
    """pins.toml itself, decoded. Raises PinlintError."""
    try:
        found = read.read(root, name)
    except Unreadable as error:
        raise PinlintError(f"can't be read: {error.cause}", name) from None
    if len(found.text) > LARGEST:
        raise PinlintError(f"larger than {LARGEST // 1024} KiB, so it is not read; pins take a line each", name)
    bad = next((i for i, c in enumerate(found.text) if "\ud800" <= c <= "\udfff"), None)
    if bad is not None:
        raise PinlintError("not UTF-8; save it as UTF-8", name, found.line(bad))
    return found


def write(options: argparse.Namespace, text: str) -> None:
    """Print `text`, or put it into --output-file; what the terminal can't show is spelled out."""
    if options.output_file:
        try:
            with open(options.output_file, "w", encoding="utf-8", errors="backslashreplace") as file:
                file.write(text)
        except OSError as error:
            raise PinlintError(f"can't be written: {error.strerror}", options.output_file) from None
    else:
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
