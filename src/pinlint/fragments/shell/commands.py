"""Which command is read how: prefixes such as `sudo` are taken off, `python -m pip` becomes `pip`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pinlint import notations
from pinlint.fragments.shell import packages, parameters, system, tools
from pinlint.fragments.shell.arguments import behind
from pinlint.fragments.shell.conda import conda
from pinlint.fragments.shell.words import DEEPEST, SHELLS
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.value import Value, mention

Reader = Callable[[list[Value], str, str], Iterator[Mention]]
PREFIXES = frozenset("sudo env time exec command ! then do else if elif while until { nice nohup xargs retry".split())
SILENT = frozenset("echo printf cat grep egrep sed awk test [ [[ rm rem".split())  # they say things of files and to people
ASSIGNS = later(r"[A-Za-z_]\w*=")
PYTHON = later(r"(?:python|pip|idle|pydoc)(?P<version>\d\.\d+)")
LAUNCHER = later(r"-(?P<version>\d\.\d+)(?:-(?:32|64))?")
RUNNERS = frozenset(("uv", "poetry", "pipenv", "pdm", "hatch", "rye", "conda", "mamba", "micromamba"))
MODULES = frozenset(("python", "python3", "py", "coverage", "pypy3"))
VERBS = later(r"[a-z]+")
HANDS = later(r"-[a-zA-Z]*c")  # the option that hands a script to a shell
VARIABLE = later(r"\$[({]?(?P<name>[A-Z][A-Z_]*)[)}]?")  # a Makefile's `$(PIP) install`, wherever pip may be

READERS: dict[str, Reader] = {
    **dict.fromkeys(("pip", "pip3", "get-pip.py"), packages.pip),
    **dict.fromkeys(("uv", "hatch"), packages.uv),
    "uvx": packages.uvx,
    "pipx": packages.pipx,
    **dict.fromkeys(("poetry", "pdm", "pipenv", "rye"), packages.poetry),
    **dict.fromkeys(("conda", "mamba", "micromamba", "pixi"), conda),
    **dict.fromkeys(("apt-get", "apt", "aptitude", "apk", "yum", "dnf", "microdnf"), system.install),
    **dict.fromkeys(("brew", "choco"), system.formula),
    **dict.fromkeys(("module", "ml"), system.module),
    "pyenv": tools.pyenv,
    **dict.fromkeys(("asdf", "mise", "rtx"), tools.asdf),
    "sem-version": tools.sem_version,
    "virtualenv": tools.virtualenv,
    "pyupgrade": tools.pyupgrade,
    **dict.fromkeys(("black", "ruff"), tools.floor("-t", "--target-version")),
    **dict.fromkeys(("mypy", "dmypy"), tools.floor("--python-version")),
    "pyright": tools.floor("--pythonversion"),
    "tox": tools.tox,
    "nox": tools.nox,
    **dict.fromkeys(("docker", "podman", "buildah", "nvidia-docker"), tools.docker),
    **dict.fromkeys(("npm", "yarn", "pnpm", "bun"), tools.npm),
    **dict.fromkeys(("npx", "bunx"), tools.npx),
    **dict.fromkeys(("nvm", "fnm"), tools.nvm),
}


def read(
    words: list[Value], where: str, role: str, script: Callable[[Value], Iterator[Mention]], depth: int = 0
) -> Iterator[Mention]:
    """The mentions of one command whose variables are followed; `script` reads what is handed to `sh -c`."""
    words = _bare(words)
    if not words or depth > DEEPEST:
        return
    name = base(words[0].text)
    if match := PYTHON.fullmatch(name):
        start = len(words[0].text) - len(name)
        low, high = start + match.start("version"), start + match.end("version")
        said = notations.read("dotted", match["version"])
        yield mention(words[0], low, high, "python", "dotted", role, _at(where, [name]), version=said)
        name = name[: match.start("version")]
    if name == "echo":
        yield from parameters.read(words[1:], _at(where, [name]), options=False)
    if name == "py" and len(words) > 1 and (match := LAUNCHER.fullmatch(words[1].text)):
        said = notations.read("dotted", match["version"])
        yield mention(words[1], *match.span("version"), "python", "dotted", role, _at(where, [name]), version=said)
    handed = _handed(words) if name not in SILENT else None
    if handed is not None:
        yield from script(handed)
    if name in SHELLS:
        if handed is None:
            yield from parameters.read(words[1:], _at(where, [name]))
    elif name in MODULES:
        yield from read(_module(words[1:]), where, role, script, depth + 1)
    elif reader := READERS.get(name):
        if name == "get-pip.py":
            words = [words[0], words[0]._replace(text="install"), *words[1:]]
        yield from reader(words[1:], _at(where, [name, *(w.text for w in words[1:3])]), role)
        if name in RUNNERS and words[1:] and words[1].text in ("run", "exec"):
            yield from read(_inner(words[2:]), where, role, script, depth + 1)
        elif reader is tools.docker and handed is None:
            yield from read(tools.contained(words[1:]), where, role, script, depth + 1)
    elif name not in SILENT:
        yield from parameters.read(words[1:], _at(where, [name]))


def base(text: str) -> str:
    """The name of a command given by its path, or by a variable called after it."""
    if text.startswith("$") and (match := VARIABLE.fullmatch(text)):
        return match["name"].lower()
    return text[max(text.rfind("/"), text.rfind("\\")) + 1 :].removesuffix(".exe")


def _bare(words: list[Value]) -> list[Value]:
    """The command without what stands before it: `sudo -E X=1 pip install` begins at `pip`."""
    prefixed = False
    for at, word in enumerate(words):
        text = word.text
        if base(text) in PREFIXES:
            prefixed = True
        elif not (ASSIGNS.match(text) or prefixed and text.startswith("-") or not text):
            return words[at:]
    return []


def _module(words: list[Value]) -> list[Value]:
    """`-m pip install x` -> `pip install x`; a script's own words otherwise: `get-pip.py pip==21`."""
    for at, word in enumerate(words):
        if word.text == "-m":
            return words[at + 1 :]
        if not word.text.startswith("-"):
            return words[at:] if base(word.text) == "get-pip.py" else []
    return []


def _handed(words: list[Value]) -> Value | None:
    """The script that a shell among the words is handed: `bash -lc script`, `docker run image sh -e -c script`."""
    for at, word in enumerate(words[:-2]):
        if base(word.text) in SHELLS:
            rest = words[at + 1 :]
            return next((text for option, text in zip(rest, rest[1:], strict=False) if HANDS.fullmatch(option.text)), None)
    return None


def _inner(words: list[Value]) -> list[Value]:
    """The command that a runner runs: behind `--`, or the first word that some reader knows."""
    if rest := behind(words, "--"):
        return rest
    for at, word in enumerate(words[:8]):
        name = base(word.text)
        if name in READERS or name in MODULES or PYTHON.fullmatch(name):
            return words[at:]
    return []


def _at(where: str, words: list[str]) -> str:
    """The place and the command, for people: `RUN pip install`."""
    named = [w for at, w in enumerate(words) if at == 0 or VERBS.fullmatch(w)]
    return " ".join([where, *named[:2]]).strip()
