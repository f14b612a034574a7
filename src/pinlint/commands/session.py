"""What every command that looks at files begins with: its arguments, the root, and the pins."""

from __future__ import annotations

import os
import sys

from pinlint import discover
from pinlint.cache import Cache
from pinlint.errors import PinlintError, Unreadable
from pinlint.report import FORMATS as OUTPUTS
from pinlint.survey import Survey

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pinlint.commands.arguments import Options, Table
    from pinlint.model import Document
    from pinlint.pins import Pins

LARGEST = 1024 * 1024  # characters of a pins.toml


def shared(outputs: tuple[str, ...] = OUTPUTS) -> Table:
    """The arguments of every command that looks at files."""
    return {
        "paths": {"nargs": "*", "metavar": "PATH", "help": "files or folders; all of the repository if left out"},
        "--config": {"metavar": "FILE", "help": "the pins.toml to use"},
        "--output-format": {"choices": outputs, "default": outputs[0], "help": f"{outputs[0]} by default"},
        "--output-file": {"metavar": "FILE", "help": "write the report there"},
    }


def survey(options: Options) -> Survey:
    """Find pins.toml, and look at the files that the arguments choose. Raises PinlintError."""
    root, name = locate(options.config)
    chosen = discover.named(root, options.paths) if options.paths else None
    if chosen is not None and not chosen.isdisjoint((".", name)):
        chosen = None
    return Survey(root, name, lambda: load(root, name), Cache(root, enabled=not options.no_cache), chosen)


def pins(root: str, name: str) -> Pins:
    """The pins that the file at `name` declares, each `from` resolved; remembered as `pinlint check` remembers them."""
    return Survey(root, name, lambda: load(root, name), Cache(root), set()).pins


def load(root: str, name: str) -> Pins:
    """The pins that the file at `name` declares. Raises PinlintError."""
    from pinlint import config

    return config.load(document(root, name).text, name)


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
    from pinlint import read

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


def show(patch: str) -> None:
    """Print a patch byte for byte, so that git can apply it; on a terminal, without what could steer the terminal."""
    octets = getattr(sys.stdout, "buffer", None)
    if octets is None or sys.stdout.isatty():
        from pinlint.report.place import visible

        sys.stdout.write("".join(visible(line) + "\n" for line in patch.split("\n")[:-1]))
    else:
        sys.stdout.flush()
        octets.write(patch.encode("utf-8", "surrogateescape"))
        octets.flush()


def write(options: Options, text: str) -> None:
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
