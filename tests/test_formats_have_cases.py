"""Every row of docs/formats.md has its cases: a place of that format that agrees, and one that doesn't."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from pinlint.cli import main
from pinlint.formats import FORMATS, OPTIONAL

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/before"))


@pytest.fixture(scope="module")
def agreeing(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[bool]]:
    """By format, whether its places in all cases agree."""
    found: dict[str, set[bool]] = defaultdict(set)
    with pytest.MonkeyPatch.context() as patch:
        for case in CASES:
            folder = tmp_path_factory.mktemp("case") / "before"
            shutil.copytree(case / "before", folder, symlinks=True)
            patch.chdir(folder)
            listed = folder.parent / "mentions.json"
            main(["list", "--output-format", "json", "--output-file", str(listed)])
            for mention in json.loads(listed.read_text())["mentions"]:
                if mention["agrees"] is not None:
                    found[mention["format"]].add(mention["agrees"])
    return found


@pytest.mark.parametrize("name", (*FORMATS, *OPTIONAL))
def test_a_format_has_a_place_that_agrees_and_one_that_does_not(name: str, agreeing: dict[str, set[bool]]) -> None:
    assert agreeing[name] == {True, False}
