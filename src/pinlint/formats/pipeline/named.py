"""Settings in files of no known shape, told by their names alone: `python_version: "3.9"`, `cuda_version: cu118`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import assignment, conda_spec, image, paths, requirement, runtime, setting
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.readers.tree import Mapping, Node, Scalar
from pinlint.tables.images import WORDS
from pinlint.tables.names import NEEDLES

LARGEST = 100_000  # characters; what is larger is data
TELLS = later(
    r"(?i)(?:python|cuda|cudnn|torch|node|ubuntu|uv|pip|poetry|go|tensorflow)_?-?ver|runtime|image|img\b"
    r"|/python3|/cuda-\d|\bcu\d{3}\b|fxversion|^[ \t]*[\"']?(?:build_dependencies|runtime_env|(?:pip|python|pypi)_packages)[\"']?:",
    re.MULTILINE,
)
DATA = later(
    r"(?i)(?:^|/)(?:tests?|testing|test[-_]?data|testing[-_]data|fixtures|__snapshots__|cassettes|data|docs?"
    r"|results?|outputs?|logs?|checkpoints?|mlruns|wandb)/"
)
# A run writes down what it ran with: Hugging Face's in the configuration of each model, others beside the time or the commit.
RECORD = later(r"(?i)transformers_version|.*commit[-_]?(?:hash|sha)|timestamp")
RUNTIMES = frozenset(("runtime", "linuxFxVersion", "linux_fx_version"))
# Lists of requirements: MLflow's python_env.yaml, the runtime environments of Ray, packages of many a runner.
PACKAGES = frozenset("build_dependencies pip pip_packages python_packages pypi_packages".split())
SPECS = ".conda.dependencies"
ROW = "]."  # a place in a row of a list
TOOLS = frozenset("uv pip setuptools poetry ruff black mypy pdm hatch conda miniconda java ruby rust helm kubectl terraform".split())
KNOWN = frozenset(NEEDLES) | TOOLS | setting.PACKAGES


def told(document: Document) -> bool:
    """Whether a file may hold such a setting at all; what tests and pages are fed with sets none."""
    text = document.text
    return len(text) < LARGEST and TELLS.search(text) is not None and not DATA.search(document.path)


def read(root: Node) -> Iterator[Mention]:
    """What the settings say. Rows of a list, and a name that says several versions, are a table: it may list anything."""
    columns: dict[tuple[str, str], list[Mention]] = {}
    records: set[str] = set()
    for where, key, node in root.walk():
        if not isinstance(node, Scalar):
            if isinstance(node, Mapping):
                yield from variable(node, where)
                records.update({where} if any(RECORD.fullmatch(name.text) for name, _ in node.items()) else ())
        elif where.rpartition(".")[0] in records:
            continue
        elif key in RUNTIMES and "|" in node.text:  # PYTHON|3.9 means one thing wherever it stands
            yield from runtime.read(node.value(), where)
        elif setting.IMAGE.search(key) and image.tells(node.text):
            yield from (m for m in image.read(node.value(), where) if m.version)
        elif ROW not in where:
            for mention in _setting(key, node, where):
                if mention.version:
                    columns.setdefault((key, mention.subject), []).append(mention)
    for (key, _), column in columns.items():
        single = [m for m in column if m.item is None]
        if len({(m.text, m.notation) for m in single}) < 2:
            # All of them move or none: were one alone put right, the name would say several versions.
            tied = f"{key}@{single[0].start}" if len(single) > 1 else ""
            yield from (m if m.item else m._replace(tied=tied) for m in column)


def _setting(key: str, node: Scalar, where: str) -> Iterator[Mention]:
    key = key.rpartition(".")[2]  # editors have `python.analysis.pythonVersion`
    listed = where.endswith("]")
    value = node.value("", where.rpartition("[")[0] if listed else "")
    if listed and key in PACKAGES and requirement.bounded(value.text):
        yield from requirement.read(node.value(), where)
    elif listed and where.rpartition("[")[0].endswith(SPECS):
        yield from conda_spec.read(node.value(), where)
    elif key in RUNTIMES:
        yield from runtime.read(value, where)
    elif setting.IMAGE.search(key):
        words = WORDS.values()  # of an image that is not known, the words of its tag are
        yield from (m for m in image.read(value, where) if m.subject in words)
    elif setting.subject_of(key)[0] in KNOWN or setting.WHEEL_TAG.fullmatch(value.text):
        yield from setting.read(key, value, where)
    elif "/" in value.text:
        yield from paths.read(value, where)


def variable(node: Mapping, where: str) -> Iterator[Mention]:
    """`{name: PYTHON_VERSION, value: "3.7"}`, as an environment is often listed."""
    name, said = node["name"] or node["key"], node["value"]
    if isinstance(name, Scalar) and isinstance(said, Scalar) and setting.subject_of(name.text)[0] in KNOWN:
        yield from assignment.read(name.text, said.value(), f"{where}.value")
