"""The rules, closed and few, each named after the bad thing: severity, whether --fix settles it, and what to tell people.

`what` is the first sentence of the rule's page in docs/rules; `example` is a line that breaks the rule, and why.
"""

from __future__ import annotations

RULES = {
    "version-mismatch": {
        "severity": "error",
        "fix": "yes",
        "what": "A place says another version than pins.toml.",
        "why": "Two places that mean one thing drift apart, and what was tested is no longer what runs.",
        "example": 'FROM python:3.9-slim    # while pins.toml says python = "3.10"',
    },
    "supported-versions-mismatch": {
        "severity": "error",
        "fix": "yes",
        "what": "A list of versions, or the lowest version that is promised, differs from what pins.toml supports.",
        "why": "A version that is promised and not tested breaks unseen; one that is tested and not promised is work for nobody.",
        "example": 'requires-python = ">=3.9"    # while pins.toml says supports = ["3.10", "3.11"]',
    },
    "unpinned-mention": {
        "severity": "advice",
        "fix": "no",
        "what": "Something that pins.toml pins is installed or selected here with no version, or with one that moves by itself.",
        "why": "Such a place is right today and may be wrong tomorrow, with no change of yours.",
        "example": "RUN pip install pip-tools    # while pins.toml pins pip-tools",
    },
    "missing-mention": {
        "severity": "error",
        "fix": "no",
        "what": "A place that pins.toml requires doesn't say its version, or no such file exists.",
        "why": "A linter that looks for versions says nothing when one is gone: a renamed workflow, a deleted line.",
        "example": '[[require]] with pin = "pip" and files = ["Dockerfile"]    # which says no version of pip',
    },
    "stale-output": {
        "severity": "error",
        "fix": "no",
        "what": "A compiled file doesn't satisfy its source or the pins: it was not compiled again after one of them changed.",
        "why": "What a tool wrote is what gets installed, whatever its source says by now.",
        "example": "requirements.txt says click==8.0.1    # while requirements.in says click>=8.1",
    },
    "unused-pin": {
        "severity": "advice",
        "fix": "no",
        "what": "pins.toml pins something that no file mentions: the name is misspelled, or the last place that said it is gone.",
        "why": "A pin that nothing follows looks like a promise and keeps none.",
        "example": 'phyton = "3.10"',
    },
    "unused-ignore": {
        "severity": "advice",
        "fix": "no",
        "what": "An `[[ignore]]` of pins.toml, or a comment `# pinlint: ignore[...]`, hides nothing: what it was for is put right or gone.",
        "why": "Left standing, it would hide the next drift.",
        "example": "  - python=3.10  # pinlint: ignore[python] as on the cluster    # while the pin is 3.10",
    },
    "expired-ignore": {
        "severity": "advice",
        "fix": "no",
        "what": "The day that an `[[ignore]]` names by `until` is over.",
        "why": "It still hides what it hid; look whether it has to.",
        "example": "[[ignore]] with until = 2020-01-31",
    },
    "unreadable-file": {
        "severity": "error",
        "fix": "no",
        "what": "A file of a kind that pinlint knows can't be read: it is not valid, not text, or may not be opened.",
        "why": "A file that is skipped in silence looks like one that agrees.",
        "example": "an environment.yml with a tab where YAML wants spaces",
    },
}
