"""Print the JSON Schema of pins.toml."""

from __future__ import annotations

from pinlint.commands.arguments import Options, Table

ARGUMENTS: Table = {}


def run(options: Options) -> int:
    """Print the schema."""
    import json

    from pinlint.schema import json_schema

    print(json.dumps(json_schema(), indent=2))
    return 0
