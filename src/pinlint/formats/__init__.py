"""The kinds of file. Each module here declares `FILES`, the paths it matches, and `extract(document)`.

`FILES` holds globs: without a slash they match the file's name in any folder; with one, the path from the root, where
`**` crosses folders. The first format of the tuple that matches a path reads it.
"""

from __future__ import annotations

FORMATS = (
    "lock",  # before conda_environment, whose paths take in conda-lock.yml
    "requirements",
    "conda_recipe",
    "conda_build_config",
    "rapids_dependencies",
    "makefile",
    "cmake",
    "shell_script",
    "dotenv",
    "justfile",
    "taskfile",
    "github_workflow",
    "github_action",
    "pre_commit",
    "gitlab_ci",
    "circleci",
    "azure_pipelines",
    "travis",
    "appveyor",
    "bitbucket_pipelines",
    "cloud_build",
    "build_services",
    "jenkinsfile",
    "readthedocs",
    "conda_environment",  # behind the formats that are told by their folder: a workflow may be called conda-test.yml
    "dockerfile",
    "devcontainer",
    "compose",
    "docker_bake",
    "apptainer",
    "serverless",
    "cog",
    "bentofile",
    "terraform",
    "bicep",
    "notebook",
    "pyproject",
    "setup_cfg",
    "setup_py",
    "tox",
    "noxfile",
    "python_tasks",
    "mypy_ini",
    "pyrightconfig",
    "pylintrc",
    "flake8",
    "ruff_toml",
    "python_version_file",
    "runtime_txt",
    "tool_versions",
    "nvmrc",
    "go_mod",
    "mise",
    "procfile",
    "brewfile",
    "nix",
    "sonar",
    "hatch_toml",
    "pipfile",
    "pixi",
    "package_json",
    "space_readme",
    "bazel_module",
    "kubernetes",
    "renovate",
    "other_yaml",  # last: these look into all YAML, JSON, TOML and text that no other format reads
    "other_json",
    "other_toml",
    "other_text",
)

# Read only when pins.toml asks for them, and then before the others.
OPTIONAL = (
    "prose",
    "recorded_kernel",
    "python_code",
)
