"""An assignment in a script: `PYTHON_VERSION=3.7`, `TORCH_VERSION=1.12.1+cu113`, `CUDA_HOME=/usr/local/cuda-11.3`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import paths, variable
from pinlint.model import Mention
from pinlint.value import Value


def read(name: str, value: Value, where: str) -> Iterator[Mention]:
    """What the variable `name` says by its value.

    A version that can't be followed is nobody's business here: whoever uses the variable says so.
    """
    yield from (m for m in variable.read(name, value, where) if m.notation not in ("unresolved", "floating"))
    yield from paths.read(value, where)
