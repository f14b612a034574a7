"""The subject behind a name."""

from __future__ import annotations

import pytest

from pinlint import read
from pinlint.model import Document
from pinlint.names import canonical, variable


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("Pip_Tools", "pip-tools"), ("cudatoolkit", "cuda"), ("PyTorch", "torch"), ("nodejs", "node"),
        ("actions/setup-python", "actions/setup-python"), ("zope.interface", "zope-interface"),
        ("x-cuda11-cu11", "x"), ("cu11", "cu11"), ("pytorch-cu118", "torch"),
    ],
)
def test_canonical(name: str, subject: str) -> None:
    assert canonical(name) == canonical(subject) == subject


@pytest.mark.parametrize(
    ("name", "subject", "role"),
    [
        ("PYTHON_VERSION", "python", "uses"), ("python-version", "python", "uses"), ("pythonVersion", "python", "uses"),
        ("DEFAULT_PYTHON", "python", "uses"), ("PYTHON", "python", "uses"), ("py_version", "python", "uses"),
        ("CUDA_VERSION", "cuda", "uses"), ("cuda", "cuda", "uses"), ("TORCH_VERSION", "torch", "uses"),
        ("PIP_TOOLS_VERSION", "pip-tools", "uses"), ("MIN_PYTHON_VERSION", "python", "floor"),
        ("TORCH_VER", "torch", "uses"), ("node_version", "node", "uses"), ("BASE_PYTHON_IMAGE_TAG", "python", "uses"),
        ("CUDA_TOOLKIT_VERSION", "cuda", "uses"), ("toolkit_short_version", "", ""),
        ("VERSION", "", ""), ("PYTHONPATH", "", ""), ("TORCH_HOME", "", ""), ("OS", "", ""), ("PIP_CACHE", "", ""),
    ],
)
def test_variable(name: str, subject: str, role: str) -> None:
    assert variable(name) == (subject, role)


@pytest.mark.parametrize(
    ("name", "text"),
    [("conda_build_config", '"":\n  - 3.7\n'), ("compose", "services:\n  a:\n    image: acme/:3.7\n")],
)
def test_what_has_no_name_is_no_subject(name: str, text: str) -> None:
    assert read.extract(name, Document("x", text)) == []
