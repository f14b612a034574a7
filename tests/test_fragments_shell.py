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
    *(
        pytest.param(f"case $V in{space}{arm}) {command};; esac", found, id=f"an-arm-for-one-version-{at}{'-on-its-line' if space == ' ' else ''}")
        for space in (" ", "\n")
        for at, (arm, command, found) in enumerate([
            ("1.6", "pip install x==1.6.0", []),
            ("1.6*", "pip install x==1.6.0", []),
            ("v1.6.*", "pip install x==1.6.0", []),
            ("cu118", "apt-get install cuda-toolkit-11-8", []),
            ("python3.9", "apt-get install python3.9", []),
            ("1.6) true;; *", "pip install x==1.6.1", [("x", "1.6.1")]),
            ("1.6) true;; -h", "pip install x==1.6.1", [("x", "1.6.1")]),
            ("1.6) true;; b", "pip install x==1.6.1", []),
            ("a", "pip install x==1.6.1", [("x", "1.6.1")]),
        ])
    ),
    pytest.param("case $V\nin 1.6) pip install x==1.6.0;; esac; case", [("x", "1.6.0")], id="a-case-over-two-lines"),
    pytest.param("if a; then b; else case $1 in a) pip install x==1.1;; b) pip install x==1.2;; esac; fi", [], id="a-case-behind-else"),
    pytest.param("if [ ${X_VERSION} == v1.0 ]; then pip install x==1.1; fi", [], id="a-branch-for-one-version-in-braces"),
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
    pytest.param("conda update python=3.8 numpy; conda upgrade numpy scipy=1.0", [("python", "3.8"), ("scipy", "1.0")], id="an-update-may-leave-versions-out"),
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
    pytest.param("az webapp up --runtime; az webapp config set --linux-fx-version; az functionapp create python --runtime-version", [], id="a-runtime-that-is-not-given"),
    pytest.param("echo PYTHON_VERSION=3.7 >> $GITHUB_ENV; echo --python 3.9", [("python", "3.7")], id="what-is-said-is-assigned-or-nothing"),
    pytest.param(
        "apt-get -o A=b install -t buster python3.9; yum -y groupinstall python38; dnf reinstall python37; yum localinstall python36; apk add python3.6",
        [("python", "3.9"), ("python", "38"), ("python", "37"), ("python", "36"), ("python", "3.6")], id="managers-of-packages",
    ),
    pytest.param("apt-get remove python3.9; apt-get; yum search python39", [], id="what-installs-no-package"),
    pytest.param("brew install python@3.7 node@18 --version 3; brew link --overwrite python@3.8", [("python", "3.7"), ("node", "18"), ("python", "3.8")], id="formulas"),
    pytest.param(
        "choco install Python --version=3.7.9; choco install python3 --version 3.8.1 -y; choco install nodejs --version=18.1; choco install cuda --version=11.3.1; choco install golang --version 1.20",
        [("python", "3.7.9"), ("python", "3.8.1"), ("node", "18.1"), ("cuda", "11.3.1"), ("go", "1.20")], id="choco",
    ),
    pytest.param("choco install python git --version=3.7.9; choco install foo --version=1.0; choco install --version=3.7.9", [], id="whose-version-that-is-nobody-knows"),
    pytest.param("module load python/3.9 cuda/11.8.0 gcc/9.1; module add cudnn/8; ml load nodejs/18; module unload python/3.8; module load python/3.9-x; module", [("python", "3.9"), ("cuda", "11.8.0"), ("cudnn", "8"), ("node", "18")], id="modules-of-a-cluster"),
    pytest.param("hatch python install 3.12", [("python", "3.12")], id="a-python-of-hatch"),
    pytest.param("tox -epy37 py38; tox -e", [("python", "37")], id="a-value-right-behind-its-option"),
    pytest.param("npx prettier@3.1.0 eslint@8.0.0", [("prettier", "3.1.0")], id="what-a-package-is-told-is-its-own"),
]  # fmt: skip


