"""Packages that come with a CUDA release and carry its first two numbers, as conda and apt name them."""

from __future__ import annotations

COMPONENTS = frozenset(
    """
    cuda-cccl cuda-command-line-tools cuda-compiler cuda-cudart cuda-cudart-dev cuda-cupti cuda-cupti-dev
    cuda-driver-dev cuda-libraries cuda-libraries-dev cuda-minimal-build cuda-nvcc cuda-nvml-dev cuda-nvprof cuda-nvrtc
    cuda-nvrtc-dev cuda-nvtx cuda-profiler-api cuda-runtime cuda-tools cudatoolkit-dev
    """.split()
)
