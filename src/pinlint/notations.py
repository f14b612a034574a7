"""How versions are spelled. Every notation writes a pin the way a place would: text in, text out, nothing compared.

A place agrees when what would be written there is what stands there. `write("compact", "3.10", "37")` is `310`;
`write("dotted", "3.10.4", "3.10")` is `3.10`, which agrees; None says that no safe text is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pinlint import ranges
from pinlint.eras import ERAS
from pinlint.patterns import later
from pinlint.precision import completed, dotted, download, equal, exact, lowest, parts, prefix, release
from pinlint.shape import known
from pinlint.spelling import Notation

REVISION = "the revision behind it is of this version; say one with its revision in pins.toml"


def read(notation: str, text: str) -> str:
    """The dotted version that `text` says, the lower bound if it is a range; empty if it says none."""
    return NOTATIONS[notation].read(text)


def write(notation: str, version: str, text: str) -> str | None:
    """What a place that now says `text` should say under the pin `version`; None where no safe text is known."""
    return NOTATIONS[notation].write(version, text)


def set_floor(notation: str, version: str, text: str) -> str | None:
    """What a place that now says `text` should say when the lowest supported version is `version`."""
    return NOTATIONS[notation].floor(version, text)


def set_ceiling(notation: str, version: str, text: str) -> str | None:
    """What a bound that now says `text` should say when the highest supported version is `version`."""
    raised = NOTATIONS[notation].ceiling
    return raised(version, text) if raised else text


def _among(choices: tuple[str, ...], notation: Notation) -> Notation:
    """What exists for some versions only, whatever could be spelled."""

    def written(version: str, text: str) -> str | None:
        moved = notation.write(version, text)
        return moved if moved == text or moved in choices else None

    return Notation(notation.read, written, written, why=f"this exists for {', '.join(choices)} only")


PYTHON = r"2[67]|3\d{1,2}"
S2I = ("39", "311", "312")  # built for both releases of UBI
CUDA = r"\d{3}|[789]\d"


def _joined(split: Callable[[str], str], shape: str) -> Notation:
    """Two components with nothing between them: `37`, `310`, `113`. What is written must have the shape that readers look
    for, and be split where it was joined: `112` is Python 1.12 and no 11.2, `2610` would be CUDA 261.0.
    """

    def write_(version: str, text: str) -> str | None:
        pin = parts(version)
        if split(text).split(".")[: len(pin)] == pin[:2]:
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
    written = dotted(version, text)
    return written if written == text or re.fullmatch(r"1\d", written or "") else None


def _separated(separator: str) -> Notation:
    def write_(version: str, text: str) -> str | None:
        return prefix(version, text, separator)

    return Notation(lambda text: text.replace(separator, "."), write_, write_)


COMMA = later(r"\s*,\s*")


def _tuple(version: str, text: str) -> str | None:
    """`3, 7`, as in a comparison with sys.version_info."""
    dotted = COMMA.sub(".", text)
    written = prefix(version, dotted)
    return text if written == dotted else written and written.replace(".", ", ")


def _minor(major: str) -> Notation:
    """The second component alone, where the first stands elsewhere: the `8` of `py3{7,8}`."""

    def write_(version: str, text: str) -> str | None:
        pin = parts(version)
        return pin[1] if len(pin) > 1 and pin[0] == major else None

    return Notation(lambda text: f"{major}.{text}", write_, write_)


def _revised(version: str, text: str) -> str | None:
    """`8.3.2.44-1+cuda11.5`, `23.3.1-1`: the upstream version can be compared, the revision behind it can't be made up."""
    upstream, _, revision = text.partition("-")
    if "-" in version and revision.isdecimal():
        return version
    return text if prefix(version, upstream) == upstream else None


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

    def ceiling_(version: str, text: str) -> str | None:
        if ranges.admits(dialect, operator + text, version):
            return text
        raised = ranges.raise_ceiling(dialect, operator + text, version)
        return None if raised is None else raised[cut:]

    return Notation(read_, write_, floor_, True, ceiling=ceiling_)


def _standing(write_: Callable[[str, str], str | None]) -> Callable[[str, str], str | None]:
    """A bound that admits one series is a floor of that series alone: writing another would not admit what lies above."""

    def floor_(version: str, text: str) -> str | None:
        return text if write_(version, text) == text else None

    return floor_


NOTATIONS: dict[str, Notation] = {
    "dotted": Notation(str, known(dotted), known(dotted)),  # a prefix at its own precision: 3.7, 3.7.13
    "lowest": Notation(str, dotted, lowest),  # the same where a bound may need zeros: go 1.25.0
    "exact": Notation(str, known(exact), known(exact)),  # the whole version, as a tag has it: a pre-commit rev
    "==": Notation(str, known(equal), known(equal)),  # the whole version to pip: pip install x==1.2
    "release": Notation(str, known(release), known(release)),  # exact, but a pin of fewer components takes it in: conda python==3.7.13
    "series": Notation(str, dotted, _standing(dotted), True),  # ==3.9.* and 18.x where a bound stands: all that is admitted
    "sole": Notation(str, release, _standing(release), True),  # ==3.9.7 there
    "ref": Notation(str, known(completed), known(completed)),  # uses: owner/action@v4
    "completed": Notation(str, known(completed), known(completed)),  # conda's =, setup-python: the newest that begins so
    "download": Notation(str, download, download),  # the same in the address of a file, whose name other words may repeat
    **ERAS,
    "compact": _joined(_split_first, PYTHON),  # py37, cp310, python39
    "s2i": _among(S2I, _joined(_split_first, PYTHON)),  # ubi9/python-311
    "compact-cuda": _joined(_split_last, CUDA),  # cu113, cuda102
    "compact-ubuntu": _joined(lambda text: f"{text[:-2]}.{text[-2:]}", r"\d{4}"),  # ubuntu2204
    "cuda-line": Notation(str, _line, _line),  # cupy-cuda11x, cudf-cu12
    "wheel-index": _joined(_split_last, CUDA),  # the cu113 of a wheel index, which exists for some CUDA versions only
    "dashed": _separated("-"),  # cuda-toolkit-11-3
    "underscored": _separated("_"),  # py3_7
    "tuple": Notation(lambda text: COMMA.sub(".", text), _tuple, _tuple),  # sys.version_info < (3, 7)
    "minor-of-3": _minor("3"),  # the 8 of py3{7,8}
    "debian": Notation(lambda text: text.partition("-")[0], _revised, _revised, why=REVISION),
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
