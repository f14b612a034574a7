"""An assignment in a script: `PYTHON_VERSION=3.7`, `TORCH_VERSION=1.12.1+cu113`, `CUDA_HOME=/usr/local/cuda-11.3`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import paths, setting, variable, version, wheel
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.value import Value

LOCAL = later(r"\s*(?P<version>\d+(?:\.\d+)+)\+(?P<local>[\w.]+)\s*")


def read(name: str, value: Value, where: str) -> Iterator[Mention]:
    """What the variable `name` says by its value.

    A version that can't be followed is nobody's business here: whoever uses the variable says so.
    """
    subject, role = setting.subject_of(name)
    if subject and (match := LOCAL.fullmatch(value.text)):
        yield from version.read(value.slice(*match.span("version")), subject, where, role, exact="exact")
        yield from wheel.local(value, *match.span("local"), where, role)
    else:
        yield from (m for m in variable.read(name, value, where) if m.notation not in ("unresolved", "floating"))
    yield from paths.read(value, where)
