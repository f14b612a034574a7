"""Print the JSON Schema of pins.toml."""

from __future__ import annotations

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """`pinlint schema` takes none."""


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    import json

    from pinlint.schema import json_schema

    print(json.dumps(json_schema(), indent=2))
    return 0
