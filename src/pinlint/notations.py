"""How versions are spelled. Every notation writes a pin the way a place would: text in, text out, nothing compared.

A place agrees when what would be written there is what stands there. `write("compact", "3.10", "37")` is `310`;
`write("dotted", "3.10.4", "3.10")` is `3.10`, which agrees; None says that no safe text is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from pinlint import ranges
from pinlint.patterns import later
from pinlint.shape import known

RENAMED = "CMake's files are named otherwise from 3.20 on"


class Notation(NamedTuple):
    read: Callable[[str], str]  # the place's text -> dotted version
    write: Callable[[str, str], str | None]  # (pin, the place's text) -> what the place should say
    floor: Callable[[str, str], str | None]  # (lowest supported version, text) -> the same for a lower bound
    range: bool = False  # the text admits several versions
    why: str = "no safe edit is known"  # for people, where nothing can be written


def read(notation: str, text: str) -> str:
    """The dotted version that `text` says, the lower bound if it is a range; empty if it says none."""
    return NOTATIONS[notation].read(text)


def write(notation: str, version: str, text: str) -> str | None:
    """What a place that now says `text` should say under the pin `version`; None where no safe text is known."""
    return NOTATIONS[notation].write(version, text)


def set_floor(notation: str, version: str, text: str) -> str | None:
    """What a place that now says `text` should say when the lowest supported version is `version`."""
    return NOTATIONS[notation].floor(version, text)


def parts(version: str) -> list[str]:
    """The leading numeric components, as text: `3.10.0rc1` gives 3, 10, 0."""
    return ranges.RELEASE.match(version)[0].split(".") if ranges.RELEASE.match(version) else []  # type: ignore[index]


def _prefix(version: str, text: str, separator: str = ".") -> str | None:
    """The pin at the place's own precision; the text itself where it lies inside the pin."""
    pin, place = parts(version), text.split(separator)
    shared = min(len(pin), len(place))
    if shared and pin[:shared] == place[:shared]:
        return text
    return separator.join(pin[: len(place)]) if len(place) <= len(pin) else None


def _dotted(version: str, text: str) -> str | None:
    if ranges.plain(text) and not ranges.plain(version) and len(parts(text)) < len(parts(version)):
        return _prefix(".".join(parts(version)), text)  # the 3.13 of python3.13 under the pin 3.13.0rc1
    if not ranges.plain(text) or not ranges.plain(version):
        return text if _same(version, text) or text.startswith(version + ".") else _whole(version, text)
    return _prefix(version, text)


def _whole(version: str, text: str) -> str | None:
    """A pre-release or a calendar tag has no precision to keep: the pin in full, if it says as much as the place."""
    return version if len(parts(version)) >= len(parts(text)) else None


def _lowest(version: str, text: str) -> str | None:
    """A bound at the place's own precision: the first release of a series is its lowest, so `1.25` is `1.25.0`."""
    missing = len(parts(text)) - len(parts(version))
    return _prefix(version, text) or (version + ".0" * missing if ranges.plain(version) and missing > 0 else None)


def _same(version: str, text: str) -> bool:
    if version == text:
        return True
    if ranges.plain(version) and ranges.plain(text):
        return version.removesuffix(".0").removesuffix(".0") == text.removesuffix(".0").removesuffix(".0")
    return ranges.equal(version, text)


def _exact(version: str, text: str) -> str | None:
    return text if _same(version, text) else version


def _release(version: str, text: str) -> str | None:
    if _same(version, text) or text.startswith(version + "."):
        return text
    if ranges.plain(version) and len(parts(version)) < 3 and len(parts(text)) > len(parts(version)):
        return None
    return version


def _download(version: str, text: str) -> str | None:
    """An address of a release; a candidate may lie elsewhere, under a name that is built otherwise."""
    written = _release(version, text)
    return written if written == text or ranges.plain(version) else None


def _until(release: tuple[int, ...], write_: Callable[[str, str], str | None]) -> Callable[[str, str], str | None]:
    """What a place says for versions before `release`, from which on it would be spelled otherwise."""

    def written(version: str, text: str) -> str | None:
        return write_(version, text) if write_(version, text) == text or ranges.numbers(version) < release else None

    return written


def _completed(version: str, text: str) -> str | None:
    """A prefix that means the newest version it begins, so that a pin of fewer components can be written as it is.

    So have it conda's `=` and the actions that set up a tool; and authors of actions keep a tag for each major.
    """
    return _dotted(version, text) or version


PYTHON = r"2[67]|3\d{1,2}"
CUDA = r"\d{3}|[789]\d"


def _joined(split: Callable[[str], str], shape: str) -> Notation:
    """Two components with nothing between them: `37`, `310`, `113`. What is written must have the shape that readers look
    for, and be split where it was joined: `112` is Python 1.12 and no 11.2, `2610` would be CUDA 261.0.
    """

    def write_(version: str, text: str) -> str | None:
        pin = parts(version)
        if split(text) == ".".join(pin[:2]) or split(text).split(".")[: len(pin)] == pin[:2]:
            return text
        joined = "".join(pin[:2])
        return joined if len(pin) > 1 and re.fullmatch(shape, joined) and split(joined) == ".".join(pin[:2]) else None

    return Notation(split, write_, write_)


