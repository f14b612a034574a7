"""Single keys of Python's packaging: what each says, and in which role."""

from __future__ import annotations

import pytest

from pinlint.model import Document
from pinlint.read import extract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('[project]\nrequires-python = ">=3.7"', ["python 3.7 floor >="], id="one bound"),
        pytest.param('[project]\nrequires-python = ">=3.7, <3.11"', ["python >=3.7, <3.11 floor pep440"], id="bounds"),
        pytest.param('[project]\nrequires-python = "==3.8.*"', ["python 3.8 floor series"], id="wildcard"),
        pytest.param('[project]\nversion = "3.7"\ndynamic = ["requires-python"]', [], id="the project's own version"),
        pytest.param('[build-system]\nrequires = ["setuptools==59.5.0"]', ["setuptools 59.5.0 uses =="], id="build"),
        pytest.param(
            '[dependency-groups]\ndev = ["ruff==0.5.0", {include-group = "x"}]', ["ruff 0.5.0 uses =="], id="group"
        ),
        pytest.param('[tool.poetry.dependencies]\npython = "^3.8"', ["python 3.8 floor ^"], id="poetry's python"),
        pytest.param('[tool.poetry.dependencies]\npython = "~3.8"', ["python 3.8 floor ~"], id="poetry's tilde"),
        pytest.param('[tool.poetry.dependencies]\nx = "1.2"', ["x 1.2 uses exact"], id="poetry's bare version"),
        pytest.param('[tool.poetry.dependencies]\nx = {git = "https://x", rev = "1.2"}', [], id="poetry's git"),
        pytest.param('[tool.poetry.group.dev.dependencies]\nx = "*"', ["x * uses floating"], id="poetry's any"),
        pytest.param('[tool.black]\ntarget-version = ["py37"]', ["python 37 floor compact"], id="one target"),
        pytest.param(
            '[tool.black]\ntarget-version = ["py37", "py38"]',
            ["python 37 supports compact", "python 38 supports compact"],
            id="several targets",
        ),
        pytest.param("[tool.isort]\npy_version = 37", ["python 37 floor compact"], id="isort"),
        pytest.param('[tool.isort]\npy_version = "all"', [], id="isort's all"),
        pytest.param("[tool.mypy]\npython_version = 3.10", ["python 3.10 floor dotted"], id="a float"),
        pytest.param(
            '[tool.uv]\nrequired-version = ">=0.5"\n[[tool.uv.index]]\nurl = "https://download.pytorch.org/whl/cu113"',
            ["uv 0.5 uses >=", "cuda 113 uses wheel-index"],
            id="uv",
        ),
        pytest.param('[tool.pixi.dependencies]\npython = "3.11.*"', ["python 3.11 uses dotted"], id="pixi"),
        pytest.param(
            '[tool.pixi.feature.a.dependencies]\npython = "3.11.*"\n[tool.pixi.feature.b.dependencies]\npython = "3.12.*"',
            ["python 3.11 supports dotted", "python 3.12 supports dotted"],
            id="pixi's features",
        ),
        pytest.param('[tool.pixi.system-requirements]\ncuda = "12"', ["cuda 12 floor dotted"], id="pixi's system"),
        pytest.param('[tool.hatch.envs.x]\npython = "3.7"', ["python 3.7 uses dotted"], id="hatch"),
        pytest.param('[tool.cibuildwheel]\nskip = "cp37-*"', [], id="skipped builds"),
        pytest.param('[tool.commitizen]\nversion = "3.7"', [], id="commitizen"),
        pytest.param(
            '[tool.scikit-build]\nwheel.py-api = "cp311"', ["python 311 floor compact"], id="stable interface"
        ),
        pytest.param('project = 3\ntool = "x"\n[build-system]\nrequires = "x"', [], id="odd shapes"),
    ],
)
def test_pyproject(text: str, expected: list[str]) -> None:
    found = extract("pyproject", Document("pyproject.toml", text))
    assert [f"{m.subject} {m.text} {m.role} {m.notation}" for m in found] == expected
    assert all(text[m.start : m.end] == m.text for m in found)


def test_nox_follows_constants_and_parameters() -> None:
    text = (
        'import nox\nTORCH = "1.12.1"\nPYTHONS = ["3.7", "3.8"]\n'
        "@nox.session(python=PYTHONS)\n@nox.parametrize('numpy', ['1.21.0', '1.22.0'])\n"
        "def tests(session, numpy):\n    session.install(f'torch=={TORCH}', f'numpy=={numpy}', 'black>=22')\n"
    )
    found = extract("noxfile", Document("noxfile.py", text))
    assert [(m.subject, m.text, m.role, m.via) for m in found] == [
        ("torch", "1.12.1", "uses", "TORCH"),
        ("python", "3.7", "supports", ""),
        ("python", "3.8", "supports", ""),
        ("numpy", "1.21.0", "supports", ""),
        ("numpy", "1.22.0", "supports", ""),
        ("black", "22", "uses", ""),
    ]


def test_a_condition_of_tox_makes_one_of_several() -> None:
    text = "[testenv]\ndeps =\n    old: numpy==1.21.0\n    new: numpy==1.22.0\n    {[base]deps}\n    -r x.txt\n"
    found = extract("tox", Document("tox.ini", text))
    assert [(m.subject, m.text, m.role, bool(m.frozen)) for m in found] == [
        ("numpy", "1.21.0", "supports", True),
        ("numpy", "1.22.0", "supports", True),
    ]
