"""A line of shell gives these words, and these mentions: subject, text, role."""

from __future__ import annotations

import pytest

from pinlint import value
from pinlint.fragments import shell
from pinlint.fragments.shell.words import commands

WORDS = [
    pytest.param("a 'b c' \"d\"e # f", [["a", "b c", "de"]], id="quotes-and-comment"),
    pytest.param("a && b; c | d", [["a"], ["b"], ["c"], ["d"]], id="operators"),
    pytest.param("a \\\n  # no end\n  b\nc", [["a", "b"], ["c"]], id="comment-inside-a-continuation"),
    pytest.param("a > out 2>&1 b", [["a", "b"]], id="redirections"),
    pytest.param("pip install a>=1", [["pip", "install", "a>=1"]], id="a-bound-that-was-not-quoted"),
    pytest.param("cat <<E\nx y\nE\nz", [["cat"], ["z"]], id="here-document"),
    pytest.param("sh <<'E'\nx y\nE\nz", [["sh"], ["x", "y"], ["z"]], id="here-document-for-a-shell"),
    pytest.param("a $(b c) d", [["a", "$(b c)", "d"], ["b", "c"]], id="substitution"),
    pytest.param("a\\\nb ^\nc `\nd", [["ab", "c", "d"]], id="continuations-of-three-shells"),
    pytest.param("[[ $A = 1 ||\n $B ]] && x", [["[[", "$A", "=", "1"], ["$B", "]]"], ["x"]], id="a-test-ends-with-its-line"),
    pytest.param("[[ $A || ( $B ) ]] && x", [["[[", "$A", "$B", "]]"], ["x"]], id="a-test-of-several"),
    pytest.param("cat <<E; b\nx\nE\nc", [["cat"], ["b"], ["c"]], id="a-here-document-begins-on-the-next-line"),
    pytest.param("a >3 b <v2 c", [["a", "b", "c"]], id="redirections-to-numbers"),
    pytest.param("a 2>b c", [["a", "c"]], id="a-redirection-by-number"),
    pytest.param("a ${{ b || 'c' }} d", [["a", "${{ b || 'c' }}", "d"]], id="an-expression-is-one-word"),
]
SCRIPTS = [
    pytest.param("if a; then pip install x==1.1; elif b; then pip install x==1.2; else pip install x==1.3; fi\npip install x==2.0", [("x", "2.0")], id="three-branches-choose-and-end"),
    pytest.param("for v in a b; do if a; then pip install x==1.1; elif b; then pip install x==1.2; else pip install x==1.3; fi; done", [], id="a-choice-in-a-loop"),
    pytest.param("f() { case $1 in a) pip install x==1.1;; b) pip install x==1.2;; esac; }", [], id="a-choice-in-a-function"),
    pytest.param(
        "if a; then pip install x==1.1; else pip install x==1.2; fi; if b; then pip install x==1.3; fi",
        [("x", "1.1"), ("x", "1.2"), ("x", "1.3")], id="two-ifs-are-two-choices-of-less",
    ),
    pytest.param("case $1 in a) if b; then pip install x==1.1; fi;; b) pip install x==1.2;; esac", [], id="a-branch-in-a-case-is-the-case"),
    pytest.param("if [ $X_VERSION = 1.0 ]; then pip install x==1.1; fi", [], id="a-branch-for-one-version"),
    pytest.param("if [ $X_VERSION != 1.0 ]; then pip install x==1.1; fi", [("x", "1.1")], id="a-branch-for-all-others"),
    pytest.param("sudo -H python3.7 -m pip install -qr x.txt a==1", [("python", "3.7"), ("a", "1")], id="module"),
    pytest.param("pip install . -e . ./x -c y.txt", [], id="paths"),
    pytest.param("pip install a b==1 -c y.txt; pip install c", [("b", "1"), ("c", "c")], id="constraints-bind-bare-names"),
    pytest.param("pip install --constraint=y.txt a; uv pip install --constraints y.txt a", [], id="constraints-spelled-out"),
    pytest.param("V=3.7; apt-get install -y python${V}-dev", [("python", "3.7")], id="variable"),
    pytest.param("V=${V:-3.7}\npyenv install $V", [("python", "3.7")], id="default"),
    pytest.param("apt install libcudnn8=8.3.2.44-1+cuda11.5", [("cudnn", "8"), ("cudnn", "8.3.2.44-1"), ("cuda", "11")],
                 id="debian"),
    pytest.param("docker run -it -v a:b python:3.7 pip", [("python", "3.7")], id="docker-run"),
    pytest.param("echo pip install a==1", [], id="echo"),
    pytest.param("V=3.7; pip install a$V b$V==1 c; conda install d$V e$V=1 f=1", [("c", "c"), ("f", "1")], id="a-name-that-moves"),
    pytest.param("V=11; pip install cupy-cuda${V}x==11.0", [("cuda", "11"), ("cupy", "11.0")], id="a-name-that-stays"),
    pytest.param("case x in a) pip install t==1.0;; b) pip install t==2.0;; esac", [], id="case-chooses"),
    pytest.param("if x; then pip install t==1.0 t==2.0 t==3.0; fi", [], id="if-chooses"),
    pytest.param("if x; then pip install t==1.0 t==2.0 'u==1 --hash=a' 't==3.0 --hash=a'; fi",
                 [("t", "1.0"), ("t", "2.0"), ("t", "3.0"), ("u", "1")], id="what-stays-is-counted-apart"),
    pytest.param("black -t py37 -t py38 .", [], id="all-targets-are-no-floor"),
    pytest.param("conda create -n py37 && conda activate py37", [], id="names-of-environments"),
    pytest.param("conda update python=3.8 numpy; conda upgrade numpy", [("python", "3.8")], id="an-update-may-leave-versions-out"),
    pytest.param("pixi add python=3.8 numpy; pixi global install mypy", [("python", "3.8"), ("numpy", "numpy"), ("mypy", "mypy")], id="pixi-adds"),
    pytest.param("pixi global list; conda; conda list python=3.8", [], id="what-installs-nothing"),
    pytest.param("conda create --clone numpy python=3.8", [], id="a-clone-has-what-the-other-has"),
    pytest.param(
        "conda install -c nvidia/label/cuda-11.8.0 cuda numpy; conda install -c nvidia cuda",
        [("cuda", "11.8.0"), ("numpy", "numpy"), ("cuda", "cuda")], id="a-label-is-the-version-of-cuda-and-of-nothing-else",
    ),
    pytest.param(
        "\n".join(f"{runner} run -- pip install a==1.{i}" for i, runner in enumerate("uv poetry pipenv pdm hatch rye conda micromamba".split())),
        [("a", f"1.{i}") for i in range(8)], id="what-a-runner-runs",
    ),
    pytest.param("make V=1 CUDA=11 A=3.7 PYTHON=3.7", [("cuda", "11"), ("python", "3.7")], id="make-is-told-by-name"),
    pytest.param(
        "cmake -DCUDA_VERSION:STRING=11.3 -DPYTHON_VERSION=3.7 -D PYTHON_VERSION=3.8 -ePYTHON_VERSION=3.9 .",
        [("cuda", "11.3"), ("python", "3.7"), ("python", "3.8"), ("python", "3.9")], id="definitions",
    ),
    pytest.param(
        "./build.sh --python-version 3.7 --cuda_ver=11.3 -cudaVersion 11.4 --pyver 3.8 --nodeVer 18 --python 3.9 --python",
        [("python", "3.7"), ("cuda", "11.3"), ("cuda", "11.4"), ("python", "3.8"), ("node", "18"), ("python", "3.9")], id="options-named-after-a-subject",
    ),
    pytest.param("./build.sh --version 3.7 --file-version 1.2 ---python 3.9", [], id="options-named-after-none"),
    pytest.param(
        "az functionapp create --runtime python --runtime-version 3.9; az functionapp create --runtime node --runtime-version 18",
        [("python", "3.9")], id="the-runtime-of-a-function",
    ),
    pytest.param(
        "az webapp create --runtime PYTHON:3.9; az webapp config set --linux-fx-version 'PYTHON|3.8'; az webapp up --runtime=PYTHON:3.7",
        [("python", "3.9"), ("python", "3.8"), ("python", "3.7")], id="the-runtime-of-an-application",
    ),
    pytest.param("echo PYTHON_VERSION=3.7 >> $GITHUB_ENV; echo --python 3.9", [("python", "3.7")], id="what-is-said-is-assigned-or-nothing"),
    pytest.param("hatch python install 3.12", [("python", "3.12")], id="a-python-of-hatch"),
    pytest.param("tox -epy37 py38; tox -e", [("python", "37")], id="a-value-right-behind-its-option"),
    pytest.param("npx prettier@3.1.0 eslint@8.0.0", [("prettier", "3.1.0")], id="what-a-package-is-told-is-its-own"),
]  # fmt: skip


