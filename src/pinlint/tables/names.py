"""Which names mean one subject, and how variables are called that hold a version."""

from __future__ import annotations

# A name that is not the subject's own, normalised as PEP 503 has it -> the subject.
ALIASES = {
    "cudatoolkit": "cuda",
    "cuda-version": "cuda",
    "cuda-toolkit": "cuda",
    "pytorch-cuda": "cuda",
    "cuda-compiler-version": "cuda",
    "cuda-compiler": "cuda",
    "libcudnn": "cudnn",
    "pytorch": "torch",
    "nodejs": "node",
    "python3": "python",
    "cpython": "python",
    "golang": "go",
}

# What a variable's name may say for a subject, though a package of that name is another thing (PyPI has a `py`).
SHORT = {"py": "python", "pyver": "python", "pyversion": "python", "cu": "cuda", "tf": "tensorflow"}

# Words of a variable's name that announce a version.
ANNOUNCE = frozenset("version versions ver tag major pyver pyversion".split())

# Words of a variable's name that say nothing about its subject.
FILLER = frozenset(
    "version versions ver major default base image latest tag target runtime use used current main primary our the pinned"
    " pin ref short toolkit".split()
)

# Words before a subject that say who installs it, or what is built with it: `ANACONDA_PYTHON_VERSION`, `TF_CUDA_VERSION`.
BUILDERS = frozenset("anaconda conda miniconda venv tf tensorflow torch pytorch".split())

# Words that say the variable holds a lower bound.
LOWEST = frozenset("min minimum minimal lowest oldest".split())

# Subjects that files write down without their name: one of these texts, in lower case, stands in such a file or its path.
NEEDLES = {
    "python": ("python", "pyv", "py", "cp3", "cp2"),
    "cuda": ("cuda", "nvidia", "libcu", "cu"),
    "cudnn": ("dnn",),
    "torch": ("torch",),
    "tensorflow": ("tensorflow", "tf"),
    "node": ("node", "nvm", "javascript"),
    "go": ("golang", "gover", "gotool", "go"),
    "ubuntu": ("ubuntu",),
}

# The same for subjects that are no more known than others.
ELSEWHERE = {
    "amazonlinux": ("amazonlinux", "amzn"),
    "kubernetes-server": ("kubernetes", "kindest"),
    "miniforge": ("forge",),
    "ngc": ("nvidia",),
    "rust": ("rust", "actions-rs"),
    "scikit-learn": ("scikit", "sklearn"),
}

# Of these there would be one in most files, in `copy`, `current`, `platform`, `google` or `pipeline`: how one counts.
COUNTING = {
    "py": r"py(?<![a-z.]py)",
    "cu": r"cu(?<![a-z]cu)(?![a-z])",
    "tf": r"tf(?<![a-z]tf)",
    "go": r"go(?<![a-z]go)(?![a-z])",
    "pip": r"pip(?!e)",
}
