"""Commands that install Python packages: pip, uv, pipx, Poetry, PDM, Pipenv."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import names
from pinlint.fragments import requirement, version, wheel
from pinlint.fragments.shell.arguments import Arguments, behind, elements, parse, values
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.value import Value

TAKES = frozenset(
    """
    -r --requirement --requirements -c --constraint --constraints -e --editable -f --find-links -i --index-url
    --extra-index-url -t --target --prefix --root --src --python -p --timeout --default-timeout --retries --proxy
    --trusted-host --cache-dir --no-binary --only-binary --platform --python-version --implementation --abi
    --upgrade-strategy --progress-bar --log --config-settings -C --global-option --install-option --build-option
    --report --use-feature --use-deprecated --cert --client-cert --exists-action -d --dest -w --wheel-dir
    --index-strategy --torch-backend --prerelease --resolution --exclude-newer --index --default-index --group --extra
    --directory --project --with --with-requirements --with-editable --from --link-mode --config-file --overrides
    --keyring-provider --package --tag --branch --rev --source --extras -G --pip-args --spec --suffix --env-file
    --platforms --allow-insecure-host --refresh-package --upgrade-package -P --dependency-groups --python-platform
    """.split()
)
INDEXES = ("-f", "--find-links", "-i", "--index-url", "--extra-index-url", "--index", "--default-index", "--pip-args")
CONSTRAINTS = ("-c", "--constraint", "--constraints")
PYTHON = later(r"(?:cpython[@-]?|python@?)?(?P<version>\d[\w.]*|\$.*)")
AT = later(r"(?P<name>@?[A-Za-z][\w.-]*(?:/[\w.-]+)?(?:\[[^\[\]]*\])?)@(?P<version>[^@/:]+)")
BACKEND = later(r"cu(?P<cuda>\d{2,3})")


def pip(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    """`pip install`, `pip download`, `pip wheel`; also what `uv pip` takes."""
    while words and words[0].text.startswith("--"):  # an option of pip itself, without a value of its own
        words = words[1:]
    if words and words[0].text in ("install", "download", "wheel", "compile", "sync"):
        arguments = parse(words[1:], TAKES)
        yield from options(arguments, where, role)
        if words[0].text in ("install", "download", "wheel"):
            found = requirements(arguments.operands, where, role)
            bound = any(True for _ in values(arguments, *CONSTRAINTS))  # a bare name may have its version in that file
            yield from (m for m in found if not bound or m.notation != "floating")


def requirements(operands: list[Value], where: str, role: str) -> Iterator[Mention]:
    for operand in operands:
        if "://" not in operand.text and (match := AT.fullmatch(operand.text)):
            yield from at(operand, match, where, role)
        else:
            yield from requirement.read(operand, where, role)


def at(operand: Value, match: re.Match[str], where: str, role: str, *, dialect: str = "poetry") -> Iterator[Mention]:
    """`ruff@0.5.0`, as uv and Poetry have it."""
    name = names.canonical(match["name"].partition("[")[0])
    yield from version.read(operand.slice(*match.span("version")), name, where, role, dialect=dialect, exact="exact")


def options(arguments: Arguments, where: str, role: str) -> Iterator[Mention]:
    """The Python and the CUDA release that options select."""
    for value in values(arguments, "--python", "-p", "--python-version"):
        yield from python(value, where, role)
    for value in values(arguments, *INDEXES):
        yield from wheel.index(value, where, role)
    for value in values(arguments, "--torch-backend"):
        if match := BACKEND.fullmatch(value.text):
            yield from version.read(value.slice(*match.span("cuda")), "cuda", where, role, exact=wheel.WHEEL_INDEX)
    for value in values(arguments, "--with", "--from", "--spec"):
        yield from requirements([value], where, role)


def python(value: Value, where: str, role: str) -> Iterator[Mention]:
    """A Python asked for: `3.12`, `python3.7`, `cpython-3.12`; nothing for `pypy3.9`, and a path is read elsewhere."""
    if match := PYTHON.fullmatch(value.text):
        yield from version.read(value.slice(*match.span("version")), "python", where, role)


def uv(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    verb = next((w.text for w in words if not w.text.startswith("-")), "")
    rest = behind(words, verb)
    if verb == "pip":
        yield from pip(rest, where, role)
    elif verb == "tool" and rest and rest[0].text in ("install", "run"):
        yield from uvx(rest[1:], where, role)
    elif verb == "python" and rest and rest[0].text in ("install", "pin", "find"):
        for operand in elements(parse(rest[1:], TAKES).operands, where):
            yield from python(operand, where, role)
    elif verb in ("add", "venv", "run", "sync", "init", "build", "lock"):
        arguments = parse(rest, TAKES, first=verb == "run")
        yield from options(arguments, where, role)
        if verb == "add":
            yield from requirements(arguments.operands, where, role)


def uvx(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    """`uvx ruff@0.5.0 check`; `pipx run` alike."""
    arguments = parse(words, TAKES, first=True)
    yield from options(arguments, where, role)
    if not values(arguments, "--from", "--spec"):
        yield from requirements(arguments.operands, where, role)


def pipx(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    verb = words[0].text if words else ""
    if verb == "run":
        yield from uvx(words[1:], where, role)
    elif verb in ("install", "inject", "upgrade"):
        arguments = parse(words[1:], TAKES)
        yield from options(arguments, where, role)
        if verb != "upgrade":
            yield from requirements(arguments.operands[verb == "inject" :], where, role)


def poetry(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    """`poetry add`, `poetry self add`, `poetry env use 3.7`; `pdm` and `pipenv` have the same shape."""
    texts = [w.text for w in words[:2]]
    if "add" in texts or texts[:1] == ["install"] and len(texts) > 1:
        arguments = parse(words[texts.index("add") + 1 if "add" in texts else 1 :], TAKES)
        yield from requirements(arguments.operands, where, role)
    elif texts == ["env", "use"] or texts[:1] == ["use"]:
        for operand in parse(words[texts.index("use") + 1 :], TAKES).operands[:1]:
            yield from python(operand, where, role)
    elif texts[:1] == ["--python"]:
        yield from python(words[1], where, role) if len(words) > 1 else ()
