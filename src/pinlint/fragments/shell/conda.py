"""`conda install`, `conda create`, and the same of mamba, micromamba and pixi."""

from __future__ import annotations

from collections.abc import Iterator

from pinlint.fragments import conda_spec
from pinlint.fragments.shell.arguments import parse, values
from pinlint.model import Mention
from pinlint.value import Value

TAKES = frozenset(
    """
    -n --name -p --prefix -c --channel -f --file --solver --clone --subdir --platform --repodata-fn -r --root-prefix
    --environment --feature -e --manifest-path --experimental-solver --root --log-level --rc-file
    """.split()
)
VERBS = ("install", "create", "update", "upgrade", "add")


def conda(words: list[Value], where: str, role: str) -> Iterator[Mention]:
    """The specs of an `install` or `create`; an update says nothing by leaving a version out."""
    verb = words[0].text if words else ""
    if verb == "global":
        words, verb = words[1:], "install"
    if verb not in VERBS:
        return
    arguments = parse(words[1:], TAKES)
    if values(arguments, "--clone"):
        return
    labels = [m for v in values(arguments, "-c", "--channel") for m in conda_spec.channel(v, where, role)]
    yield from labels
    for operand in arguments.operands:
        for found in conda_spec.read(operand, where, role):
            said = verb in ("update", "upgrade") or labels and found.subject == "cuda"
            if found.notation != "floating" or not said:
                yield found
