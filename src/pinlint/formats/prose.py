"""Markdown and reStructuredText: shell blocks, badges, and sentences that name a version; read when pins.toml asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import shell
from pinlint.model import Document, Mention
from pinlint.names import canonical
from pinlint.patterns import later
from pinlint.value import Value, mention, of

FILES = ("*.md", "*.markdown", "*.rst")

FENCE = later(r"^([ \t]*)(`{3,}|~{3,})[ \t]*(\w*)[^\n]*\n", re.MULTILINE)
DIRECTIVE = later(r"^([ \t]*)\.\. code(?:-block)?:: *(\w*)[^\n]*\n", re.MULTILINE)
SHELL = frozenset(["bash", "sh", "shell", "console", "zsh", "shell-session", "cmd", "powershell", "terminal"])
PROMPT = later(r"^([ \t]*)(?:\$|>|\(\w+\) \$)[ \t]+", re.MULTILINE)
NUMBER = r"(?P<version>\d+(?:\.\d+)+)"
SENTENCE = later(
    rf"(?<![\w.])(?P<name>Python|CUDA|cuDNN|PyTorch|TensorFlow|Ubuntu|Node(?:\.js)?|pip|setuptools|pip-tools)"
    rf"(?:\*\*|`)? (?:version )?(?P<lower>>= ?|≥ ?)?v?{NUMBER}(?P<plus>\+)?(?![\w-])"
)
BADGE = later(rf"/badge/(?P<name>\w+)-(?P<lower>%3E%3D|>=)?v?{NUMBER}(?P<plus>\+|%2B)?[-_]")


def extract(document: Document) -> Iterator[Mention]:
    """Labels, all of them: advice, fixed along."""
    text = document.text
    for block in (*_fenced(text), *_directives(text)):
        for found in shell.read(block, "code block"):
            yield found._replace(role="label" if found.role == "uses" else found.role)
    for pattern, where in ((SENTENCE, "prose"), (BADGE, "badge")):
        for match in pattern.finditer(text):
            subject = canonical(match["name"].removesuffix(".js"))
            lower = match["lower"] or match["plus"]
            yield mention(
                of(text, *match.span("version")), 0, len(match["version"]), subject, ">=" if lower else "dotted",
                "floor" if lower else "label", where, version=match["version"],
            )


def _fenced(text: str) -> Iterator[Value]:
    at = 0
    while opening := FENCE.search(text, at):
        closing = re.compile(rf"^[ \t]*{re.escape(opening[2])}[ \t]*\r?$", re.MULTILINE).search(text, opening.end())
        end = closing.start() if closing else len(text)
        if opening[3].lower() in SHELL:
            yield _script(text, opening.end(), end)
        at = closing.end() if closing else len(text)


def _directives(text: str) -> Iterator[Value]:
    for opening in DIRECTIVE.finditer(text):
        if opening[2].lower() not in SHELL:
            continue
        end = opening.end()
        for line in re.compile(r"[^\n]*\n?").finditer(text, opening.end()):
            bare = line[0].strip()
            if not line[0] or bare and len(line[0]) - len(line[0].lstrip()) <= len(opening[1]):
                break
            end = line.end()
        yield _script(text, opening.end(), end)


def _script(text: str, start: int, end: int) -> Value:
    """The block with prompts masked, so that commands begin their line."""
    masked = PROMPT.sub(lambda m: " " * len(m[0]), text[start:end])
    whole = of(text, start, end)
    return whole._replace(text=masked, pieces=tuple(p._replace(text=masked) for p in whole.pieces))
