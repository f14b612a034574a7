"""What an image reference says, and what it doesn't."""

from __future__ import annotations

import pytest

from pinlint import value
from pinlint.fragments import image


def said(text: str) -> list[str]:
    return [
        f"{m.subject} {m.text} {m.notation}{' frozen' if m.frozen else ''}"
        for m in image.read(value.of(text, 0, len(text)), "FROM")
    ]


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        pytest.param("python:3.7-buster", ["python 3.7 dotted"], id="python"),
        pytest.param("docker.io/library/python:3.13.0rc1-alpine3.20", ["python 3.13.0rc1 dotted", "alpine 3.20 dotted"], id="release-candidate"),  # noqa: E501
        pytest.param("localhost:5000/python:3.7", ["python 3.7 dotted"], id="port"),
        pytest.param("$REGISTRY/python:3.7", ["python 3.7 dotted"], id="unknown-registry"),
        pytest.param("${PREFIX}python:3.7", [], id="unknown-name"),
        pytest.param("python", ["python python floating"], id="no-tag"),
        pytest.param("python:slim", ["python slim floating"], id="no-version"),
        pytest.param("python:${V}-slim", ["python ${V} unresolved"], id="unknown-version"),
        pytest.param("acme/python:1.4.2", [], id="somebody-elses-python"),
        pytest.param("acme/python:latest", [], id="somebody-elses-latest"),
        pytest.param("kindest/node:v1.30.6", ["kubernetes-server 1.30.6 dotted"], id="a-cluster-s-node"),
        pytest.param("acme/node:v1.30.6", [], id="somebody-elses-node"),
        pytest.param("acme/builder:ubuntu1804-py38-torch1131-cu116", ["python 38 compact frozen", "cuda 116 compact-cuda frozen"], id="joined-with-unread"),  # noqa: E501
        pytest.param("acme/node:18.20.2-alpine", ["node 18.20.2 dotted"], id="somebody-s-node"),
        pytest.param("acme/builder_x86_64_cuda13_1:3", ["cuda 13_1 underscored frozen", "builder-x86-64-cuda-image 3 dotted"], id="underscored"),  # noqa: E501
        pytest.param("acme/c.ubuntu-22.04:1", ["ubuntu 22.04 dotted frozen", "c-ubuntu-image 1 dotted"], id="a-name-without-its-version"),
        pytest.param("acme/app:1.2-py3_10-cu118_2", ["app 1.2 dotted", "python 3_10 underscored", "cuda 118 compact-cuda"], id="underscored-tag"),  # noqa: E501
        pytest.param("public.ecr.aws/lambda/python:3.9.2024.05.01.10", ["python 3.9 dotted frozen"], id="lambda-day"),
        pytest.param(
            "nvcr.io/nvidia/cuda:11.3.1-cudnn8-devel-ubuntu20.04",
            ["cuda 11.3.1 cuda-numbered", "cudnn 8 cudnn-numbered", "ubuntu 20.04 dotted"],
            id="cuda",
        ),
        pytest.param("nvidia/cuda:12.6.3-cudnn-base@sha256:b3e7", ["cuda 12.6.3 cuda-bare frozen"], id="digest"),
        pytest.param("nvidia/cuda:11.0-base", ["cuda 11.0 cuda-unnamed"], id="no-system"),
        pytest.param("condaforge/miniforge3:23.10.0-1", ["miniforge3 23.10.0-1 debian"], id="revision"),
        pytest.param("condaforge/miniforge3:23.10.0", ["miniforge3 23.10.0 dotted"], id="no-revision"),
        pytest.param("continuumio/miniconda3:4.10.3p0-alpine", ["miniconda3 4.10.3 dotted frozen"], id="old-revision"),
        pytest.param("acme/serve:py38-20230426", ["python 38 compact frozen"], id="day"),
        pytest.param("python@sha256:b3e7", [], id="digest-alone"),
        pytest.param(
            "pytorch/pytorch:1.13.1-cuda11.6-cudnn8-runtime",
            ["torch 1.13.1 dotted", "cuda 11.6 dotted", "cudnn 8 dotted"],
            id="pytorch",
        ),
        pytest.param("nvcr.io/nvidia/pytorch:24.10-py3", ["ngc 24.10 dotted"], id="calendar"),
        pytest.param("mcr.microsoft.com/devcontainers/python:1-3.11-bullseye", ["python 3.11 dotted"], id="devcontainer"),
        pytest.param("mcr.microsoft.com/devcontainers/python:1-bullseye", [], id="devcontainer-image-version-alone"),
        pytest.param("rapidsai/base:25.02-cuda12.8-py3.11", ["rapids 25.02 dotted", "cuda 12.8 dotted", "python 3.11 dotted"], id="rapids"),  # noqa: E501
        pytest.param("rayproject/ray:2.3.0-py39-cu116", ["ray 2.3.0 dotted", "python 39 compact", "cuda 116 compact-cuda"], id="compact"),  # noqa: E501
        pytest.param(
            "mcr.microsoft.com/x/acpt:1.11-py38-cuda11.3",
            ["acpt 1.11 dotted frozen", "python 38 compact frozen", "cuda 11.3 dotted frozen"], id="of-a-foreign-registry",
        ),
        pytest.param("rocker/tidyverse:4.0.0-ubuntu18.04", ["tidyverse 4.0.0 dotted", "ubuntu 18.04 dotted frozen"], id="its-system"),
        pytest.param("gcr.io/x/pytorch-gpu.1-12.py310", ["torch 1-12 dashed", "python 310 compact"], id="versions-in-the-name"),  # noqa: E501
        # Else a pin that is a candidate would be written into a tag, and not be seen there any more.
        pytest.param("acme/app:1.2-python3.14.0rc1-slim", ["app 1.2 dotted", "python 3.14.0rc1 dotted"], id="candidate-behind-a-word"),  # noqa: E501
        pytest.param("ubi8/python-38", ["python 38 s2i"], id="python-in-the-name"),
        pytest.param("jupyter/scipy-notebook:2026-07-28", [], id="date"),
        pytest.param("jupyter/base-notebook:4b12345", [], id="commit"),
        pytest.param("acme/app:20230101", [], id="build-number"),
        pytest.param("redis:6", ["redis-server 6 dotted"], id="server-is-not-its-client"),
        pytest.param("acme/tool:v1.2.3", ["tool 1.2.3 dotted"], id="unknown-image"),
        pytest.param("scratch", [], id="scratch"),
        pytest.param("@photo.png", [], id="no-image"),
        pytest.param("http://acme.org/python:3.7", [], id="url"),
    ],
)
def test_read(reference: str, expected: list[str]) -> None:
    assert said(reference) == expected
