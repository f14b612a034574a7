"""What any command is told by name: `make PYTHON_VERSION=3.7`, `cmake -DCUDA_VERSION=11.3`, `./build.sh --python-version 3.7`."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import assignment, runtime, setting
from pinlint.model import Mention
from pinlint.patterns import later
from pinlint.tables.names import NEEDLES
from pinlint.value import Value

GIVEN = later(r"(?:-[De])?(?P<name>[A-Za-z_]\w*)(?::STRING)?=(?P<value>[^\s=].*)")
OPTION = later(r"--?(?P<name>runtime|linux-fx-version|python|[a-z][a-zA-Z_-]*?[-_]?[vV]er(?:sion)?)(?:=(?P<value>\S+))?")

RUNTIMES = ("runtime", "linux-fx-version")


def read(words: list[Value], where: str, *, options: bool = True) -> Iterator[Mention]:
    """The versions that the arguments of an unknown command give to a variable or an option named after a subject.

    Without `options` only what is written like an assignment counts: `echo "PYTHON_VERSION=3.7" >> $GITHUB_ENV`.
    """
    for at, word in enumerate(words):
        if options and (match := OPTION.fullmatch(word.text)):
            given = word.slice(*match.span("value")) if match["value"] else words[at + 1] if at + 1 < len(words) else None
            if given is None:
                continue
            if match["name"] in RUNTIMES:
                yield from runtime.read(given, f"{where} --{match['name']}")
            elif match["name"] == "runtime-version":  # of `az functionapp create --runtime python`
                if any(other.text == "python" for other in words):
                    yield from setting.stated(given, "python", f"{where} --runtime-version")
            elif setting.subject_of(match["name"])[0] in NEEDLES:
                found = setting.read(match["name"], given, f"{where} --{match['name']}")
                yield from (m for m in found if m.version)
        elif (match := GIVEN.fullmatch(word.text)) and setting.subject_of(match["name"])[0]:
            yield from assignment.read(match["name"], word.slice(*match.span("value")), f"{where} {match['name']}=".strip())
