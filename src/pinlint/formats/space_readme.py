"""`README.md` of a Hugging Face Space: the Python and the SDK in its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pinlint.fragments import version
from pinlint.model import Document, Mention
from pinlint.patterns import later
from pinlint.value import of

FILES = ("README.md",)
FRONT = later(r"---[ \t]*\r?\n(?P<matter>(?:(?!---)[^\n]*\n)*)---")
SDK = later(r"^sdk:[ \t]*[\"']?(?P<sdk>gradio|streamlit|docker|static)\b", re.MULTILINE)
KEY = later(
    r"^(?P<key>python_version|sdk_version):[ \t]*(?P<quote>[\"']?)(?P<version>\d+(?:\.\d+)*)(?P=quote)[ \t]*"
    r"(?:#[^\n]*)?\r?$",
    re.MULTILINE,
)


def extract(document: Document) -> Iterator[Mention]:
    front = FRONT.match(document.text)
    sdk = SDK.search(front["matter"]) if front else None
    if front is None or sdk is None:
        return
    for match in KEY.finditer(front["matter"].replace("\r", " ")):
        python = match["key"] == "python_version"
        if not python and sdk["sdk"] not in ("gradio", "streamlit"):
            continue
        start = front.start("matter") + match.start("version")
        value = of(document.text, start, start + len(match["version"]), plain="" if match["quote"] else '"')
        yield from version.read(
            value, "python" if python else sdk["sdk"], match["key"], exact="dotted" if python else "exact"
        )
