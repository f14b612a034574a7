"""`setup.py`: what the call of setup says in literals, and version guards; read by Python's parser, never run."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import notations
from pinlint.formats.metadata import lists, project
from pinlint.fragments import requirement
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.readers import python
from pinlint.readers.python_source import Source
from pinlint.readers.tree import Mapping, Node
from pinlint.value import mention

FILES = ("setup.py",)
PYTHON = later(r"[23](?:\s*,\s*\d+)+")


def extract(document: Document) -> Iterator[Mention]:
    source = python.read(document.text)
    found = list(_called(source))
    yield from found
    seen = {mention.start for mention in found}
    for text in source.listed:  # of functions that put the lists together
        if requirement.bounded(text.text):
            yield from (m for m in requirement.read(text.value(), "requirement") if m.start not in seen)


def _keywords(source: Source) -> Iterator[Node]:
    """The keywords of setup, and the dictionaries that may be handed to it by `setup(**kwargs)`."""
    for call in source.calls:
        if call.name.rpartition(".")[2] == "setup" and not call.name.startswith(".") or call.name == "dict":
            yield call.keywords
    for node in source.constants.values():
        if isinstance(node, Mapping):
            yield node


def _called(source: Source) -> Iterator[Mention]:
    """What the call of setup and the guards say."""
    for words in _keywords(source):
        yield from project.floor(words["python_requires"], "setup(python_requires)")
        yield from lists.classifiers(words["classifiers"], "setup(classifiers)")
        for key in ("install_requires", "setup_requires", "tests_require"):
            yield from lists.requirements(words[key], f"setup({key})")
        yield from lists.groups(words["extras_require"], "setup(extras_require)")
    for guard in source.guards:
        if PYTHON.fullmatch(guard.text):
            said = notations.read("tuple", guard.text)
            where = "sys.version_info"
            yield mention(guard, 0, len(guard.text), "python", "tuple", "floor", where, version=said)
