"""The subject behind a name: `CudaToolkit` is `cuda`, the variable `DEFAULT_PYTHON_VERSION` holds a `python`."""

from __future__ import annotations

from functools import cache

from pinlint.patterns import later
from pinlint.tables.names import ALIASES, ANNOUNCE, BUILDERS, FILLER, LOWEST, NEEDLES, SHORT

SEPARATORS = later(r"[-_.]+")
CUDA_BUILD = later(r"(?<=\w)(?:-cu(?:da)?\d{2,3}x?)+$")  # one package in as many builds: `cupy-cuda12x`, `cudf-cu12`
WORDS = later(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+\d*|\d+")


@cache
def canonical(name: str) -> str:
    """The subject that `name` means: lower case, runs of `-_.` one hyphen (PEP 503), CUDA builds left off, aliases followed."""
    normal = CUDA_BUILD.sub("", SEPARATORS.sub("-", name.strip()).lower())
    return ALIASES.get(normal, normal)


@cache
def variable(name: str) -> tuple[str, str]:
    """The subject and the role (`uses` or `floor`) of a variable or key called `name`; empty strings if it has none.

    A version is announced: `PYTHON_VERSION`, `python-version`, `pythonVersion`, `TORCH_VER`, or the bare name of a
    runtime that is always one, `PYTHON`, `CUDA`. `PYTHON_VERSIONS_TO_SKIP` announces something else.
    """
    words = [w.lower() for part in SEPARATORS.split(name) for w in WORDS.findall(part)]
    announced = any(w in ANNOUNCE for w in words)
    rest = [w for w in words if w not in FILLER and w not in LOWEST]
    if not rest or not (announced or rest in (["python"], ["cuda"], ["cudnn"], ["py"])):
        return "", ""
    role = "floor" if any(w in LOWEST for w in words) else "uses"
    if len(rest) > 1:  # `DOCKER_TORCH_VERSION` is torch's, in an image
        inside = [w for w in rest if w != "docker"]
        bare = "-".join([w for w in inside[:-1] if w not in BUILDERS] + inside[-1:])
        rest = [bare] if canonical(SHORT.get(bare, bare)) in NEEDLES else rest
    subject = "-".join(rest)
    return canonical(SHORT.get(subject, subject)), role
