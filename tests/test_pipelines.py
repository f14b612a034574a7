"""What the readers of pipelines are made of: settings, references to actions, hooks, and names that repeat a version."""

from __future__ import annotations

import pytest

from pinlint import value
from pinlint.formats import circleci, github_workflow, gitlab_ci, pre_commit
from pinlint.fragments import action, runner, setting, targets
from pinlint.model import Document, Mention, Unreadable


def whole(text: str) -> value.Value:
    return value.of(text, 0, len(text))


def said(mentions: object) -> list[tuple[str, str, str]]:
    return [(m.subject, m.text, m.notation) for m in mentions]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param("PYTHON_VERSION", "3.7", [("python", "3.7", "dotted")], id="version"),
        pytest.param("python", "py37", [("python", "37", "compact")], id="compact"),
        pytest.param("PYTHON", "310", [("python", "310", "compact")], id="digits"),
        pytest.param("cuda", "cu113", [("cuda", "113", "compact-cuda")], id="cuda"),
        pytest.param("CUDA_VERSION", "128", [("cuda", "128", "compact-cuda")], id="cuda-digits"),
        pytest.param("toxenv", "py37-lint", [("python", "37", "compact")], id="tox"),
        pytest.param("supported-pythons", '["3.7"]', [("python", "3.7", "dotted")], id="plural"),
        pytest.param("BASE_IMAGE", "python:3.7-slim", [("python", "3.7", "dotted")], id="image"),
        # A pin that is a candidate is written there, and has to be read again.
        pytest.param("TORCH_VERSION", "2+cu126", [("torch", "2", "exact"), ("cuda", "126", "wheel-index")], id="major-with-local"),
        pytest.param(
            "TORCH_VERSION", "2.9.0rc1+cu126", [("torch", "2.9.0rc1", "exact"), ("cuda", "126", "wheel-index")], id="candidate-with-local"
        ),
        pytest.param("index", "https://download.pytorch.org/whl/cu113", [("cuda", "113", "wheel-index")], id="index"),
        pytest.param("USE_CUDA", "1", [], id="switch"),
        pytest.param("CUDA", "0", [], id="off"),
        pytest.param("release-version", "3.7", [], id="no-subject"),
        pytest.param("python", "pypy3.9", [], id="another-implementation"),
        pytest.param("version", "3.7", [], id="of-what"),
    ],
)
def test_setting(name: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(setting.read(name, whole(text), "x")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("actions/checkout@v4", [("actions/checkout", "4", "ref")], id="major"),
        pytest.param("actions/cache/restore@v4.1.0", [("actions/cache", "4.1.0", "ref")], id="path"),
        pytest.param(
            "pypa/gh-action-pypi-publish@release/v1", [("pypa/gh-action-pypi-publish", "1", "ref")], id="branch"
        ),
        pytest.param("acme/x@main", [("acme/x", "main", "floating")], id="main"),
        pytest.param("acme/x@feature-2", [], id="feature"),
        pytest.param("./.github/actions/x", [], id="local"),
        pytest.param("docker://python:3.7", [("python", "3.7", "dotted")], id="docker"),
        pytest.param(
            "pypa/cibuildwheel@v2.16",
            [("pypa/cibuildwheel", "2.16", "ref"), ("cibuildwheel", "2.16", "ref")],
            id="tool",
        ),
        pytest.param(f"acme/x@{'a' * 40}", [], id="commit"),
        pytest.param(f"acme/x@{'a' * 40} # v1.2 ", [("acme/x", "1.2", "dotted")], id="commit-with-its-version"),
        pytest.param(f"acme/x@{'a' * 40} # tag=v1.2", [("acme/x", "1.2", "dotted")], id="renovate"),
        pytest.param(f"acme/x@{'a' * 40} # since 2023", [], id="another-comment"),
    ],
)
def test_action(text: str, expected: list[tuple[str, str, str]]) -> None:
    end = text.find(" #") if " #" in text else len(text)
    assert said(action.read(value.of(text, 0, end), text, "uses")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ubuntu-22.04", [("ubuntu", "22.04", "dotted")], id="version"),
        pytest.param("ubuntu-22.04-arm", [("ubuntu", "22.04", "dotted")], id="kind"),
        pytest.param("macOS-14", [("macos", "14", "dotted")], id="mac"),
        pytest.param("windows-latest", [("windows", "latest", "floating")], id="latest"),
        pytest.param("self-hosted", [], id="own"),
        pytest.param("my-ubuntu-22.04", [], id="own-name"),
    ],
)
def test_runner(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(runner.read(whole(text), "runs-on")) == expected


@pytest.mark.parametrize(
    ("url", "package"),
    [
        ("https://github.com/psf/black", "black"),
        ("https://github.com/psf/black-pre-commit-mirror", "black"),
        ("https://github.com/pre-commit/mirrors-mypy", "mypy"),
        ("https://github.com/astral-sh/ruff-pre-commit.git", "ruff"),
        ("git@github.com:PyCQA/isort", "isort"),
        ("https://github.com/pre-commit/pre-commit-hooks", "pre-commit-hooks"),
        ("https://github.com/acme/pre-commit-hooks", "acme/pre-commit-hooks"),
        ("https://github.com/compilerla/conventional-pre-commit", "conventional-pre-commit"),
        ("local", ""),
        ("meta", ""),
    ],
)
def test_package(url: str, package: str) -> None:
    assert pre_commit.package(url) == package


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(["--py37-plus"], [("37", "floor")], id="pyupgrade"),
        pytest.param(["--target-version=py37"], [("37", "floor")], id="black"),
        pytest.param(["-t", "py37"], [("37", "floor")], id="operand"),
        pytest.param(["--python-version", "3.7"], [("3.7", "floor")], id="mypy"),
        pytest.param(["-t", "py37", "-t", "py38"], [("37", "supports"), ("38", "supports")], id="several"),
        pytest.param(["py37"], [], id="alone"),
        pytest.param(["--line-length", "370"], [], id="another"),
    ],
)
def test_targets(arguments: list[str], expected: list[tuple[str, str]]) -> None:
    assert [(m.text, m.role) for m in targets.read([whole(a) for a in arguments], "args")] == expected


