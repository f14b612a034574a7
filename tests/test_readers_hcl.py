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
        pytest.param('a = <<END\nENDS\nb = "1"\nEND \nc = "2"\n', ["c=2"], id="heredoc-to-its-own-word"),
        pytest.param('a = <<END\nb = "1"\n', [], id="heredoc-without-end"),
        pytest.param('a = ["1", { b = "2" }, "3"]\nc = "4"', ["a=1", "a.b=2", "a=3", "c=4"], id="an-object-between"),
        pytest.param('}} a = "1', [], id="broken"),
    ],
)
def test_read(text: str, expected: list[str]) -> None:
    assert [f"{'.'.join(a.path)}={a.value.text}" for a in hcl.read(text)] == expected


def test_elements_are_counted() -> None:
    found = hcl.read('a = ["1", "2"]\nb = "3"\nc = ["4"]\n')
    assert [(a.value.text, a.element) for a in found] == [("1", 0), ("2", 1), ("3", -1), ("4", 0)]
