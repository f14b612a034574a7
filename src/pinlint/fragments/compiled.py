"""The header of a compiled requirements file: `#    pip-compile --output-file=prod.txt prod.in`."""

from __future__ import annotations

import re

from pinlint.patterns import later

# pip-compile's header indents the command by four spaces behind the hash, uv's too.
COMMAND = later(r"^#\s+((?:pip-compile|uv pip compile)\b[^\n]*)$", re.MULTILINE)
HEADER = 4000  # characters


def command(text: str) -> str:
    """The command that wrote a compiled file, from its header; empty if it is no compiled file."""
    match = COMMAND.search(text, 0, HEADER)
    return match[1].strip() if match else ""


def reason(text: str) -> str:
    """Why nothing in a compiled file is edited, and what to do."""
    run = command(text)
    return f"a tool wrote this file; run `{run}`" if run else "a tool wrote this file; run it again"
