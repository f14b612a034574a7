"""`Dockerfile`, `Containerfile`, `Earthfile`: images of FROM and COPY --from, ARG and ENV followed by stage, RUN read as shell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import command, image, parameter, paths, setting, shell, variable
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.readers import dockerfile
from pinlint.readers.dockerfile import Instruction
from pinlint.tables.names import NEEDLES
from pinlint.value import Value

FILES = (
    "Dockerfile", "Dockerfile.*", "Dockerfile-*", "Dockerfile_*", "*.Dockerfile", "*.dockerfile",
    "*-dockerfile", "Containerfile", "Containerfile.*", "*.Containerfile", "Earthfile",
)  # fmt: skip
PAIR = later(
    r"\s*(?P<name>[A-Za-z_][\w.-]*)(?:=(?P<value>(?:\"(?:[^\"\\]|\\.)*\"|'[^']*'|\\.|[^\s\"'\\])*))?(?!\S)", re.DOTALL
)
OLD = later(r"\s*(?P<name>[A-Za-z_]\w*)\s+(?P<value>[^=\s].*?)\s*", re.DOTALL)  # ENV NAME value
FROM = later(r"\s*(?P<image>\S+)(?:\s+[aA][sS]\s+(?P<stage>\S+))?")
BASE = "org.opencontainers.image.base.name"  # https://github.com/opencontainers/image-spec/blob/main/annotations.md
MOUNT = later(r"(?:^|,)from=(?P<image>[^,\s]+)")
SHELL = later(r"(?:\S*/)?(?:ba|da|z|a|k)?sh(?:\s+-\S+)*")
HEALTHCHECK = later(r"\s*(?:--\S+\s+)*CMD\s+")
SHEBANG = later(r"\s*#!(?!.*sh\b)")
HEREDOC = later(r"<<-?[\"']?[\w.-]+[\"']?")

Scope = dict[str, list[Value]]


def extract(document: Document) -> Iterator[Mention]:
    """Uses first: a use tells better than a variable's name what the variable's digits are."""
    if document.path.endswith(".dockerignore"):
        return
    used: dict[tuple[int, int, str], Mention] = {}
    named: dict[tuple[int, int, str], Mention] = {}
    for mention, by_name in _read(document):
        key = (mention.start, mention.end, mention.subject)
        if by_name:
            named.setdefault(key, mention)
        elif key not in used or mention.notation in ("exact", "=="):
            used[key] = mention
    yield from used.values()
    for mention in named.values():
        inside = [m for m in used.values() if mention.start <= m.start < mention.end]
        if all(m.subject.startswith(mention.subject + "-") for m in inside):  # MXNET_VERSION of mxnet-cu101
            yield mention


def _read(document: Document) -> Iterator[tuple[Mention, bool]]:
    """Each mention, and whether a variable's name alone tells its subject."""
    stages: dict[str, Scope] = {}
    count = 0
    globals_: Scope = {}
    scope, fixed = globals_, set[str]()  # `fixed` are set by ENV: an ARG does not change them any more
    for entry in dockerfile.read(document.text):
        if entry.name == "FROM":
            if not (match := FROM.match(entry.value.text)):
                continue
            whole = entry.value.slice(*match.span("image"))
            scope, fixed = dict(stages.get(match["image"].lower(), {})), set()
            if match["image"].lower() not in stages:
                for mention in _image(whole, globals_, "FROM"):
                    yield mention, False
            names = (str(count), (match["stage"] or "").lower())  # COPY --from takes a stage's number, too
            stages |= dict.fromkeys(names, scope)
            count += 1
        elif entry.name in ("ARG", "ENV"):
            yield from ((m, True) for m in _define(entry, scope, globals_, fixed))
        elif entry.name in ("COPY", "ADD", "RUN"):
            for where, source in _sources(entry):
                if source.text.lower() not in stages:
                    yield from ((m, False) for m in _image(source, globals_ | scope, where))
            if entry.name == "RUN":
                yield from ((m, False) for m in _run(entry, scope))
            else:
                yield from ((m, False) for m in paths.read(entry.value, entry.name))
        elif entry.name in ("CMD", "ENTRYPOINT", "HEALTHCHECK"):
            yield from ((m, False) for m in _run(entry, scope))
        elif entry.name in ("WORKDIR", "VOLUME"):
            yield from ((m, False) for m in paths.read(entry.value, entry.name))
        elif entry.name == "LABEL":
            yield from ((m, True) for m in _labels(entry, scope))


