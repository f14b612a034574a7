"""What a single place may say, and what it would say: the one comparison that everything is judged by."""

from __future__ import annotations

from pinlint import notations
from pinlint.model import Mention
from pinlint.pins import Pin
from pinlint.quoting import quoted
from pinlint.ranges import numbers


def agrees(mention: Mention, pin: Pin) -> bool:
    """Whether the place may say what it says, judged alone."""
    return any(expected(mention, v) == mention.text for v in accepted(pin))


def accepted(pin: Pin) -> tuple[str, ...]:
    """The versions that a single place may say, the pin first."""
    return (pin.version, *pin.allow) if pin.version else (*pin.supports, pin.minimum, *pin.allow)


def expected(mention: Mention, version: str) -> str | None:
    """What the place would say if `version` were true; None where no safe text is known."""
    if not version:
        return None
    text = notations.write(mention.notation, version, mention.text)
    return text if text is None else quoted(text, mention.plain)


def says(mention: Mention, versions: tuple[str, ...]) -> bool:
    """Whether the mention says one of the versions."""
    return any(expected(mention, v) == mention.text for v in versions)


def wished(mention: Mention, pin: Pin) -> str:
    """What a single place should say: what it lacks but the quotes for, the pin, or what is supported next above it; or nothing."""
    meant = next((v for v in accepted(pin) if v and unread(mention, (v,))), "")
    return meant or pin.version or next((v for v in pin.range if numbers(v) > numbers(mention.version)), "")


def bare(mention: Mention) -> Mention:
    """The mention as if it needed no quotes."""
    return mention._replace(plain="")


def unread(mention: Mention, versions: tuple[str, ...]) -> bool:
    """Whether the mention would say one of the versions between quotes, and does not without: `3.10` is 3.1."""
    return bool(mention.plain) and says(bare(mention), versions) and not says(mention, versions)
