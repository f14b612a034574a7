"""Python code that chooses an image or a runtime, as Modal's, SageMaker's and the CDK's does; read when pins.toml asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint import notations
from pinlint.formats import noxfile, python_tasks, setup_py
from pinlint.fragments import conda_spec, image, requirement, runtime, setting, shell
from pinlint.model import Document, Mention, Unreadable
from pinlint.patterns import later
from pinlint.readers import python
from pinlint.readers.python_source import Call
from pinlint.readers.tree import Scalar
from pinlint.value import mention, of

FILES = ("*.py",)
TOLD = later(r"modal|sagemaker|aws_cdk|aws_lambda|bentoml|docker")
IMAGES = frozenset(("from_registry", "from_docker_image"))
PIP = frozenset(("pip_install", "uv_pip_install"))
CONDA = frozenset(("micromamba_install", "conda_install"))
PYTHONS = frozenset(("python_version", "add_python", "py_version"))
OWN = {"setup.py": setup_py.extract, "noxfile.py": noxfile.extract} | dict.fromkeys(python_tasks.FILES, python_tasks.extract)
RUNTIME = later(r"\bRuntime\.PYTHON_(?P<version>3_\d{1,2})\b")


def extract(document: Document) -> Iterator[Mention]:
    """The calls of libraries that build images, by the names of what they call; any other code says nothing."""
    if own := OWN.get(document.path.rpartition("/")[2]):
        yield from own(document)
        return
    if not TOLD.search(document.text):
        return
    try:
        source = python.read(document.text)
    except Unreadable:  # whatever runs this file will say so
        return
    for call in source.calls:
        yield from _call(call)
    for match in RUNTIME.finditer(document.text):
        value = of(document.text, *match.span("version"))
        said = notations.read("underscored", value.text)
        yield mention(value, 0, len(value.text), "python", "underscored", "uses", "Runtime", version=said)


def _call(call: Call) -> Iterator[Mention]:
    verb = call.name.rpartition(".")[2]
    where = f"{call.function} {verb}".strip()
    texts = [argument.value() for argument in call.arguments if isinstance(argument, Scalar)]
    if verb in IMAGES:
        for text in texts[:1]:
            yield from image.read(text, where)
    elif verb in PIP:
        for text in texts:
            yield from requirement.read(text, where)
    elif verb in CONDA:
        for text in texts:
            yield from conda_spec.read(text, where)
    elif verb == "run_commands":
        for text in texts:
            yield from shell.read(text, where)
    for key, node in call.keywords.items():
        if isinstance(node, Scalar) and key.text in PYTHONS:
            yield from setting.stated(node.value(), "python", f"{where} {key.text}")
        elif isinstance(node, Scalar) and key.text == "runtime":
            yield from runtime.read(node.value(), f"{where} {key.text}")
        elif isinstance(node, Scalar) and setting.IMAGE.search(key.text) and ":" in node.text:
            yield from image.read(node.value(), f"{where} {key.text}")
