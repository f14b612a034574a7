"""Places that are spelled otherwise from a release on: another name of a file, a tag with other words in it.

Nothing but the digits of a place is ever written, so that a version of the other era has no safe text there.
"""

from __future__ import annotations

from collections.abc import Callable

from pinlint import ranges
from pinlint.precision import dotted, download
from pinlint.spelling import Notation

Write = Callable[[str, str], "str | None"]


def _until(release: tuple[int, ...], write: Write, why: str) -> Notation:
    """What a place says for versions before `release`, from which on it would be spelled otherwise."""
    return _while(lambda version: ranges.numbers(version) < release, write, why)


def _since(release: tuple[int, ...], write: Write, why: str) -> Notation:
    """What a place says from `release` on, before which it would be spelled otherwise."""
    return _while(lambda version: ranges.numbers(version) >= release, write, why)


def _while(spelled: Callable[[str], bool], write: Write, why: str) -> Notation:
    def written(version: str, text: str) -> str | None:
        text_ = write(version, text)
        return text_ if text_ == text or spelled(version) else None

    return Notation(str, written, written, why=why)


# CMake's files are called -Linux- before 3.20, -linux- from then on: https://cmake.org/cmake/help/latest/release/3.20.html
RENAMED = "CMake's files are named otherwise from 3.20 on"
# Tags of nvidia/cuda say cudnn8 up to CUDA 12.4.0, and cudnn alone from 12.4.1 on; cudnn9 stands in those of 12.3.2 alone.
NUMBERED = "NVIDIA's tags say cudnn without a number from CUDA 12.4.1 on, and with one before"
NINTH = "NVIDIA's tags say cudnn9 for CUDA 12.3.2 alone"
LINED = "the name of cuDNN's package says the line of CUDA releases, too, from cuDNN 9 on"
UNNAMED = "NVIDIA's tags name their operating system from CUDA 11.1 on"
SUPPORTED_LONG = "PyTorch has published wheels with long-term support for 1.8 alone"
RELEASES = "such a page is made for releases alone"
FREE = "there is no free-threaded build of a Python before 3.13"

ERAS: dict[str, Notation] = {
    "old-cmake": _until((3, 20), download, RENAMED),
    "old-cmake-series": _until((3, 20), dotted, RENAMED),
    "cuda-numbered": _until((12, 4, 1), dotted, NUMBERED),  # nvidia/cuda:11.3.1-cudnn8-devel-ubuntu20.04
    "cuda-bare": _since((12, 4, 1), dotted, NUMBERED),  # nvidia/cuda:12.6.3-cudnn-devel-ubuntu22.04
    "cuda-unnamed": _until((11, 1), dotted, UNNAMED),  # nvidia/cuda:11.0-base
    "cudnn-numbered": _until((9,), dotted, NINTH),  # the 8 of nvidia/cuda:11.3.1-cudnn8-devel
    "cudnn-plain": _until((9,), dotted, LINED),  # libcudnn8
    "cudnn-lined": _since((9,), dotted, LINED),  # libcudnn9-cuda-12
    "long-term": _while(lambda version: False, dotted, SUPPORTED_LONG),  # the index whl/lts/1.8/cpu
    "release-page": _while(ranges.plain, dotted, RELEASES),  # data.pyg.org/whl/torch-2.1.0+cu118.html
    "free-threaded": _since((3, 13), dotted, FREE),  # 3.13t
}
