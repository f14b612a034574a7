"""Hooks of pre-commit (`.pre-commit-config.yaml`): revisions, dependencies, languages, and versions in arguments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint import names
from pinlint.formats.pipeline import source
from pinlint.fragments import commit, image, requirement, shell, targets, version
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.readers.tree import Node, Scalar, Sequence
from pinlint.tables.hooks import PREFIXES, REPOSITORIES, SHARED, SUFFIXES
from pinlint.value import Value, mention

FILES = (".pre-commit-config.yaml", ".pre-commit-config.yml", ".pre-commit-config-*.yaml")
TAG = later(r"(?:[A-Za-z][\w-]*-)?[vV]?(?P<version>\d+(?:\.\d+)*(?:[.-]?(?:a|b|rc|alpha|beta|post|dev)[.-]?\d+)?)")
FLOATING = later(r"main|master|stable|latest|HEAD")
REPOSITORY = later(r".*[/:](?P<owner>[\w.-]+)/(?P<name>[\w.-]+?)(?:\.git)?/?")
INTERPRETER = later(r"(?:python(?P<named>\d+\.\d+(?:\.\d+)*)|(?P<bare>3\.\d+(?:\.\d+)*))")
NODE = later(r"(?P<name>@?[\w.-]+(?:/[\w.-]+)*)@(?P<version>[\^~]?v?\d[\w.-]*|latest)")


def extract(document: Document) -> Iterator[Mention]:
    """The mentions of each repository's hooks, then of the settings of all."""
    return source.read(document, lambda root: _config(root, document.text))


def _config(root: Node, document: str) -> Iterator[Mention]:
    old = isinstance(root, Sequence)  # before pre-commit 1.0, the list of repositories was the file
    for index, repo in enumerate(root if old else root["repos"]):
        yield from _repository(repo, document, f"repos[{index}]")
    for key, node in root["default_language_version"].items():
        yield from _language(key.text, node, f"default_language_version.{key.text}")
    minimum = root["minimum_pre_commit_version"]
    if isinstance(minimum, Scalar) and re.fullmatch(r"\d+(?:\.\d+)*", minimum.text):
        yield mention(
            minimum.value(), 0, len(minimum.text), "pre-commit", ">=", "floor", "minimum_pre_commit_version",
            version=minimum.text,
        )


def _repository(repo: Node, document: str, where: str) -> Iterator[Mention]:
    subject = package(repo["repo"].text)
    rev = repo["rev"] or repo["sha"]
    if subject and isinstance(rev, Scalar):
        yield from _revision(rev.value(), subject, document, f"{where}.rev")
    for index, hook in enumerate(repo["hooks"]):
        path = f"{where}.hooks[{index}]"
        yield from _hook(hook, subject, path)


def package(url: str) -> str:
    """The package whose version the tags of a hook's repository are; empty for `local` and `meta`."""
    match = REPOSITORY.fullmatch(url) if len(url) < 300 else None
    if match is None:
        return ""
    whole, name = f"{match['owner']}/{match['name']}".lower(), match["name"].lower()
    if whole in REPOSITORIES:
        return REPOSITORIES[whole]
    if name in SHARED:
        return names.canonical(whole)
    for prefix in PREFIXES:
        name = name.removeprefix(prefix)
    for suffix in SUFFIXES:
        name = name.removesuffix(suffix)
    return names.canonical(name)


def _revision(value: Value, subject: str, document: str, where: str) -> Iterator[Mention]:
    text = value.text
    if commit.HASH.fullmatch(text):
        if said := commit.version(value, document):
            yield mention(
                said, 0, len(said.text), subject, "exact", "uses", where, version=said.text, frozen=commit.FROZEN
            )
    elif len(text) < 100 and (match := TAG.fullmatch(text)):
        yield mention(value, *match.span("version"), subject, "exact", "uses", where, version=match["version"])
    elif FLOATING.fullmatch(text):
        yield mention(value, 0, len(text), subject, "floating", "uses", where)


def _hook(hook: Node, subject: str, where: str) -> Iterator[Mention]:
    for index, scalar in enumerate(hook["additional_dependencies"].scalars()):
        yield from _dependency(scalar.value(), f"{where}.additional_dependencies[{index}]")
    yield from _language("", hook["language_version"], f"{where}.language_version")
    yield from targets.read([s.value("", f"{where}.args") for s in hook["args"].scalars()], f"{where}.args")
    if isinstance(hook["entry"], Scalar):
        entry = hook["entry"].value()
        if hook["language"].text == "docker_image":
            words = re.match(r"\s*[^\s]+", entry.text)
            yield from image.read(entry.slice(*words.span()), f"{where}.entry") if words else ()
        elif hook["language"].text not in ("pygrep", "fail"):
            yield from shell.read(entry, f"{where}.entry")


def _dependency(value: Value, where: str) -> Iterator[Mention]:
    match = NODE.fullmatch(value.text) if len(value.text) < 200 else None
    if match is None:
        yield from requirement.read(value, where)
        return
    subject = names.canonical(match["name"])
    yield from version.read(value.slice(*match.span("version")), subject, where, exact="exact")


def _language(language: str, node: Node, where: str) -> Iterator[Mention]:
    """`python3.11`; `3.11` is Python as well. Other languages only where they are named."""
    if not isinstance(node, Scalar):
        return
    value = node.value()
    match = INTERPRETER.fullmatch(value.text)
    if match and language in ("", "python"):
        span = match.span(match.lastgroup or 0)
        yield mention(value, *span, "python", "dotted", "uses", where, version=value.text[slice(*span)])
    elif language not in ("", "python") and re.match(r"\d", value.text):
        yield from version.read(value, language, where)