def workflow(steps: str) -> list[Mention]:
    return list(github_workflow.extract(Document("w.yml", f"jobs:\n  x:\n    steps:\n{steps}")))


def test_a_name_that_repeats_its_step_is_a_label() -> None:
    step = '      - name: Set up Python 3.7\n        uses: actions/setup-python@v4\n        with: {python-version: "3.7"}\n'
    labels = [m for m in workflow(step) if m.role == "label"]
    assert [(m.subject, m.text) for m in labels] == [("python", "3.7")]
    assert labels[0].labels == step.rindex("3.7") + len("jobs:\n  x:\n    steps:\n")


def test_a_number_of_its_own_is_no_label() -> None:
    assert not [
        m
        for m in workflow("      - name: Part 3.7 of Python 2\n        run: pip install x==1.0\n")
        if m.role == "label"
    ]


def test_a_selection_without_version_floats() -> None:
    assert ("python", "setup-python", "floating") in said(workflow("      - uses: actions/setup-python@v5\n"))


def test_a_lowest_version_is_a_floor_where_it_is_used() -> None:
    text = "env: {MIN_TORCH_VERSION: 1.12.0}\njobs:\n  x:\n    steps:\n      - run: pip install torch==${{ env.MIN_TORCH_VERSION }}\n"
    found = [m for m in github_workflow.extract(Document("w.yml", text)) if m.subject == "torch"]
    assert {m.role for m in found} == {"floor"}


def test_a_template_is_read_by_line() -> None:
    text = (
        "{% if x %}\nimage: python:3.7\n{% endif %}\nvariables:\n  CUDA_VERSION: '11.3'\n  NODE_VERSION: {{ node }}\n"
    )
    assert said(gitlab_ci.extract(Document(".gitlab-ci.yml", text))) == [
        ("python", "3.7", "dotted"),
        ("cuda", "11.3", "dotted"),
    ]


def test_what_is_no_yaml_and_no_template_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        list(circleci.extract(Document(".circleci/config.yml", "a: [b\nc: d")))


@pytest.mark.parametrize(
    "odd",
    ["", "[]", "3.7", "jobs: 3", "on: [push]\njobs: [a]", "jobs: {x: {steps: {a: b}, strategy: 3}}", "? [a]\n: b"],
)
def test_an_odd_shape_says_nothing(odd: str) -> None:
    for module in (github_workflow, pre_commit, gitlab_ci, circleci):
        assert [m for m in module.extract(Document("x.yml", odd)) if m.version] == []