def _split_first(text: str) -> str:
    return f"{text[0]}.{text[1:]}" if len(text) > 1 else text


def _split_last(text: str) -> str:
    return f"{text[:-1]}.{text[-1]}" if len(text) > 1 else text


def _line(version: str, text: str) -> str | None:
    """The line of CUDA releases in a package's name, `cupy-cuda11x`: other digits would be another kind of name."""
    written = _dotted(version, text)
    return written if written == text or re.fullmatch(r"1\d", written or "") else None


def _separated(separator: str) -> Notation:
    def write_(version: str, text: str) -> str | None:
        return _prefix(version, text, separator)

    return Notation(lambda text: text.replace(separator, "."), write_, write_)


COMMA = later(r"\s*,\s*")


def _tuple(version: str, text: str) -> str | None:
    """`3, 7`, as in a comparison with sys.version_info."""
    dotted = COMMA.sub(".", text)
    written = _prefix(version, dotted)
    return text if written == dotted else written and written.replace(".", ", ")


def _minor(major: str) -> Notation:
    """The second component alone, where the first stands elsewhere: the `8` of `py3{7,8}`."""

    def write_(version: str, text: str) -> str | None:
        pin = parts(version)
        return pin[1] if len(pin) > 1 and pin[0] == major else None

    return Notation(lambda text: f"{major}.{text}", write_, write_)


def _calendar_free(version: str, text: str) -> str | None:
    """Debian's `8.3.2.44-1+cuda11.5`: the upstream version can be compared, the packaging revision can't be made up."""
    return text if _prefix(version, text.partition("-")[0]) == text.partition("-")[0] else None


def _range(dialect: str, operator: str = "") -> Notation:
    """A set of versions in one dialect; with an operator, the text is the version behind it."""
    cut = len(operator)

    def read_(text: str) -> str:
        return ranges.lower(dialect, operator + text)

    def write_(version: str, text: str) -> str | None:
        spec = operator + text
        if ranges.admits(dialect, spec, version):
            return text
        moved = ranges.move(dialect, spec, version)
        return None if moved is None else moved[cut:]

    def floor_(version: str, text: str) -> str | None:
        raised = ranges.raise_floor(dialect, operator + text, version)
        return None if raised is None else raised[cut:]

    return Notation(read_, write_, floor_, True)


def _standing(write_: Callable[[str, str], str | None]) -> Callable[[str, str], str | None]:
    """A bound that admits one series is a floor of that series alone: writing another would not admit what lies above."""

    def floor_(version: str, text: str) -> str | None:
        return text if write_(version, text) == text else None

    return floor_


NOTATIONS: dict[str, Notation] = {
    "dotted": Notation(str, known(_dotted), known(_dotted)),  # a prefix at its own precision: 3.7, 3.7.13
    "lowest": Notation(str, _dotted, _lowest),  # the same where a bound may need zeros: go 1.25.0
    "exact": Notation(str, known(_exact), known(_exact)),  # the whole version: pip install x==1.2, a pre-commit rev
    "release": Notation(str, known(_release), known(_release)),  # exact, but a pin of fewer components takes it in: conda python==3.7.13
    "series": Notation(str, _dotted, _standing(_dotted), True),  # ==3.9.* and 18.x where a bound stands: all that is admitted
    "sole": Notation(str, _release, _standing(_release), True),  # ==3.9.7 there
    "ref": Notation(str, known(_completed), known(_completed)),  # uses: owner/action@v4
    "completed": Notation(str, known(_completed), known(_completed)),  # conda's =, setup-python: the newest that begins so
    "download": Notation(str, _download, _download),  # the same in the address of a file, whose name other words may repeat
    # CMake's files are called -Linux- before 3.20, -linux- from then on: https://cmake.org/cmake/help/latest/release/3.20.html
    "old-cmake": Notation(str, _until((3, 20), _download), _until((3, 20), _download), why=RENAMED),
    "old-cmake-series": Notation(str, _until((3, 20), _dotted), _until((3, 20), _dotted), why=RENAMED),
    "compact": _joined(_split_first, PYTHON),  # py37, cp310, python39
    "compact-cuda": _joined(_split_last, CUDA),  # cu113, cuda102
    "cuda-line": Notation(str, _line, _line),  # cupy-cuda11x, cudf-cu12
    "wheel-index": _joined(_split_last, CUDA),  # the cu113 of a wheel index, which exists for some CUDA versions only
    "dashed": _separated("-"),  # cuda-toolkit-11-3
    "underscored": _separated("_"),  # py3_7
    "tuple": Notation(lambda text: COMMA.sub(".", text), _tuple, _tuple),  # sys.version_info < (3, 7)
    "minor-of-3": _minor("3"),  # the 8 of py3{7,8}
    "debian": Notation(lambda text: text.partition("-")[0], _calendar_free, _calendar_free),
    "pep440": _range("pep440"),
    "conda": _range("conda"),
    "poetry": _range("poetry"),
    "npm": _range("npm"),
    "~=": _range("pep440", "~="),
    ">=": _range("pep440", ">="),
    ">": _range("pep440", ">"),
    "<": _range("pep440", "<"),
    "<=": _range("pep440", "<="),
    "^": _range("poetry", "^"),
    "~": _range("npm", "~"),
}
