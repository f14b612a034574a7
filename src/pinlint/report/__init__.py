"""One printer for each output format, over one stream of findings."""

from __future__ import annotations

FORMATS = ("full", "concise", "json", "github", "gitlab", "sarif", "junit")
