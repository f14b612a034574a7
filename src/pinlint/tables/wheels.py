"""Which CUDA versions PyTorch publishes a wheel index (`whl/cu118`) for.

Sources: replicate/cog's pkg/config/torch_compatibility.json (2026-08-21), which is generated from pytorch.org's page of
previous versions, for 1.11 to 2.11, and its older states for 1.4 to 1.10 (1.8, 1.10 and 11.5 of 1.11 beside
regent-developer/document's list of the published wheels); pytorch/test-infra's tools/scripts/generate_binary_build_matrix.py
(2026-08-21) for 2.13. Releases that are not here are compared with the indexes of all releases.
"""

from __future__ import annotations

INDEXES: dict[str, tuple[str, ...]] = {
    "1.4": ("9.2", "10.1"),
    "1.5": ("9.2", "10.1", "10.2"),
    "1.6": ("9.2", "10.1", "10.2"),
    "1.7": ("9.2", "10.1", "10.2", "11.0"),
    "1.8": ("10.1", "10.2", "11.1"),
    "1.9": ("10.2", "11.1"),
    "1.10": ("10.2", "11.1", "11.3"),
    "1.11": ("10.2", "11.3", "11.5"),
    "1.12": ("10.2", "11.3", "11.6"),
    "1.13": ("11.6", "11.7"),
    "2.0": ("11.7", "11.8"),
    "2.1": ("11.8", "12.1"),
    "2.2": ("11.8", "12.1"),
    "2.3": ("11.8", "12.1"),
    "2.4": ("11.8", "12.1", "12.4"),
    "2.5": ("11.8", "12.1", "12.4"),
    "2.6": ("11.8", "12.4", "12.6"),
    "2.7": ("11.8", "12.6", "12.8"),
    "2.8": ("12.6", "12.8", "12.9"),
    "2.9": ("12.6", "12.8", "13.0"),
    "2.10": ("12.6", "12.8", "13.0"),
    "2.11": ("12.6", "12.8", "12.9", "13.0"),
    "2.13": ("12.6", "13.0", "13.2"),
}

# Indexes of releases before 1.4.
EARLIER = ("9.2", "10.0")
