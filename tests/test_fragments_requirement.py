"""One requirement or conda spec gives these mentions: subject, text, notation, and whether it is frozen."""

from __future__ import annotations

import pytest

from pinlint import value
from pinlint.fragments import conda_spec, requirement

REQUIREMENTS = [
    pytest.param("pip-tools==6.3.1", [("pip-tools", "6.3.1", "==", False)], id="exact"),
    pytest.param("'flake8<4'", [("flake8", "4", "<", False)], id="quoted-bound"),
    pytest.param("x==3.7.*", [("x", "3.7", "dotted", False)], id="wildcard"),
    pytest.param("torch (>=1.12, <1.13) ; a == 'b'", [("torch", ">=1.12, <1.13", "pep440", False)], id="parentheses"),
    pytest.param(
        "torch==1.12.1+cu113",
        [("torch", "1.12.1", "==", False), ("cuda", "113", "wheel-index", False)],
        id="local-version",
    ),
    pytest.param(
        "torch @ https://x.org/whl/cu113/torch-1.12.1%2Bcu113-cp37-cp37m-linux_x86_64.whl",
        [("torch", "1.12.1", "exact", True), ("cuda", "113", "wheel-index", True)]
        + 2 * [("python", "37", "compact", True)],
        id="wheel",
    ),
    pytest.param("x @ https://x.org/x-1.0-cp38-abi3-any.whl", [("x", "1.0", "exact", True)], id="abi3-is-a-floor"),
    pytest.param("cuda10>1", [("cuda10", "1", ">", False)], id="a-name-of-its-own-is-no-build"),
    pytest.param("x @ git+https://x.org/x.git@v1.2.3", [("x", "1.2.3", "exact", False)], id="git-tag"),
    pytest.param(
        "nvidia-cudnn-cu11==8.5.0.96",
        [("cudnn", "8.5.0.96", "dotted", False), ("cuda", "11", "cuda-line", True)],
        id="cudnn-wheel",
    ),
    pytest.param(
        "jax[cuda12]", [("jax", "jax", "floating", False), ("cuda", "12", "cuda-line", False)], id="extra-names-cuda"
    ),
    pytest.param("x==1.0 --hash=sha256:aa", [("x", "1.0", "==", True)], id="hash"),
    pytest.param("torch==$TORCH", [("torch", "torch==$TORCH", "unresolved", False)], id="variable"),
    pytest.param("./torch", [], id="path"),
    pytest.param("requirements.txt", [], id="file"),
    pytest.param("see the manual", [], id="prose"),
]
SPECS = [
    pytest.param("python=3.7", [("python", "3.7", "completed", False)], id="fuzzy"),
    pytest.param("python==3.7.13", [("python", "3.7.13", "release", False)], id="exact-python"),
    pytest.param("numpy==1.2", [("numpy", "1.2", "exact", False)], id="exact-package"),
    pytest.param("cudatoolkit=11.8.0=h6a678d5_0", [("cuda", "11.8.0", "completed", True)], id="build"),
    pytest.param("numpy 1.17.3 py38*", [("numpy", "1.17.3", "completed", True)], id="spaces"),
    pytest.param("numpy 1.17.*", [("numpy", "1.17", "completed", False)], id="wildcard"),
    pytest.param("numpy>1.17,<1.19.2", [("numpy", ">1.17,<1.19.2", "conda", False)], id="range"),
    pytest.param("bioconda::hmmer==3.3.2", [("hmmer", "3.3.2", "exact", False)], id="channel"),
    pytest.param("nvidia/label/cuda-11.8.0::cuda", [("cuda", "11.8.0", "dotted", False)], id="label-says-it"),
    pytest.param("cuda-nvcc=12.4.131", [("cuda", "12.4", "dotted", True)], id="component"),
    pytest.param("numpy[version='>=1.2', build=x]", [("numpy", "1.2", ">=", False)], id="brackets"),
    pytest.param("pip", [("pip", "pip", "floating", False)], id="floating"),
    pytest.param("libblas=*=*mkl", [], id="build-alone"),
    pytest.param("__cuda>=11", [], id="virtual-package"),
]


@pytest.mark.parametrize(("text", "expected"), REQUIREMENTS)
def test_requirement(text: str, expected: list[tuple[str, str, str, bool]]) -> None:
    found = requirement.read(value.of(text, 0, len(text)), "here")
    assert [(m.subject, text[m.start : m.end], m.notation, bool(m.frozen)) for m in found] == expected


@pytest.mark.parametrize(("text", "expected"), SPECS)
def test_conda_spec(text: str, expected: list[tuple[str, str, str, bool]]) -> None:
    found = conda_spec.read(value.of(text, 0, len(text)), "here")
    assert [(m.subject, text[m.start : m.end], m.notation, bool(m.frozen)) for m in found] == expected
