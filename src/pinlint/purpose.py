"""What the name of a file, a job or an extra says of the versions inside: that they are others than the pins on purpose."""

from __future__ import annotations

import re

from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.pins import Pin
from pinlint.ranges import numbers

WORDS = {"python": "(?:python|py|cp)", "cuda": "(?:cuda|cu)", "torch": "(?:pytorch|torch|pt)", "ubuntu": "ubuntu"}
# What has a name of its own in a file: a job, an extra, a group of dependencies.
PART = later(r"(?P<job>jobs)\.([\w-]+)\.|(?:optional-dependencies|dependency-groups|extras_require[\])]|group)[. ]([\w-]+)")
# A file that says it holds the oldest versions. `minimal` says as often that it holds few packages.
OLDEST = later(
    r"(?<![a-z])(?:minimum|oldest|lowest)(?![a-z])"
    r"|(?<![a-z])min(?:[-_](?:[a-z]+[-_])?)?(?:install|deps?|dependencies|versions?|reqs?)(?![a-z])"
    r"|(?:requirements|constraints|reqs|deps)[-_.]min(?![a-z])"
)
# A folder of what was released: `install/v0.10.0/`. An interface goes by fewer numbers, and is still worked on.
RELEASE = later(r"(?:^|/)v\d+(?:\.\d+){2,}(?:[-.]?(?:rc|alpha|beta)[-.]?\d*)?/")
NIGHTLY = later(r"\.dev\d{8}(?!\d)")
INSTALLED = ("exact", "==", "release", "completed")


def released(path: str) -> bool:
    """Whether the file is part of what was released under the version that its folder is called by."""
    return RELEASE.search(path) is not None


def told_by(path: str, mention: Mention, wish: str = "") -> str:
    """Whose name says on purpose what the mention says: the path's, or its job's or extra's, as `test_py314`; empty for none.

    Others need that one by its name, and checks that a branch requires are called so. Such a name is about a minor
    version: one that is true of the version `wish`, too, is no reason to be older.
    """
    if wish and mention.version not in path and numbers(wish)[:2] == numbers(mention.version)[:2]:
        return ""
    if named(path, mention):
        return "file's own path names"
    part = PART.search(mention.where)
    if part and named(part[2] or part[3], mention):
        return "job's own name says" if part["job"] else "group's own name says"
    return ""


def named(name: str, mention: Mention) -> bool:
    """Whether a name says the version: `py38/environment.yml`, `Dockerfile.cuda11.3`, `env-3.8.yml`."""
    words = WORDS.get(mention.subject)
    numbers_ = mention.version.split(".")[:2]
    if len(numbers_) == 2 and re.search(rf"(?<![\d.a-z]){re.escape('.'.join(numbers_))}(?!\d|\.\d)", name.lower()):
        return True
    spelled = r"[._-]?".join(map(re.escape, numbers_))
    return bool(words and spelled and re.search(rf"(?<![a-z0-9]){words}[-_.]?{spelled}(?!\d)", name.lower()))


def for_the_oldest(path: str, mention: Mention) -> bool:
    """Whether the mention installs something in a file for the oldest versions, `ci/py310-min-install.txt`, or a part of one."""
    exact = mention.notation in INSTALLED or ".dependencies." in mention.where
    installed = mention.subject == "python" or exact and "/" not in mention.subject
    file = "/".join(path.lower().split("/")[-2:])
    return installed and bool(OLDEST.search(file) or OLDEST.search(mention.where.lower()))


def nightly(mention: Mention, pin: Pin) -> bool:
    """Whether the place asks for the build of one night, `2.8.0.dev20250424`, and pins.toml for a release."""
    return NIGHTLY.search(mention.version) is not None and NIGHTLY.search(pin.version) is None


def older_on_purpose(path: str, mention: Mention, pin: Pin) -> bool:
    """Whether the place is older than the pin because its file is for the oldest versions that are supported."""
    if not pin.version or not for_the_oldest(path, mention):
        return False
    said, ours, floor = numbers(mention.version), numbers(pin.version), numbers(pin.floor) if pin.floor else ()
    if not floor and said[:2] == ours[:2]:  # of one minor version, no patch is the oldest of what is supported
        return False
    return bool(said) and said < ours and said >= floor[: len(said)]
