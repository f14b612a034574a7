"""Python code that asserts a version: `assert torch.__version__ == "1.12.0"`, `assert "1.12." in torch.__version__`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.model import Mention
from pinlint.names import canonical
from pinlint.patterns import later
from pinlint.value import Value, mention

NUMBER = r"(?P<version>\d+(?:\.\d+)*)"
NO_ASSERTION = later(r"\s*(?:#|(?:if|elif|while)\b)|.*\bif\b.*\belse\b")
ASSERTED = (
    re.compile(rf"""(?P<name>\w+)\.__version__\s*(?P<operator>==)\s*(?P<quote>["']){NUMBER}(?P=quote)"""),
    re.compile(rf"""(?P<name>\w+)\.__version__\.startswith\(\s*(?P<quote>["']){NUMBER}\.?(?P=quote)"""),
    re.compile(rf"""(?P<quote>["']){NUMBER}\.?(?P=quote)\s+in\s+(?P<name>\w+)\.__version__"""),
)


def read(code: Value, where: str) -> Iterator[Mention]:
    """The versions that the code asserts, one line at a time; a comment or a condition asserts nothing."""
    for line in re.finditer(r"[^\n]+", code.text):
        if ".__version__" not in line[0] or NO_ASSERTION.match(line[0]):
            continue
        for pattern in ASSERTED:
            for match in pattern.finditer(code.text, *line.span()):
                notation = "exact" if "operator" in pattern.groupindex else "dotted"
                yield mention(
                    code, *match.span("version"), canonical(match["name"]), notation, "uses", where,
                    version=match["version"],
                )
