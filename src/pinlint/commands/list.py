"""Show every mention of every subject, agreeing or not."""

from __future__ import annotations

from pinlint import discover
from pinlint.commands import session
from pinlint.commands.arguments import Options, Table
from pinlint.judge import WITHOUT_VERSION, judge
from pinlint.model import Mention
from pinlint.names import canonical
from pinlint.pins import Pins
from pinlint.report.place import dump, mentioned, position, visible
from pinlint.report.progress import watched
from pinlint.scan import Reading, scan

ARGUMENTS: Table = {
    **session.shared(("table", "json")),
    "--pin": {"metavar": "NAME", "action": "append", "default": [], "help": "these subjects alone"},
    "--all": {"action": "store_true", "help": "subjects that no pin names as well"},
}


def run(options: Options) -> int:
    """Print the mentions; always 0."""
    if options.config or discover.find_root("."):
        root, name = session.locate(options.config)
        pins = session.pins(root, name)
    else:
        root, name, pins = discover.repository("."), "pins.toml", Pins("")
    known = discover.files(root)
    chosen = discover.named(root, options.paths) if options.paths else {"."}
    files = known if name in chosen else discover.below(root, chosen, known)
    readings = scan(root, pins, watched(files), everything=True)
    asked = {canonical(name) for name in options.pin}
    rows = [
        (reading, mention, _agreement(reading, mention, pins))
        for reading in readings
        for mention in reading.mentions
        if not asked or mention.subject in asked
    ]
    if options.output_format == "json":
        mentions = [mentioned(m, r.path, r.format, r.document, ok) for r, m, ok in rows if r.document]
        text = dump({"version": 1, "mentions": mentions})
    else:
        named = asked or {p.subject for p in pins.pins}
        shown = [row for row in rows if options.all or not named or row[1].subject in named or row[2] is not None]
        text = "\n".join(_table(shown, pins))
    session.write(options, text + "\n" if text else "")
    return 0


def _agreement(reading: Reading, mention: Mention, pins: Pins) -> bool | None:
    """True, false, or None where there is no pin or nothing to compare."""
    names = pins.for_path(reading.path)
    if mention.subject not in names or mention.notation in WITHOUT_VERSION:
        return None
    several = mention.role in ("supports", "floor", "label")
    beside = [m for m in reading.mentions if m.subject == mention.subject] if several else [mention]
    document = reading.document
    found = judge(reading.path, beside, names, lambda: document.text if document else "")
    return not any(f.mention == mention for f in found)


def _table(rows: list[tuple[Reading, Mention, bool | None]], pins: Pins) -> list[str]:
    """Subjects in order, each with its places; a disagreement is marked in the first column."""
    versions = {p.subject: p.version or f"{p.floor} and later" for p in pins.pins}
    lines: list[str] = []
    groups: dict[str, list[tuple[str, str, str, str]]] = {}
    for reading, mention, ok in rows:
        assert reading.document is not None
        at = position(reading.document, mention.start, mention.end)
        mark = "!" if ok is False else " "
        said = mention.version or ("?" if mention.notation == "unresolved" else "any")
        where = mention.where + (f" ({mention.via})" if mention.via else "")
        place = f"{visible(reading.path)}:{at.line}:{at.column}"
        groups.setdefault(mention.subject, []).append((mark, said, place, f"{mention.role:9} {visible(where)}"))
    for subject in sorted(groups, key=lambda s: (s not in versions, s)):
        lines += [*([""] if lines else []), f"{subject} {versions.get(subject, '')}".rstrip()]
        wide = max(len(row[1]) for row in groups[subject])
        far = min(72, max(len(row[2]) for row in groups[subject]))
        lines += [f"{m} {said:{wide}}  {place:{far}}  {where}" for m, said, place, where in groups[subject]]
    return lines
