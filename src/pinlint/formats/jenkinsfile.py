"""Jenkins pipelines (`Jenkinsfile`): container images, variables, and the commands of `sh` steps."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.formats.github.labels import tags
from pinlint.fragments import assignment, image, shell
from pinlint.model import Document, Mention
from pinlint.patterns import later, within
from pinlint.value import of

FILES = ("Jenkinsfile", "Jenkinsfile.*", "Jenkinsfile-*", "*.jenkinsfile", "*.Jenkinsfile")
QUOTED = r"""(?P<quote>["'])(?P<text>[^"'\n]+)(?P=quote)"""
IMAGE = later(rf"(?<![\w.])(?:image[ \t]*[:= (]?[ \t]*|docker\.image\([ \t]*|(?:docker|agent)[ \t]+){QUOTED}")
COMMAND = later(
    r"(?<![\w.])(?:sh|bat)[ \t(]*(?:script:[ \t]*)?(?:(?P<quote>'''|\"\"\"|[\"']))"
)
SETTING = later(rf"(?<![\w.])(?P<name>[A-Za-z_]*(?i:python|cuda|version|ver)[A-Za-z_]*)[ \t]*[=:][ \t]*{QUOTED}")
KEY = later(r"""["'](?P<text>[\w.-]+)["'][ \t]*:""")
COMMENT = later(r"(?m)^[ \t]*(?://|\*|/\*).*$")
LONGEST = 50_000  # characters of a script


def extract(document: Document) -> Iterator[Mention]:
    """The mentions of each image and of each command; lines of comments say nothing."""
    text = document.text
    silent = [match.span() for match in COMMENT.finditer(text)]
    for match in IMAGE.finditer(text):
        if not within(match.start(), silent):
            yield from image.read(of(text, *match.span("text")), "image")
    for match in SETTING.finditer(text):
        if not within(match.start(), silent):
            found = list(assignment.read(match["name"], of(text, *match.span("text")), match["name"]))
            yield from found
            yield from _named(text, match.start(), found)
    for match in COMMAND.finditer(text):
        end = text.find(match["quote"], match.end(), match.end() + LONGEST)
        if end > 0 and not within(match.start(), silent):
            yield from shell.read(of(text, match.end(), end), "sh")


def _named(text: str, at: int, beside: list[Mention]) -> Iterator[Mention]:
    """The names ahead of a setting in its line, `'gpu-cuda10.0': { build(cuda_version: '10.0') }`, that repeat it."""
    for match in KEY.finditer(text, text.rfind("\n", 0, at) + 1, at):
        yield from tags(of(text, *match.span("text")), beside, "name")
