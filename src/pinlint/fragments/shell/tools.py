"""Commands that choose a version by an option or an operand: pyenv, virtualenv, black, mypy, tox, nox, docker, npm."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pinlint import names
from pinlint.fragments import assignment, image, version
from pinlint.fragments.shell.arguments import elements, parse, values
from pinlint.fragments.shell.packages import python
from pinlint.model import Item, Mention
from pinlint.patterns import later
from pinlint.value import Value

DOCKER = frozenset(
    """
    -v --volume -e --env --name -p --publish -w --workdir -u --user --gpus --platform --entrypoint --network --net
    --env-file --mount --shm-size --ipc --memory -m --cpus --runtime --label -l --hostname -h --ulimit --device
    --add-host --cap-add --security-opt --restart --build-arg --tag --file --target --cache-from --cache-to
    --secret --progress --output --pull --log-driver --link --cidfile --ssh --build-context --builder --group-add
    """.split()
)
BUILD = DOCKER | {"-t", "-f", "-o"}
NODE = frozenset(("--prefix", "--registry", "-p", "--package", "-C", "--dir", "--filter", "-w", "--workspace"))
PACKAGE = later(r"(?P<name>@?[A-Za-z][\w./-]*)(?:@(?P<version>[^@/]+))?")
PLUS = later(r"--py(?P<python>\d{2,3})-plus")
TARGET = later(r"py(?P<python>\d{2,3})")
FACTOR = later(r"(?:^|-)py(?P<python>\d{2,3}|\d\.\d+)(?=$|-)")
SESSION = later(r"-(?P<python>3\.\d+)(?=$|\()")
PICKED = later(r"(?P<version>\d+(?:\.\d+)*)(?::latest)?|\$.*")


def pyenv(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    """`pyenv install 3.7.13`, `pyenv global 3.7.13`, `pyenv virtualenv 3.7.13 name`."""
    verb = words[0].text if words else ""
    count = {"install": 9, "global": 1, "local": 1, "shell": 1, "virtualenv": 1}.get(verb, 0)
    for operand in elements(parse(words[1:], frozenset()).operands[:count], where):
        if match := PICKED.fullmatch(operand.text):
            said = operand.slice(*match.span("version" if match["version"] else 0))
            yield from version.read(said, "python", where, role)


def asdf(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    """`asdf install python 3.7.13`, `mise use -g python@3.12 node@20`."""
    operands = parse(words[1:], frozenset()).operands if words else []
    if words and words[0].text in ("install", "global", "local", "set", "use", "exec", "x"):
        for operand in operands:
            if (match := PACKAGE.fullmatch(operand.text)) and match["version"]:
                yield from version.read(operand.slice(*match.span("version")), match["name"], where, role)
        if len(operands) > 1 and (match := PICKED.fullmatch(operands[1].text)) and "@" not in operands[0].text:
            yield from version.read(operands[1], operands[0].text, where, role)


def sem_version(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    """`sem-version python 3.9`, as Semaphore has it."""
    if len(words) > 1:
        yield from version.read(words[1], words[0].text, where, role)


def virtualenv(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    for value in values(parse(words, frozenset(("-p", "--python"))), "-p", "--python"):
        yield from python(value, where, role)


def floor(*options: str) -> Callable[[list[Value], str, str], Iterator[Mention]]:
    """A reader of commands whose `options` say the lowest Python they write or check for."""

    def read(words: list[Value], where: str, role: str) -> Iterator[Mention]:
        given = values(parse(words, frozenset(options)), *options)
        if len(given) == 1:  # several are all the versions there are, not the lowest
            text = given[0].text
            match = TARGET.fullmatch(text) or PICKED.fullmatch(text)
            if match:
                yield from version.read(given[0], "python", where, "floor")

    return read


def pyupgrade(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    for word in words:
        if match := PLUS.fullmatch(word.text):
            found = word.slice(*match.span("python"))
            yield from version.read(found, "python", where, "floor", exact="compact")


def tox(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    """`tox -e py37`, `tox -e py37-lint,py38-lint`."""
    for value in values(parse(words, frozenset(("-e", "-c", "--workdir", "-x", "-m", "-f"))), "-e"):
        yield from _several(value, FACTOR, f"{where} -e", role)


def nox(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    """`nox -s tests-3.7`, `nox --python 3.7`."""
    takes = frozenset(("-s", "--session", "--sessions", "-e", "-p", "--python", "--pythons", "-f", "-t", "-k"))
    arguments = parse(words, takes)
    for value in values(arguments, "-s", "--session", "--sessions", "-e"):
        yield from _several(value, SESSION, f"{where} -s", role)
    for value in values(arguments, "-p", "--python", "--pythons"):
        yield from python(value, where, role)


def _several(value: Value, pattern: re.Pattern[str], where: str, role: str) -> Iterator[Mention]:
    """What stands in each element of a comma-separated list."""
    elements = list(re.finditer(r"[^\s,]+", value.text))
    for element in elements:
        if match := pattern.search(element[0]):
            low, high = element.start() + match.start("python"), element.start() + match.end("python")
            found = value.slice(low, high)
            span = value.span(*element.span())
            if len(elements) > 1 and span and len(found.pieces) == 1:
                item = Item(f"{where}@{value.start}", span.start, span.end)  # each command has a list of its own
                found = Value(found.text, (found.pieces[0]._replace(item=found.pieces[0].item or item),))
            exact = "dotted" if "." in match["python"] else "compact"
            yield from version.read(found, "python", where, role, exact=exact)


def docker(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    """`docker build --build-arg PYTHON_VERSION=3.7`, `docker run python:3.7 ls`."""
    verbs = [w.text for w in words[:2]]
    verb = next((v for v in ("build", "run", "pull", "create", "save") if v in verbs), "")
    if not verb:
        return
    arguments = parse(words[verbs.index(verb) + 1 :], BUILD if verb == "build" else DOCKER, first=verb != "build")
    for value in values(arguments, "--build-arg"):
        name, equals, _ = value.text.partition("=")
        if equals:
            yield from assignment.read(name, value.slice(len(name) + 1, len(value.text)), where)
    if verb != "build" and verbs[0] not in ("compose", "buildx"):
        for operand in arguments.operands[:1]:
            yield from image.read(operand, where, role)


def contained(words: list[Value]) -> list[Value]:
    """The command that `docker run` or `docker exec` starts in the container; its words stand behind the image's."""
    if not words or words[0].text not in ("run", "exec"):
        return []
    operands = parse(words[1:], DOCKER, first=True).operands
    return words[words.index(operands[0]) + 1 :] if operands else []


def npm(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    """`npm install -g prettier@3.1.0`; also yarn, pnpm, bun."""
    verbs = [w.text for w in words[:2]]
    verb = next((v for v in ("install", "i", "add", "exec", "dlx", "x") if v in verbs), "")
    if verb:
        rest = words[verbs.index(verb) + 1 :]
        yield from _node(parse(rest, NODE, first=verb in ("exec", "dlx", "x")).operands, where, role)


def npx(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    arguments = parse(words, NODE, first=True)
    yield from _node([*values(arguments, "-p", "--package"), *arguments.operands], where, role)


def _node(operands: list[Value], where: str, role: str) -> Iterator[Mention]:
    for operand in operands:
        match = PACKAGE.fullmatch(operand.text)
        if match and match["version"]:
            name = names.canonical(match["name"])
            yield from version.read(operand.slice(*match.span("version")), name, where, role, dialect="npm")


def nvm(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    """`nvm install 18`, `fnm use 18`."""
    if words and words[0].text in ("install", "use"):
        for operand in parse(words[1:], frozenset()).operands[:1]:
            yield from version.read(operand, "node", where, role)