def _image(source: Value, scope: Scope, where: str) -> Iterator[Mention]:
    for value in parameter.expand(source, lambda name: scope.get(name, [])):
        yield from image.read(value, where)


def _sources(entry: Instruction) -> Iterator[tuple[str, Value]]:
    """The images of `COPY --from=x` and `RUN --mount=type=bind,from=x`."""
    for flag, value in entry.flags:
        if flag == "from":
            yield f"{entry.name} --from", value
        elif flag == "mount" and (match := MOUNT.search(value.text)):
            yield "RUN --mount from", value.slice(*match.span("image"))


def _define(entry: Instruction, scope: Scope, globals_: Scope, fixed: set[str]) -> Iterator[Mention]:
    """Put what ARG or ENV defines into the scope; the mentions of the variables that are named after a subject."""
    before = dict(scope)
    for name, written in _pairs(entry):
        if entry.name == "ARG" and name in fixed:
            continue
        if written is None:
            if name in globals_ and scope is not globals_:
                scope[name] = globals_[name]
            continue
        source = f"{entry.name} {name}"
        values = parameter.expand(written, lambda key: before.get(key, []))
        scope[name] = [_from(source, value) for value in values]
        if entry.name == "ENV":
            fixed.add(name)
        for value in values:
            yield from variable.read(name, value, source)
            yield from paths.read(value, source)


def _labels(entry: Instruction, scope: Scope) -> Iterator[Mention]:
    """What a label says: `python_version`, `com.nvidia.cuda.version`, and the image that OCI's annotation calls the base."""
    for name, written in _pairs(entry):
        ends = name.split(".")
        last = ".".join(ends[-2:]) if ends[-1] == "version" else ends[-1]
        if written is not None and setting.subject_of(last)[0] in NEEDLES:
            for value in parameter.expand(written, lambda key: scope.get(key, [])):
                yield from variable.read(last, value, f"LABEL {name}")
        elif written is not None and name == BASE:
            for value in parameter.expand(written, lambda key: scope.get(key, [])):
                yield from (m for m in image.read(value, f"LABEL {name}") if m.version)


def _from(source: str, value: Value) -> Value:
    """The value with the way that led to each of its pieces."""
    pieces = (piece._replace(via=f"{source}, from {piece.via}" if piece.via else source) for piece in value.pieces)
    return Value(value.text, tuple(pieces))


def _pairs(entry: Instruction) -> Iterator[tuple[str, Value | None]]:
    text = entry.value.text
    if entry.name == "ENV" and (match := OLD.fullmatch(text)):
        yield match["name"], _unquoted(entry.value.slice(*match.span("value")))
        return
    at = 0
    while match := PAIR.match(text, at):
        yield match["name"], None if match["value"] is None else _unquoted(entry.value.slice(*match.span("value")))
        at = match.end()


def _unquoted(value: Value) -> Value:
    text = value.text
    quoted = len(text) > 1 and text[0] in "\"'" and text.find(text[0], 1) == len(text) - 1
    return value.slice(1, len(text) - 1) if quoted else value


def _run(entry: Instruction, scope: Scope) -> Iterator[Mention]:
    def lookup(name: str) -> list[Value]:
        return scope.get(name, [])

    given, written = entry.value, entry.written
    if check := HEALTHCHECK.match(given.text):
        given = given.slice(check.end(), len(given.text))
        written = written.slice(given.start - written.start, len(written.text))
    words = dockerfile.exec_form(given)
    yield from shell.read(command.line(words) if words else written, entry.name, lookup)
    fed = HEREDOC.sub("", entry.value.text).strip()
    if not fed or SHELL.fullmatch(fed):
        for body in entry.bodies:
            if not SHEBANG.match(body.text):
                yield from shell.read(body, "RUN", lookup)

