"""Sets of versions in four dialects (PEP 440, conda, Poetry, npm), translated to PEP 440.

Sources: PEP 440; conda's MatchSpec (`=1.11` is `1.11.*`); Poetry's dependency specification (`^3.8` is `>=3.8,<4`,
`~3.7` is `>=3.7,<3.8`); node-semver (spaces are AND, `||` is OR, `1.2 - 1.4`, `1.x`).
"""

from __future__ import annotations

import re
from functools import cache

from pinlint import specifiers
from pinlint.patterns import later

RELEASE = later(r"\d+(?:\.\d+)*")
EARLY = later(r"(?:\.?(?:a|dev)0?)?")  # behind an upper bound, so that it leaves out what comes before that release, too
CLAUSE = later(r"(===|==|~=|!=|<=|>=|=|<|>|\^|~)?(\s*)v?(\d+(?:\.\d+)*)((?:\.[*xX])*)([^\s,|]*)")


def plain(version: str) -> bool:
    """Whether it is digits and dots alone, so that comparing needs no library."""
    return RELEASE.fullmatch(version) is not None


def numbers(version: str) -> tuple[int, ...]:
    match = RELEASE.match(version)
    return tuple(int(n) for n in match[0].split(".")) if match else ()


def older(version: str, other: str) -> bool:
    """Whether a version is below the other one, as far as both say."""
    low, high = numbers(version), numbers(other)
    return low[: len(high)] < high[: len(low)]


def equal(one: str, other: str) -> bool:
    from packaging.version import InvalidVersion, Version

    try:
        return Version(one) == Version(other)
    except InvalidVersion:
        return False


def _bump(release: tuple[int, ...]) -> str:
    return ".".join(map(str, (*release[:-1], release[-1] + 1)))


def _caret(version: str) -> str:
    release = numbers(version)
    head = next((i for i, n in enumerate(release) if n), len(release) - 1)
    return f">={version},<{_bump(release[: head + 1])}"


def _tilde(version: str) -> str:
    return f">={version},<{_bump(numbers(version)[:2])}"


def _clause(dialect: str, match: re.Match[str]) -> str:
    operator, _, version, wild, suffix = match.groups()
    if wild or operator == "==" and dialect == "conda" and suffix == "*":
        return f"{'!=' if operator == '!=' else '=='}{version}.*" if operator in (None, "=", "==", "!=") else f"{operator}{version}"
    if operator == "^":
        return _caret(version)
    if operator == "~":
        return _tilde(version)
    if operator is None or operator == "=":
        return f"=={version}" if dialect == "poetry" or dialect == "npm" and version.count(".") > 1 else f"=={version}.*"
    return f"{operator}{version}{suffix if operator != '===' else ''}"


@cache
def translated(dialect: str, spec: str) -> tuple[str, ...]:
    """The PEP 440 specifiers whose union `spec` is, valid or not."""
    if dialect == "npm":
        spec = re.sub(r"(\S+)\s+-\s+(\S+)", r">=\1 <=\2", spec)
    return tuple(",".join(_clause(dialect, m) for m in CLAUSE.finditer(part)) for part in re.split(r"\|\|?", spec))


def admits(dialect: str, spec: str, version: str) -> bool:
    """Whether a release of `version` lies in `spec`; see specifiers.admit."""
    return specifiers.admit(translated(dialect, spec), version)


def lower(dialect: str, spec: str) -> str:
    """The lowest version that `spec` names as a bound; empty where it has none."""
    bounds = [m[3] for m in CLAUSE.finditer(spec) if (m[1] or "=") not in ("<", "<=", "!=")]
    return min(bounds, key=numbers, default="")


def _above(release: tuple[int, ...], like: str) -> str | None:
    """The bound next above a release, in the steps of `like`."""
    kept = _steps(like)
    count = kept.count(".") + 1
    return _bump(release[:count]) + like.removeprefix(kept) if len(release) >= count else None


def _steps(bound: str) -> str:
    """An upper bound down to the component that it takes its steps in: of `2.10.0` that is the second, of `3.0` the first."""
    while bound.endswith(".0"):
        bound = bound.removesuffix(".0")
    return bound


def _fit(version: str, like: str) -> str | None:
    """`version` with as many components as `like` has; None where it says too little."""
    pin = version.split(".")
    count = like.count(".") + 1
    if len(pin) >= count:
        return ".".join(pin[:count])
    if like.endswith(".0") and len(pin) == count - 1:
        return version + ".0"
    return None


def _splice(spec: str, changes: list[tuple[re.Match[str], str]]) -> str:
    for match, text in sorted(changes, key=lambda c: -c[0].start(3)):
        spec = spec[: match.start(3)] + text + spec[match.end(3) :]
    return spec


def _bounds(spec: str) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    low, high = [], []
    for match in CLAUSE.finditer(spec):
        if match[1] in ("<", "<="):
            high.append(match)
        elif match[1] != "!=":
            low.append(match)
    return low, high


def move(dialect: str, spec: str, version: str) -> str | None:
    """`spec` with the least change that admits `version`; None where the change would be a guess.

    A window of one minor version (`>=1.12,<1.13`) moves as a whole; otherwise the one bound that excludes the version does.
    """
    if not plain(version) or "|" in spec:
        return None
    low, high = _bounds(spec)  # of a hyphen range two lower ones
    if len(low) > 1 or len(high) > 1 or any(m[5] for m in low) or not all(EARLY.fullmatch(m[5]) for m in high) or "!=" in spec:
        return None
    pin = numbers(version)
    changes: list[tuple[re.Match[str], str]] = []
    above = _above(pin, high[0][3]) if high else None
    series = bool(high) and high[0][1] == "<" and "." in _steps(high[0][3])
    if low and series and _above(numbers(low[0][3]), high[0][3]) == high[0][3]:
        fit = _fit(version, low[0][3]) or _fit(version, low[0][3].rpartition(".")[0])
        if fit is None or above is None:
            return None
        changes = [(low[0], fit), (high[0], above)]
    elif low and (low[0][1] in ("^", "~", "~=", "=", "==", None) or numbers(low[0][3]) > pin):
        fit = _fit(version, low[0][3])
        if fit is None or low[0][1] == ">":
            return None
        changes = [(low[0], fit)]
    elif high:
        if above is None:
            return None
        changes = [(high[0], above if high[0][1] == "<" else version)]
    moved = _splice(spec, changes)
    return moved if changes and admits(dialect, moved, version) else None


def raise_ceiling(dialect: str, spec: str, version: str) -> str | None:
    """`spec` with its upper bound above `version`, at the precision of the text; None where that wouldn't do."""
    _, high = _bounds(spec)
    if len(high) != 1 or "|" in spec or not EARLY.fullmatch(high[0][5]) or not plain(version):
        return None
    above = _above(numbers(version), high[0][3]) if high[0][1] == "<" else _fit(version, high[0][3])
    raised = _splice(spec, [(high[0], above)]) if above else ""
    return raised if raised and admits(dialect, raised, version) else None


def raise_floor(dialect: str, spec: str, version: str) -> str | None:
    """`spec` with `version` as its lower bound, at the precision of the text where that fits."""
    low, _ = _bounds(spec)
    if len(low) != 1 or "|" in spec or low[0][1] == ">" or not plain(version):
        return None
    old = low[0][3]
    shared = min(old.count("."), version.count(".")) + 1
    if numbers(old)[:shared] == numbers(version)[:shared]:
        return spec
    raised = _splice(spec, [(low[0], _fit(version, old) or version)])
    return raised if admits(dialect, raised, version) else move(dialect, raised, version)
