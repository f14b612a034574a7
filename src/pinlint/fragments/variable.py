"""A variable of a build or an environment: a setting, or one that a tool gave its meaning, as `UV_PYTHON=python3.12`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import setting
from pinlint.model import Mention
from pinlint.value import Value, mention

TOOLS = {"UV_PYTHON": "python", "PYENV_VERSION": "python"}  # these announce no version, and hold one
INTERPRETER = re.compile(r"\s*c?python-?(?P<version>[23]\.\d+(?:\.\d+)*)\s*")
REQUIRE_CUDA = re.compile(r"\s*[\"']?cuda\s*>=\s*(?P<version>\d+\.\d+)")
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
    else:
        found = setting.stated(value, subject, where) if name in TOOLS else setting.read(name, value, where)
        for each in found:
            plausible = PLAUSIBLE.get(each.subject)
            if not plausible or not each.version or plausible.match(each.version):
                yield each
