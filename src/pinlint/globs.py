"""Globs from the root: `*` stays in a folder, `**` between slashes crosses folders, `?` and `[ab]` are one character,
`{a,b}` is either. `docs/` means all that is below, and a glob without a slash means a file's name in any folder.

A glob comes from pins.toml and a path from the repository, so both may be chosen to make matching slow. Of several
stars, all but the last stop at the first place that fits, which is enough to find a match if there is one, and none of
them is ever tried again: the time grows with the length of the glob times that of the path.
"""

from __future__ import annotations

import re
from functools import cache

MOST = 64  # what one glob's braces may unfold to
WILD = re.compile(r"\*+|\?|\[[!^]?\]?[^\]/]*\]|[^*?\[]+|\[")
BRACES = re.compile(r"\{([^{}]*)\}")


@cache
def glob(pattern: str) -> re.Pattern[str]:
    """The glob as a regular expression for a whole path. Raises ValueError for one that can't be understood."""
    whole = pattern.removeprefix("./") + ("**" if pattern.endswith("/") else "")
    try:
        return re.compile("|".join(f"(?:{_path(p)})" for p in _unfolded(whole)), re.DOTALL)
    except re.error as error:
        raise ValueError(f"{pattern!r} is no glob: {error}") from None


def matches(patterns: tuple[str, ...], path: str) -> bool:
    """Whether one of the globs matches the path; one without a slash matches a file's name in any folder."""
    name = path.rpartition("/")[2]
    return any(glob(p).fullmatch(path if "/" in p else name) for p in patterns)


def _unfolded(pattern: str) -> list[str]:
    """`*.{yml,yaml}` -> `*.yml`, `*.yaml`"""
    done: list[str] = []
    rest = [pattern]
    while rest:
        if len(done) + len(rest) > MOST:
            raise ValueError(f"{pattern!r} unfolds to more than {MOST} globs; write several")
        first = rest.pop(0)
        if match := BRACES.search(first):
            rest += [first[: match.start()] + choice + first[match.end() :] for choice in match[1].split(",")]
        else:
            done.append(first)
    return done


def _path(pattern: str) -> str:
    runs: list[list[str]] = [[]]  # of segments, between the `**`
    for segment in pattern.split("/"):
        if segment == "**":
            runs += [[]]
        else:
            runs[-1].append(_segment(segment))
    if len(runs) == 1:
        return "/".join(runs[0])
    first, *between, last = runs
    out = "".join(f"{segment}/" for segment in first)
    for run in filter(None, between):
        out += "(?>(?:[^/]*/)*?" + "".join(f"{segment}/" for segment in run) + ")"
    return out + ("(?:[^/]*/)*?" + "/".join(last) if last else ".*")


def _segment(segment: str) -> str:
    parts = [""]  # between the stars
    for token in WILD.findall(segment):
        if token[0] == "*":
            parts += [""]
        elif token == "?":
            parts[-1] += "[^/]"
        elif token[0] == "[" and token[-1] == "]" and token[1:-1].strip("!^"):
            inside = token[1:-1].replace("\\", "\\\\").replace("[", "\\[")
            parts[-1] += "(?!/)[" + ("^" + inside[1:] if inside[0] == "!" else inside) + "]"
        else:
            parts[-1] += re.escape(token)
    if len(parts) == 1:
        return parts[0]
    first, *between, last = parts
    return first + "".join(f"(?>[^/]*?{part})" for part in between if part) + f"[^/]*{last}(?![^/])"
