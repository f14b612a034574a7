"""The kinds of file. Each module here declares `FILES`, the paths it matches, and `extract(document)`.

`FILES` holds globs: without a slash they match the file's name in any folder; with one, the path from the root, where
`**` crosses folders. The first format of the tuple that matches a path reads it.
"""

from __future__ import annotations

FORMATS = (
    "requirements",
    "conda_environment",
    "makefile",
    "shell_script",
    "dotenv",
    "github_workflow",
    "github_action",
    "dockerfile",
    "notebook",
)

# Read only when pins.toml asks for them, and then before the others.
OPTIONAL = (
    "prose",
    "recorded_kernel",
)
