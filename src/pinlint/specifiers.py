"""Whether a version lies in a union of PEP 440 specifiers: by its numbers where they are enough, else packaging decides.

Most specifiers are so plain, and packaging takes longer to import than all the rest of a check of one requirements file.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pinlint.patterns import later

if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet

RELEASE = later(r"[0-9]{1,9}(?:\.[0-9]{1,9})*")
CLAUSE = later(r"([=!]=|[<>]=?|~=(?=[0-9]+\.))([0-9]{1,9}(?:\.[0-9]{1,9})*)(\.\*)?")


def admit(union: tuple[str, ...], version: str) -> bool:
    """Whether one of the specifiers admits the version. One or two components stand for all releases that begin so.

    A union with a specifier that can't be understood admits everything: pinlint never guesses that something is wrong.
    """
    known = [plainly(specifier, version) for specifier in union]
    return any(known) or (None in known and _admit(union, version))


def plainly(specifier: str, version: str) -> bool | None:
    """Whether the specifier admits the version, None where comparing numbers is not enough to know."""
    clauses = [CLAUSE.fullmatch(clause) for clause in specifier.split(",")]
    if None in clauses or not RELEASE.fullmatch(version):
        return None
    met = [_meets(_numbers(version), clause[1] + (clause[3] or ""), _numbers(clause[2])) for clause in clauses if clause]
    if None in met:
        return None
    return True if all(met) else False if version.count(".") > 1 else None


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _meets(release: tuple[int, ...], operator: str, bound: tuple[int, ...]) -> bool | None:
    """Whether a release meets a bound; None for an operator that takes none such."""
    padded = release + (0,) * (len(bound) - len(release))
    prefix = padded[: len(bound) - (operator == "~=")] == bound[: len(bound) - (operator == "~=")]
    one, other = padded, bound + (0,) * (len(padded) - len(bound))
    return {
        "==": one == other, "!=": one != other, "<": one < other, "<=": one <= other, ">": one > other, ">=": one >= other,
        "~=": prefix and one >= other, "==.*": prefix, "!=.*": not prefix,
    }.get(operator)


@cache
def _sets(union: tuple[str, ...]) -> tuple[SpecifierSet, ...]:
    """What packaging makes of the union, nothing where it doesn't understand one of it."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        return tuple(map(SpecifierSet, union))
    except InvalidSpecifier:
        return ()


def _admit(union: tuple[str, ...], version: str) -> bool:
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    sets = _sets(union)
    if not sets or any(one.contains(version, prereleases=True) for one in sets):
        return True
    if version.count(".") > 1 or not version.replace(".", "").isdecimal() or version.endswith("."):
        return False
    try:
        releases = SpecifierSet(f"=={version}.*")
        return not all(one.is_disjoint(releases) for one in sets)
    except (InvalidSpecifier, ValueError):
        return True
