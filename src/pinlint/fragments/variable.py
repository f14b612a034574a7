"""A variable of a build or an environment: a setting, or one that a tool gave its meaning, as `UV_PYTHON=3.12`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import image, setting
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.tables.images import SERVERS
from pinlint.value import Value, mention

TOOLS = {"UV_PYTHON": "python", "PYENV_VERSION": "python"}  # these announce no version, and hold one
IMAGE = later(r"(?i)(?:.*_)?(?:image|img|container|base|from)(?:_.*)?")
INTERPRETER = later(r"\s*c?python-?(?P<version>[23]\.\d+(?:\.\d+)*)\s*")
REQUIRE_CUDA = later(r"\s*[\"']?cuda\s*>=\s*(?P<version>\d+\.\d+)")
ANY = later("")
# What else would be no version: `USE_CUDA=1` is a switch.
PLAUSIBLE = {"python": re.compile(r"[23](?:\.|$)"), "cuda": re.compile(r"(?:[6-9]|1\d)(?:\.|$)")}


def read(name: str, value: Value, where: str) -> Iterator[Mention]:
    """The mentions that the variable's `value`, its own variables followed already, makes; none for most names."""
    subject, _ = setting.subject_of(name)
    subject = TOOLS.get(name, subject)
    if name == "NVIDIA_REQUIRE_CUDA":
        if match := REQUIRE_CUDA.match(value.text):
            yield mention(value, *match.span("version"), "cuda", ">=", "uses", where, version=match["version"])
    elif subject == "python" and (match := INTERPRETER.fullmatch(value.text)):
        yield mention(value, *match.span("version"), "python", "dotted", "uses", where, version=match["version"])
    elif IMAGE.fullmatch(name) and ":" in value.text:
        yield from (found for found in image.read(value, where) if found.version)
    elif subject not in SERVERS:
        known = name in TOOLS
        found = setting.stated(value, subject, where) if known else setting.read(name, value, where)
        yield from (f for f in found if not f.version or PLAUSIBLE.get(f.subject, ANY).match(f.version))
