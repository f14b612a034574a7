"""Propose pins.toml from what the repository says, and show where it disagrees with itself."""

from __future__ import annotations

import os
import sys

from pinlint import discover
from pinlint.commands.arguments import Options, Table
from pinlint.model import PinlintError
from pinlint.propose import Proposal, propose
from pinlint.report.place import position, visible
from pinlint.scan import Reading, scan

BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
SHOWN = 5  # places of one drift that are printed

ARGUMENTS: Table = {
    "--dry-run": {"action": "store_true", "help": "print pins.toml, write nothing"},
}


def run(options: Options) -> int:
    """Write pins.toml at the top of the repository, or print it; 0."""
    root = discover.repository(os.getcwd())
    path = os.path.join(root, "pins.toml")
    if os.path.lexists(path) and not options.dry_run:
        raise PinlintError("there is one already; `pinlint init --dry-run` prints a new proposal", "pins.toml")
    readings = scan(root, None, [f for f in discover.files(root) if f != "pins.toml"], everything=True)
    proposals = propose(readings)
    if not proposals:
        raise PinlintError("no version is named in two or more files, so there is nothing to keep in step")
    text = render(proposals, _truths(readings, proposals))
    if options.dry_run:
        sys.stdout.write(text)
    else:
        try:
            with open(path, "x", encoding="utf-8", newline="") as file:
                file.write(text)
        except OSError as error:
            raise PinlintError(f"can't be written: {error.strerror}", "pins.toml") from None
        count = sum(p.clear for p in proposals)
        print(f"wrote pins.toml: {count} pin{'s' * (count != 1)}")
    for line in _drift([p for p in proposals if p.clear]):
        print(line, file=sys.stderr if options.dry_run else sys.stdout)
    return 0


def _truths(readings: list[Reading], proposals: list[Proposal]) -> dict[str, str]:
    """The tools whose truth stands in pre-commit's configuration already, with that file's path.

    A hook's revision is one; what its `additional_dependencies` admit is no truth for the packages they name.
    """
    path = ".pre-commit-config.yaml"
    said: dict[str, set[str]] = {}
    hooks: set[str] = set()
    for reading in readings:
        for mention in reading.mentions:
            if reading.path == path and mention.version:
                said.setdefault(mention.subject, set()).add(mention.version)
                hooks |= {mention.subject} if mention.where.endswith("].rev") else set()
    return {p.subject: path for p in proposals if p.subject in hooks and len(said[p.subject]) == 1}


def render(proposals: list[Proposal], truths: dict[str, str]) -> str:
    """The text of pins.toml, short pins first, with a comment where something wants a decision."""
    unclear = [p for p in proposals if not p.clear and p.subject not in truths]
    spread = [p for p in unclear if len(p.said) > 1]
    proposals = [p for p in proposals if p not in unclear]
    short = [p for p in proposals if p.subject not in truths and not (p.supports or p.minimum or p.allow)]
    lines = ["# The versions that this repository repeats. `pinlint` checks every place, `pinlint --fix` puts it right.", ""]
    if short:
        lines.append("[pins]")
        lines += [f'{_key(p.subject)} = "{p.version}"{_note(p)}' for p in short]
        lines.append("")
    for p in proposals:
        if p in short:
            continue
        lines.append(f"[pins.{_key(p.subject)}]{_note(p)}")
        if p.subject in truths:
            lines.append(f'from = "{truths[p.subject]}"')
        else:
            lines.append(f'version = "{p.version}"')
        if p.supports:
            lines.append(f"supports = {_array(p.supports)}")
        if p.minimum:
            lines.append(f'minimum = "{p.minimum}"')
        if p.allow:
            lines.append(f"allow = {_array(p.allow)}  # said in several places, so taken for a purpose")
        lines.append("")
    for p in proposals:
        for folder, version in p.folders.items():
            lines += [
                f"# {folder} says {p.subject} {version} throughout; to give it a pin of its own:",
                "# [[overrides]]",
                f'# files = ["{folder}/**"]',
                f'# pins = {{ {_key(p.subject)} = "{version}" }}',
                "",
            ]
    for p in spread:
        counts = ", ".join(f"{v} ({n})" for v, n in sorted(p.said.items(), key=lambda pair: -pair[1]))
        lines.append(f"# {p.subject} has no version that most places agree on: {counts}")
    return "\n".join(lines).rstrip("\n") + "\n"


def _key(subject: str) -> str:
    return subject if subject and set(subject) <= BARE else f'"{subject}"'


def _array(versions: tuple[str, ...]) -> str:
    return "[" + ", ".join(f'"{v}"' for v in versions) + "]"


def _note(proposal: Proposal) -> str:
    strays = len(proposal.drift)
    return f"  # {strays} place{'s' * (strays != 1)} say{'s' * (strays == 1)} otherwise" if strays else ""


def _drift(proposals: list[Proposal]) -> list[str]:
    """The drift, most telling first: the subject that the most files name, then each place that strays."""
    lines = []
    for proposal in proposals:
        for place in proposal.drift[:SHOWN]:
            document = place.reading.document
            at = position(document, place.mention.start, place.mention.end)
            lines.append(
                f"{visible(place.reading.path)}:{at.line}:{at.column}: {proposal.subject} is {place.mention.version} here, "
                f"most places say {proposal.version}"
            )
        if len(proposal.drift) > SHOWN:
            lines.append(f"... and {len(proposal.drift) - SHOWN} more places of {proposal.subject}")
    return lines
