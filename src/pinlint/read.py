"""From a path to a document, and from a document to its mentions."""

from __future__ import annotations

import os
import stat
from importlib import import_module
from typing import Any

from pinlint.boundary import leads_out
from pinlint.model import Document, Mention, PinlintError, Unreadable

LIMIT = 16 * 1024 * 1024  # bytes; a file that people write versions in is never so large
PLUGIN = "plugin:"
UTF8_BOM = b"\xef\xbb\xbf"


def read(root: str, path: str) -> Document:
    """The document at `path` below `root`. Raises Unreadable with the cause."""
    full = os.path.join(root, path)
    if leads_out(root, path):
        raise Unreadable("a link that leads out of the repository, so it is not followed")
    try:
        # Without O_NONBLOCK, opening a FIFO would wait for a writer for ever.
        descriptor = os.open(full, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable("not a regular file")
            data = file.read(LIMIT + 1) if status.st_size <= LIMIT else b""
            if max(status.st_size, len(data)) > LIMIT:
                raise Unreadable(f"larger than {LIMIT // 1024 // 1024} MiB, so it is not read")
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from None
    return decode(path, data)


def decode(path: str, data: bytes) -> Document:
    """The document that the bytes of a file are. Raises Unreadable for UTF-16, UTF-32 and NUL bytes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("encoded as UTF-16 or UTF-32; save it as UTF-8")
    if b"\0" in data:
        raise Unreadable("holds NUL bytes, so it is no text; save it as UTF-8")
    bom = UTF8_BOM if data.startswith(UTF8_BOM) else b""
    return Document(path, data[len(bom) :].decode("utf-8", "surrogateescape"), bom)


def format_module(name: str) -> Any:
    """The module of a built-in format, or what an installed package offers as a format of that name.

    Raises PinlintError for a plugin that isn't installed or can't be loaded.
    """
    if not name.startswith(PLUGIN):
        return import_module(f"pinlint.formats.{name}")
    from importlib.metadata import entry_points

    wanted = name.removeprefix(PLUGIN)
    for point in entry_points(group="pinlint.formats", name=wanted):
        try:
            loaded = point.load()
            return loaded if loaded.FILES and loaded.extract else loaded
        except Exception as error:  # whatever a stranger's package raises is about that package
            raise PinlintError(f"the plugin {wanted} can't be loaded: {error}; mend it or take it out of plugins") from None
    raise PinlintError(f"no installed package offers the format {wanted}; install it or take it out of plugins")


def extract(format_name: str, document: Document) -> list[Mention]:
    """Every mention in the document, each span and subject once, in order. Raises Unreadable."""
    found: dict[tuple[int, int, str], Mention] = {}
    for mention in _mentions(format_name, document):
        if not mention.subject:  # of a key or an image without a name
            continue
        key = (mention.start, mention.end, mention.subject)
        mention = _as_written(document, mention)
        # A place reached through its variable says more than the variable's name alone.
        if key not in found or (found[key].notation == "dotted" and mention.notation != "dotted"):
            found[key] = mention
    return sorted(found.values(), key=lambda m: (m.start, m.end, m.subject))


def _as_written(document: Document, mention: Mention) -> Mention:
    """The mention with the white space that stands there: YAML reads a line end in a scalar as a space, and an edit keeps it."""
    text = document.text[mention.start : mention.end]
    return mention._replace(text=text) if text != mention.text and text.split() == mention.text.split() else mention


def _mentions(format_name: str, document: Document) -> list[Mention]:
    module = format_module(format_name)
    try:
        return list(module.extract(document))
    except (RecursionError, MemoryError):
        raise Unreadable("nested deeper, or larger once unfolded, than pinlint reads") from None
    except (Unreadable, PinlintError):
        raise
    except Exception as bug:  # one odd file must not hide what all the others say
        whose = f"the plugin {format_name.removeprefix(PLUGIN)}" if format_name.startswith(PLUGIN) else "pinlint"
        raise Unreadable(f"a bug of {whose}'s, {type(bug).__name__}: {bug}; please report it with the file") from bug
