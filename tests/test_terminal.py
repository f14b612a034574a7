"""What only a person at a terminal gets: colours, and a line that counts the files of a long scan."""

from __future__ import annotations

import io
import sys

import pytest

from pinlint.report import colour, progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "stream", "wanted"),
    [
        pytest.param({}, Terminal(), True, id="a terminal"),
        pytest.param({}, io.StringIO(), False, id="a pipe"),
        pytest.param({"TERM": "dumb"}, Terminal(), False, id="a terminal that knows no codes"),
        pytest.param({"FORCE_COLOR": "1"}, io.StringIO(), True, id="asked for"),
        pytest.param({"NO_COLOR": "1"}, Terminal(), False, id="not wanted"),
        pytest.param({"NO_COLOR": "1", "FORCE_COLOR": "1"}, Terminal(), False, id="not wanted, and asked for"),
    ],
)
def test_colours(environment: dict[str, str], stream: io.StringIO, wanted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm", "WT_SESSION": "", **environment}.items():
        monkeypatch.setenv(name, value)
    assert colour.wanted(stream) is wanted
    assert colour.paint("a", "bold", wanted) == ("\x1b[1ma\x1b[0m" if wanted else "a")
    assert colour.paint("", "bold", True) == ""


@pytest.mark.parametrize(
    ("stream", "patience", "shown"),
    [
        pytest.param(Terminal(), 0.0, "\r1 of 2 files\x1b[K\r2 of 2 files\x1b[K\r\x1b[K", id="a terminal, and a long scan"),
        pytest.param(Terminal(), 60.0, "", id="a short one"),
        pytest.param(io.StringIO(), 0.0, "", id="a pipe"),
    ],
)
def test_progress(stream: io.StringIO, patience: float, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr(progress, "PAUSE", 0.0)
    monkeypatch.setattr(sys, "stderr", stream)
    assert list(progress.watched(["a", "b"])) == ["a", "b"]
    assert stream.getvalue() == shown
