"""What the inputs of GitHub actions hold. An input whose name tells its subject (`node-version`) needs no row here."""

from __future__ import annotations

# Action -> input -> (subject, notation of a bare version). `dotted` is a prefix, `exact` the whole version.
INPUTS: dict[str, dict[str, tuple[str, str]]] = {
    "actions/setup-python": {"python-version": ("python", "completed"), "pip-version": ("pip", "dotted")},
    "conda-incubator/setup-miniconda": {
        "python-version": ("python", "dotted"),
        "miniconda-version": ("miniconda", "dotted"),
        "miniforge-version": ("miniforge", "dotted"),
        "conda-version": ("conda", "dotted"),
        "conda-build-version": ("conda-build", "dotted"),
        "mamba-version": ("mamba", "dotted"),
    },
    "mamba-org/setup-micromamba": {"micromamba-version": ("micromamba", "exact")},
    "mamba-org/provision-with-micromamba": {"micromamba-version": ("micromamba", "exact")},
    "astral-sh/setup-uv": {"version": ("uv", "exact"), "python-version": ("python", "dotted")},
    "yezz123/setup-uv": {"uv-version": ("uv", "exact")},
    "astral-sh/ruff-action": {"version": ("ruff", "exact")},
    "chartboost/ruff-action": {"version": ("ruff", "exact")},
    "psf/black": {"version": ("black", "exact")},
    "isort/isort-action": {"isort-version": ("isort", "exact")},
    "jakebailey/pyright-action": {"version": ("pyright", "exact")},
    "jimver/cuda-toolkit": {"cuda": ("cuda", "dotted")},
    "prefix-dev/setup-pixi": {"pixi-version": ("pixi", "exact")},
    "pypa/hatch": {"version": ("hatch", "exact")},
    "pdm-project/setup-pdm": {"version": ("pdm", "exact"), "python-version": ("python", "dotted")},
    "snok/install-poetry": {"version": ("poetry", "exact")},
    "abatilo/actions-poetry": {"poetry-version": ("poetry", "exact")},
    "eifinger/setup-rye": {"version": ("rye", "exact")},
    "wntrblm/nox": {"python-versions": ("python", "dotted")},
    "pnpm/action-setup": {"version": ("pnpm", "dotted")},
    "oven-sh/setup-bun": {"bun-version": ("bun", "dotted")},
    "dtolnay/rust-toolchain": {"toolchain": ("rust", "dotted")},
    "actions-rs/toolchain": {"toolchain": ("rust", "dotted")},
    "actions-rust-lang/setup-rust-toolchain": {"toolchain": ("rust", "dotted")},
    "golangci/golangci-lint-action": {"version": ("golangci-lint", "dotted")},
    "goreleaser/goreleaser-action": {"version": ("goreleaser", "dotted")},
    "hashicorp/setup-terraform": {"terraform_version": ("terraform", "dotted")},
    "azure/setup-helm": {"version": ("helm", "exact")},
    "azure/setup-kubectl": {"version": ("kubectl", "exact")},
    "helm/kind-action": {"version": ("kind", "exact")},
    "docker/setup-buildx-action": {"version": ("buildx", "exact")},
    "aquasecurity/trivy-action": {"version": ("trivy", "exact")},
    "aquasecurity/setup-trivy": {"version": ("trivy", "exact")},
    "jdx/mise-action": {"version": ("mise", "exact")},
    "extractions/setup-just": {"just-version": ("just", "dotted")},
    "julia-actions/setup-julia": {"version": ("julia", "dotted")},
    "quarto-dev/quarto-actions": {"version": ("quarto", "exact")},
    "kylemayes/install-llvm-action": {"version": ("llvm", "dotted")},
    "lukka/get-cmake": {"cmakeVersion": ("cmake", "exact"), "ninjaVersion": ("ninja", "exact")},
    "jwlawson/actions-setup-cmake": {"cmake-version": ("cmake", "dotted")},
    "pyo3/maturin-action": {"maturin-version": ("maturin", "exact"), "rust-toolchain": ("rust", "dotted")},
    "bufbuild/buf-setup-action": {"version": ("buf", "exact")},
    "arduino/setup-protoc": {"version": ("protoc", "dotted")},
    "mozilla-actions/sccache-action": {"version": ("sccache", "exact")},
    "sigstore/cosign-installer": {"cosign-release": ("cosign", "exact")},
    "zizmorcore/zizmor-action": {"version": ("zizmor", "exact")},
}

# Inputs that hold conda specs, with spaces or newlines between them.
CONDA_SPECS = {
    "mamba-org/setup-micromamba": "create-args",
    "mamba-org/provision-with-micromamba": "extra-specs",
}

# Actions that select a subject; without any of these inputs the version is whatever the runner has.
SELECTORS = {"actions/setup-python": ("python", ("python-version", "python-version-file"))}

# Actions whose own ref is the version of a tool, unless the input that is named decides.
REFS = {
    "psf/black": ("black", "version"),
    "pypa/cibuildwheel": ("cibuildwheel", ""),
    "crate-ci/typos": ("typos", ""),
    "wntrblm/nox": ("nox", ""),
    "dtolnay/rust-toolchain": ("rust", "toolchain"),
}

# Inputs whose lines are settings: `PYTHON_VERSION=3.7`.
BUILD_ARGS = ("build-args", "build_args", "buildargs")
