"""Which release of torch a package is built for, that its builds are looked up by."""

from __future__ import annotations

import pytest

from pinlint.published import BUILT


@pytest.mark.parametrize(
    ("package", "release", "torch"),
    [
        ("torch", (2, 0, 1), "2.0"),
        ("torchvision", (0, 14, 1), "1.13"),
        ("torchvision", (0, 15, 0), "2.0"),
        ("torchvision", (0, 20), "2.5"),
        ("torchaudio", (0, 13, 1), "1.13"),
        ("torchaudio", (2, 1, 0), "2.1"),
        ("torchaudio", (0,), "0"),
    ],
)
def test_built_for(package: str, release: tuple[int, ...], torch: str) -> None:
    assert BUILT[package](release) == torch