ELEMENTS = [
    pytest.param("pyenv install 3.7", [""], id="one-is-no-list"),
    pytest.param("pyenv install 3.7 3.8", ["here pyenv install", "here pyenv install"], id="several"),
    pytest.param("A=7; pyenv install 3.$A 3.8", ["", "here pyenv install"], id="one-of-two-places"),
    pytest.param(
        "for v in 3.7 3.8; do pyenv install $v 3.9; done", ["here for v", "here pyenv install", "here for v"], id="of-a-loop-before",
    ),
]  # fmt: skip
# A name behind one of these is that of an environment, a channel or a file.
CONDA = """
    -n --name -p --prefix -c --channel -f --file --solver --clone --subdir --platform --repodata-fn -r --root-prefix
    --environment --feature -e --manifest-path --experimental-solver --root --log-level --rc-file
"""


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text: str, expected: list[list[str]]) -> None:
    found = commands(value.of(text, 0, len(text)))
    assert [[word.text for word in command] for command in found] == expected


@pytest.mark.parametrize(("text", "expected"), SCRIPTS)
def test_script(text: str, expected: list[tuple[str, str]]) -> None:
    found = shell.read(value.of(text, 0, len(text)), "here")
    assert sorted((m.subject, text[m.start : m.end]) for m in found) == sorted(expected)