# What `apt-get install` makes of one package: subject, text, notation, and whether it may move.
PACKAGES = {
    "python3.9": [("python", "3.9", "dotted", True)],
    "libpython3.9-dev": [("python", "3.9", "dotted", True)],
    "python3.9:amd64": [("python", "3.9", "dotted", True)],
    "python3.9-dev=3.9.18-1+jammy1": [("python", "3.9", "dotted", False), ("python", "3.9.18-1", "debian", True)],
    "python3.9=3.9.*": [("python", "3.9", "dotted", True), ("python", "3.9", "dotted", True)],
    "python3.9=1:3": [("python", "3.9", "dotted", False)],
    "python39": [("python", "39", "compact", True)],
    "python312-devel": [("python", "312", "compact", True)],
    "rh-python38": [("python", "38", "compact", True)],
    "python39=3.9.2": [("python", "39", "compact", False)],
    "python39-3.9.2": [("python", "39", "compact", False)],
    "cuda-11-3": [("cuda", "11-3", "dashed", True)],
    "cuda-toolkit-11-3": [("cuda", "11-3", "dashed", True)],
    "cuda-nvcc-12-4=12.4.131-1": [("cuda", "12-4", "dashed", False)],
    "libcublas-dev-11-3": [("cuda", "11-3", "dashed", True)],
    "libnpp-11-3": [("cuda", "11-3", "dashed", True)],
    "libnvjpeg-static-11-3": [("cuda", "11-3", "dashed", True)],
    "cuda=11.3.1-1": [("cuda", "11.3.1-1", "debian", True)],
    "cuda=11.3.*": [("cuda", "11.3", "dotted", True)],
    "cuda-toolkit=11.3*": [("cuda", "11.3", "dotted", True)],
    "cuda-toolkit=11.3": [("cuda", "11.3", "dotted", True)],
    "libcudnn8": [("cudnn", "8", "cudnn-plain", True)],
    "libcudnn8-dev": [("cudnn", "8", "cudnn-plain", True)],
    "libcudnn8-samples": [("cudnn", "8", "cudnn-plain", True)],
    "libcudnn8=8.9.*": [("cudnn", "8", "cudnn-plain", True), ("cudnn", "8.9", "dotted", True)],
    "libcudnn8=8.9.2.26-1+cuda12.1": [
        ("cudnn", "8", "cudnn-plain", False), ("cudnn", "8.9.2.26-1", "debian", True), ("cuda", "12", "dotted", False),
    ],
    "libcudnn9-cuda-12": [("cudnn", "9", "cudnn-lined", True), ("cuda", "12", "dotted", True)],
    "libcudnn9-static-cuda-12": [("cudnn", "9", "cudnn-lined", True), ("cuda", "12", "dotted", True)],
    "libcudnn9-cuda-12-dev": [("cudnn", "9", "cudnn-lined", True), ("cuda", "12", "dotted", True)],
    "cudnn9-cuda-12=9.1.0-1": [
        ("cudnn", "9", "cudnn-lined", False), ("cuda", "12", "dotted", True), ("cudnn", "9.1.0-1", "debian", True),
    ],
    "cmake=3.27.7-0kitware1ubuntu22.04.1": [("cmake", "3.27.7-0kitware1ubuntu22.04.1", "debian", True)],
    "cmake=3.27.7*": [("cmake", "3.27.7", "dotted", True)],
    "cmake-data=3.27": [("cmake", "3.27", "dotted", True)],
    "nodejs=18.19.0-1nodesource1": [("node", "18.19.0-1nodesource1", "debian", True)],
    "libnccl2=2.29.2-1+cuda13.2": [("nccl", "2.29.2-1", "debian", True), ("cuda", "13", "dotted", False)],
    "libnccl-dev=2.29.2": [("nccl", "2.29.2", "dotted", True)],
    # No version, or none of these subjects.
    **dict.fromkeys(
        "python3 python3=3.9.5 python3.9foo python39x xpython3.9 nodejs numpy=1.2 cuda-drivers-470 cuda-compat-11-3 "
        "cuda-keyring_1.1-1 cuda-11-3-local libcudnn8-devel xlibcudnn8 cmake=latest cmake".split(), [],
    ),
}  # fmt: skip
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


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_of_the_system(name: str) -> None:
    text = f"apt-get install -y {name} git"
    found = shell.read(value.of(text, 0, len(text)), "here")
    assert [(m.subject, m.text, m.notation, not m.frozen) for m in found] == PACKAGES[name]


@pytest.mark.parametrize(
    "option", "-o --option -t --target-release --default-release -c --virtual -X --repository --enablerepo".split()
)
def test_the_value_of_an_option_is_no_package_of_the_system(option: str) -> None:
    text = f"apt-get install {option} python3.9 python3.8"
    found = shell.read(value.of(text, 0, len(text)), "here")
    assert [m.text for m in found] == ["3.8"]


def test_several_pythons_of_the_system_are_a_list_that_stays() -> None:
    text = "apt-get install python3.8 python3.8-dev python3.9 libcudnn8 # and nothing else"
    found = list(shell.read(value.of(text, 0, len(text)), "here"))
    assert [(m.text, bool(m.item), bool(m.frozen)) for m in found] == [("3.8", True, True), ("3.8", True, True), ("3.9", True, True), ("8", False, False)]
    text = "apt-get install python3.8 python3.8-dev"
    assert [m.item for m in shell.read(value.of(text, 0, len(text)), "here")] == [None, None]


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
