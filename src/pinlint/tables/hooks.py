"""Which package's version the tag of a pre-commit hook's repository is, where its name alone does not tell."""

from __future__ import annotations

# `owner/name` in lower case -> package.
REPOSITORIES = {
    "ambv/black": "black",
    "python/black": "black",
    "robertcraigie/pyright-python": "pyright",
    "koalaman/shellcheck-precommit": "shellcheck",
    "editorconfig-checker/editorconfig-checker.python": "editorconfig-checker",
    "compilerla/conventional-pre-commit": "conventional-pre-commit",
    "pre-commit/pre-commit-hooks": "pre-commit-hooks",
    "pre-commit/pre-commit": "pre-commit",
    "timothycrosley/isort": "isort",
    "myint/docformatter": "docformatter",
    "myint/autoflake": "autoflake",
    "myint/rstcheck": "rstcheck",
    "pre-commit/mirrors-autopep8": "autopep8",
    "hhatto/autopep8": "autopep8",
}

PREFIXES = ("mirrors-", "pre-commit-mirror-")
SUFFIXES = ("-pre-commit-mirror", "-pre-commit", "-precommit")

# Names that many repositories share: none of them is the package of that name.
SHARED = frozenset({"pre-commit-hooks", "pre-commit", "hooks", "git-hooks", "precommit-hooks", "precommit"})
