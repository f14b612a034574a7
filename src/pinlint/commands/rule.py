"""Explain a rule, or list them all."""

from __future__ import annotations

from pinlint.commands.arguments import Options, Table
from pinlint.model import PinlintError
from pinlint.rules import nearest
from pinlint.tables.rules import RULES

ARGUMENTS: Table = {
    "name": {"nargs": "?", "metavar": "NAME", "help": "the rule to explain; all in short if left out"},
}


def run(options: Options) -> int:
    """Print one rule, or one line for each; 0."""
    if options.name is None:
        wide = max(map(len, RULES))
        for name, facts in RULES.items():
            print(f"{name:{wide}}  {facts['severity']:6}  {facts['what']}")
        return 0
    if options.name not in RULES:
        raise PinlintError(f"{options.name} is no rule; `pinlint rule` lists them{nearest(options.name, RULES)}")
    facts = RULES[options.name]
    fix = "--fix puts it right where that is safe" if facts["fix"] == "yes" else "--fix leaves it alone"
    print(f"{options.name} ({facts['severity']}; {fix})\n\n{facts['what']}\n{facts['why']}\n")
    print(f"For example:\n\n    {facts['example']}")
    return 0