@pytest.mark.parametrize(("text", "lists"), ELEMENTS)
def test_elements(text: str, lists: list[str]) -> None:
    found = shell.read(value.of(text, 0, len(text)), "here")
    assert [m.item.list.partition("@")[0] if m.item else "" for m in found] == lists


@pytest.mark.parametrize("option", CONDA.split())
def test_the_value_of_an_option_is_no_package(option: str) -> None:
    text = f"conda install {option} numpy mypy=1.0"
    found = shell.read(value.of(text, 0, len(text)), "here")
    assert "numpy" not in {m.subject for m in found}


def test_a_loop_is_a_list() -> None:
    text = "for v in 3.7 3.8; do pyenv install $v; done"
    found = list(shell.read(value.of(text, 0, len(text)), "here"))
    assert [(m.version, m.role, text[m.item.start : m.item.end]) for m in found if m.item] == [
        ("3.7", "supports", "3.7"),
        ("3.8", "supports", "3.8"),
    ]


def test_a_script_that_a_variable_keeps_is_a_script() -> None:
    text = 'script=$(cat << EOF\npip install a==1.2\nEOF\n)\nbash -c "${script}"\ncat <<EOF > notes\npip install b==1.2\nEOF\n'
    found = shell.read(value.of(text, 0, len(text)), "here")
    assert [(m.subject, m.version) for m in found] == [("a", "1.2")]


def test_a_variable_that_is_given_the_same_version_twice_is_put_right_at_both_places() -> None:
    text = 'TORCH=1.12.1\nsleep 1\nexport TORCH="1.12.1"\npip install "torch==$TORCH"\n'
    found = list(shell.read(value.of(text, 0, len(text)), "here"))
    assert [(m.subject, m.start, m.version) for m in found] == [("torch", 6, "1.12.1"), ("torch", 35, "1.12.1")]
    several = text.replace('"1.12.1"', "1.13")
    assert [m.notation for m in shell.read(value.of(several, 0, len(several)), "here")] == ["unresolved"]


def test_a_variable_that_is_given_two_versions_says_none_where_it_is_given_and_what_a_command_is_told_counts() -> None:
    text = "PYTHON_VERSION=3.8\nexport PYTHON_VERSION=3.9\nPYTHON_VERSION=3.9 docker build --build-arg PYTHON_VERSION=3.7 .\n"
    found = shell.read(value.of(text, 0, len(text)), "here")
    assert [(m.subject, m.version) for m in found] == [("python", "3.7")]


@pytest.mark.parametrize("names", ["py37,py38", "py37,py38,py39,py310"])
def test_a_list_is_one_choice_in_a_branch_however_long_it_is(names: str) -> None:
    # A fix makes the list longer: were each element a choice, nothing would be left of it when it is read again.
    text = f"if test -n $ALL; then\n  tox -e {names}\n  python3.11 -m venv .venv\nfi\n"
    found = list(shell.read(value.of(text, 0, len(text)), "here"))
    assert [m.text for m in found] == [*(n.removeprefix("py") for n in names.split(",")), "3.11"]


def test_a_word_knows_whether_it_was_quoted() -> None:
    text = "a 'b' \"c\" d'e' \\\\f"
    assert [(w.text, w.quoted) for words in commands(value.of(text, 0, len(text))) for w in words] == [
        ("a", False), ("b", True), ("c", True), ("de", True), ("\\f", False),
    ]
