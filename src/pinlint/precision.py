"""How much of a pin a place says whose numbers stand between dots: text in, text out.

Each function takes the pin and the place's own text, and gives what the place should say; None where that isn't known.
"""

from __future__ import annotations

from pinlint import ranges


def parts(version: str) -> list[str]:
    """The leading numeric components, as text: `3.10.0rc1` gives 3, 10, 0."""
    return ranges.RELEASE.match(version)[0].split(".") if ranges.RELEASE.match(version) else []  # type: ignore[index]


def prefix(version: str, text: str, separator: str = ".") -> str | None:
    """The pin at the place's own precision; the text itself where it lies inside the pin."""
    pin, place = parts(version), text.split(separator)
    shared = min(len(pin), len(place))
    if shared and pin[:shared] == place[:shared]:
        return text
    return separator.join(pin[: len(place)]) if len(place) <= len(pin) else None


def dotted(version: str, text: str) -> str | None:
    if ranges.plain(text) and not ranges.plain(version) and len(parts(text)) < len(parts(version)):
        return prefix(".".join(parts(version)), text)  # the 3.13 of python3.13 under the pin 3.13.0rc1
    if not ranges.plain(text) or not ranges.plain(version):
        return text if same(version, text) or text.startswith(version + ".") else whole(version, text)
    return prefix(version, text)


def whole(version: str, text: str) -> str | None:
    """A pre-release or a calendar tag has no precision to keep: the pin in full, if it says as much as the place."""
    return version if len(parts(version)) >= len(parts(text)) else None


def lowest(version: str, text: str) -> str | None:
    """A bound at the place's own precision: the first release of a series is its lowest, so `1.25` is `1.25.0`."""
    missing = len(parts(text)) - len(parts(version))
    return prefix(version, text) or (version + ".0" * missing if ranges.plain(version) and missing > 0 else None)


def same(version: str, text: str) -> bool:
    if version == text:
        return True
    if ranges.plain(version) and ranges.plain(text):
        return version.removesuffix(".0").removesuffix(".0") == text.removesuffix(".0").removesuffix(".0")
    return ranges.equal(version, text)


def exact(version: str, text: str) -> str | None:
    return text if same(version, text) else version


def equal(version: str, text: str) -> str | None:
    """The whole version, less the zeros that the place does without: to PEP 440, `1.13` and `1.13.0` are one release."""
    if same(version, text):
        return text
    while ranges.plain(version) and version.endswith(".0") and len(parts(version)) > max(len(parts(text)), 2):
        version = version.removesuffix(".0")
    return version


def release(version: str, text: str) -> str | None:
    if same(version, text) or text.startswith(version + "."):
        return text
    if ranges.plain(version) and len(parts(version)) < 3 and len(parts(text)) > len(parts(version)):
        return None
    return version


def download(version: str, text: str) -> str | None:
    """An address of a release; a candidate may lie elsewhere, under a name that is built otherwise."""
    written = release(version, text)
    return written if written == text or ranges.plain(version) else None


def completed(version: str, text: str) -> str | None:
    """A prefix that means the newest version it begins, so that a pin of fewer components can be written as it is.

    So have it conda's `=` and the actions that set up a tool; and authors of actions keep a tag for each major.
    """
    return dotted(version, text) or version
