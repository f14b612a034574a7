"""Travis CI (`.travis.yml`): languages' versions, rows of jobs, environment variables and scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pinlint.formats.pipeline import source
from pinlint.formats.pipeline.alike import listed
from pinlint.formats.pipeline.blocks import script
from pinlint.formats.pipeline.rows import repeated, vary
from pinlint.fragments import setting, shell, variable
from pinlint.model import Document, Mention, promised
from pinlint.patterns import later
from pinlint.readers.tree import Mapping, Node, Scalar, Sequence

FILES = (".travis.yml", ".travis.yaml")
LANGUAGES = {"python": "python", "node_js": "node", "go": "go", "rvm": "ruby", "php": "php", "julia": "julia"}
SCRIPTS = (
    "before_install", "install", "before_script", "script", "after_success", "after_failure", "before_deploy",
    "after_deploy", "after_script",
)
ASSIGNED = later(r"""(?P<name>[A-Za-z_]\w*)=(?P<quote>["']?)(?P<value>[^\s"']*)""")


def extract(document: Document) -> Iterator[Mention]:
    """The mentions of what all jobs share, then of the rows that add jobs."""
    return source.read(document, lambda root: _config(root, document.text))


def _config(root: Node, text: str) -> Iterator[Mention]:
    rows: list[Node] = [row for key in ("jobs", "matrix") for row in root[key]["include"] if isinstance(row, Mapping)]
    beside = any(row[language] for row in rows for language in LANGUAGES)
    found = list(_beside(_job(root, ""), "jobs.include") if beside else _alone(_job(root, "", "python"), root))
    several = len(rows) > 1 or any(len(list(root[language])) > 1 for language in LANGUAGES)
    for index, row in enumerate(rows):
        job = list(repeated(list(_job(row, f"jobs.include[{index}]."))))
        found += vary(job, "jobs.include") if several else job
    yield from listed(found, rows, text)


def _beside(found: Iterable[Mention], where: str) -> Iterator[Mention]:
    """The mentions that all jobs share, told as of one list with the rows that add jobs; its own elements stay such."""
    for each in found:
        if each.item is None or each.where not in LANGUAGES:
            yield from vary([each], where)
        else:
            name = f"{where}.{each.where}"
            element = each._replace(where=name, item=each.item._replace(list=name))
            yield promised(element) if each.where == "python" else element


def _alone(found: Iterable[Mention], root: Node) -> Iterator[Mention]:
    """The mentions of a file whose only list of Pythons is its own, which owes all of them: none runs environments of tox."""
    tox = any("TOXENV" in node.text for _, _, node in root["env"].walk() if isinstance(node, Scalar))
    for each in found:
        yield promised(each) if each.where == "python" and not tox else each


def _assigned(node: Scalar, path: str) -> Iterator[Mention]:
    """The variables of one line of `env`: each line of a list is a job of its own."""
    value = node.value()
    for match in ASSIGNED.finditer(value.text):
        yield from variable.read(match["name"], value.slice(*match.span("value")), f"{path}.{match['name']}")


def _job(job: Node, where: str, single: str = "") -> Iterator[Mention]:
    """The mentions of one job, or of what all share; `single` is the language of which one version is a list of one."""
    for key, subject in LANGUAGES.items():
        listed = f"{where}{key}" if isinstance(job[key], Sequence) or key == single else ""
        for scalar in job[key].scalars():
            yield from setting.stated(scalar.value("", listed), subject, f"{where}{key}")
    for path, _, node in job["env"].walk(f"{where}env"):
        if isinstance(node, Scalar):
            found = _assigned(node, path)
            yield from vary(found, f"{where}env") if path.endswith("]") and "global" not in path else found
    for path, key, node in job["deploy"].walk(f"{where}deploy"):
        if isinstance(node, Scalar) and key in LANGUAGES and ".on." in path:
            yield from setting.stated(node.value(), LANGUAGES[key], path)
    for key in SCRIPTS:
        if job[key]:
            yield from shell.read(script(job[key]), f"{where}{key}")
