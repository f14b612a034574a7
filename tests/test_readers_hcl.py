"""Attributes of HCL and the paths to them."""

from __future__ import annotations

import pytest

from pinlint.readers import hcl


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('a = "1" # "2"\n', ["a=1"], id="comment"),
        pytest.param('variable "x" {\n default = "3.9"\n}\n', ["variable.x.default=3.9"], id="block"),
        pytest.param('args = {\n A = "1"\n "B" : "2"\n}\n', ["args.A=1", "args.B=2"], id="object"),
        pytest.param('a = ["1", "2",]\nb = "3"', ["a=1", "a=2", "b=3"], id="list"),
        pytest.param('a = [{ b = "1" }, { b = "2" }]', ["a.b=1", "a.b=2"], id="objects-in-a-list"),
        pytest.param('a = x ? "1" : "2"\n', [], id="expression"),
        pytest.param('a = <<-END\n b = "1"\n END\nc = "2"\n', ["c=2"], id="heredoc"),
        pytest.param('}} a = "1', [], id="broken"),
    ],
)
def test_read(text: str, expected: list[str]) -> None:
    assert [f"{'.'.join(a.path)}={a.value.text}" for a in hcl.read(text)] == expected
