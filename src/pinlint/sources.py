"""`from = "FILE"` in pins.toml: the version that another file's one mention says."""

from __future__ import annotations

import os

from pinlint import read
from pinlint.judge import WITHOUT_VERSION
from pinlint.model import PinlintError, Unreadable
from pinlint.pins import Pin, Pins
from pinlint.scan import matcher


def resolve(root: str, pins: Pins) -> Pins:
    """The pins with each `from` replaced by the version that its file says. Raises PinlintError for none or several."""
    if not pins.sources:
        return pins
    match = matcher(pins)

    def known(pin: Pin) -> Pin:
        return pin._replace(version=_said(root, pin, match(pin.source), pins.path)) if pin.source else pin

    overrides = tuple(o._replace(pins=tuple(known(p) for p in o.pins)) for o in pins.overrides)
    return pins._replace(pins=tuple(known(p) for p in pins.pins), overrides=overrides)


def _said(root: str, pin: Pin, format_name: str | None, path: str) -> str:
    where = f"{pin.subject}.from: {pin.source}"
    top = os.path.realpath(root)
    if os.path.commonpath([top, os.path.realpath(os.path.join(root, pin.source))]) != top:
        raise PinlintError(f"{where} leads out of the repository; name a file inside it", path, pin.line)
    if format_name is None:
        raise PinlintError(f"{where} is of no kind that pinlint reads; see `pinlint formats`", path, pin.line)
    try:
        mentions = read.extract(format_name, read.read(root, pin.source))
    except Unreadable as error:
        raise PinlintError(f"{where} can't be read: {error.cause}", path, pin.line) from None
    said = sorted({m.version for m in mentions if m.subject == pin.subject and m.notation not in WITHOUT_VERSION and m.version})
    if len(said) != 1:
        many = f"says several versions ({', '.join(said)})" if said else f"says no version of {pin.subject}"
        raise PinlintError(f"{where} {many}; name a file with one mention", path, pin.line)
    return said[0]
