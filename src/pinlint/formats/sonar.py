"""`sonar-project.properties`: the Pythons that SonarQube takes the code for; several are those that are supported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import listing, version
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import of

FILES = ("sonar-project.properties", ".sonarcloud.properties")
PYTHON = later(r"^[ \t]*sonar\.python\.version[ \t]*[=:][ \t]*(?P<versions>[\d., \t]*\d)", re.MULTILINE)


def extract(document: Document) -> Iterator[Mention]:
    for match in PYTHON.finditer(document.text):
        for one in listing.elements(of(document.text, *match.span("versions")), "sonar.python.version"):
            yield from version.read(one, "python", "sonar.python.version")
