"""Every finding of a run. A file that is as it was is not opened, and what only other files need is not imported."""

from __future__ import annotations

import time

from pinlint import cache as caches
from pinlint import discover, memory
from pinlint.cache import Cache
from pinlint.known import Known
from pinlint.memory import ABSENT, Memory, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pinlint.check import Sources
    from pinlint.model import Document, Finding
    from pinlint.pins import Pins
    from pinlint.scan import Reading

REPORT = "report"  # the entry of what was printed last
LEFTOVER = ".pinlint"  # what fix.write names its temporary files; a killed run may leave one


class Survey:
    """A look at the files below a root, with one pins.toml. What is asked for is found out then, and once."""

    def __init__(self, root: str, name: str, load: Callable[[], Pins], cache: Cache, chosen: set[str] | None) -> None:
        """`load` reads the pins.toml at `name`; `chosen` are the paths that were asked for, None for all."""
        self.root = root
        self.name = name
        self.chosen = chosen
        folders = chosen is None or any(discover.is_folder(root, path) for path in chosen)
        answer = discover.ask(root) if folders else None  # git is at work from here on
        self.begun = time.time_ns()
        self.today = time.strftime("%Y-%m-%d")
        key = caches.digest(caches.build().encode(), name.encode("utf-8", "surrogateescape"), memory.inside(root, name))
        self.known = Known(root, cache, key, load)
        self.memory = Memory(cache, key, root)
        self.listed = answer() if answer else b""
        self.listing = caches.digest(self.listed)
        self.formats = self._formats(self.listed)  # of every file to judge, by path
        self.looks = {path: memory.state(root, path) for path in self.formats}
        self.documents: dict[str, Document | None] = {}
        self.changed: list[str] = []
        self.state = ""  # tells what is remembered of all files from anything else; empty where not all of it is
        self._told: list[str] | None = None
        self._requirements: Sources | None = None

    @property
    def pins(self) -> Pins:
        return self.known.pins

    @property
    def files(self) -> list[str]:
        """The files that are judged."""
        return [path for path, looks in self.looks.items() if looks != ABSENT]

    def findings(self, watch: Callable[[list[str]], Iterable[str]] = list) -> list[Finding]:
        """Every finding, sorted by place; `watch` is shown each file that has to be read."""
        texts = self.told(watch)
        if not texts:
            return []
        from pinlint import plain
        from pinlint.model import order

        return sorted((f for text in texts for f in plain.findings(text)), key=order)

    def told(self, watch: Callable[[list[str]], Iterable[str]] = list) -> list[str]:
        """Every finding, as JSON: a text for each file that has some."""
        if self._told is None:
            self._told = [text for text in self._texts(watch) if text and text != "[]"]
        return self._told

    def recall(self, style: str) -> list[str]:
        """What `remember` was given for this style, if since then nothing has changed; else nothing."""
        texts = self.memory.cache.recall(REPORT) if self.state and not self.changed else []
        return texts[2:] if texts[:2] == [self.state, style] else []

    def remember(self, style: str, texts: list[str]) -> None:
        """Keep what was printed of the findings, for a run that finds nothing changed."""
        if self.state:
            self.memory.cache.keep(REPORT, [self.state, style, *texts])

    def _texts(self, watch: Callable[[list[str]], Iterable[str]]) -> list[str]:
        records, looks = self.memory.records, self.looks
        found = {path: records[path] for path in self.formats if path in records}
        doubtful = [p for p, name in self.formats.items() if p not in found or (found[p][0], found[p][2]) != (looks[p], name)]
        changed = [p for p in doubtful if p not in found or not self._same(p, found[p])]
        found |= {p: (memory.settled(looks[p], self.begun), *found[p][1:]) for p in doubtful if p in found}
        found |= self._read(changed, watch) if changed else {}
        owed = self._owed(found, changed)
        whole = self.chosen is None
        self.changed = changed
        kept = True
        if doubtful or whole and (owed != self.memory.owed or self.listing != self.memory.listing):
            kept = self._keep(found, owed, changed)
        if whole and kept:
            self.state = self.memory.cache.seals.get(memory.ENTRY, "")
        return [*(record[3] for record in found.values()), owed]

    def _read(self, changed: list[str], watch: Callable[[list[str]], Iterable[str]]) -> dict[str, Record]:
        from pinlint import processes

        _ = self.pins  # what is known by now, no process has to find out by itself
        return processes.made(self._judged, changed, watch)

    def reading(self, path: str) -> Reading:
        """One of the files, read again."""
        from pinlint import scan

        return scan.reading(self.root, self.pins, path, self.formats[path])

    def sweep(self) -> None:
        """Take away the temporary files that a killed run of --fix left among the files."""
        from pinlint import save

        save.sweep(self.root, (path for path in discover.paths(self.listed) if path.endswith(LEFTOVER)))

    def document(self, path: str) -> Document | None:
        """The document at `path`, None if it can't be read."""
        if path not in self.documents:
            from pinlint import read
            from pinlint.errors import Unreadable

            try:
                self.documents[path] = read.read(self.root, path)
            except Unreadable:
                self.documents[path] = None
        return self.documents[path]

    def _formats(self, listed: bytes) -> dict[str, str]:
        records = self.memory.records
        if self.chosen is None and self.listing == self.memory.listing:
            return {path: record[2] for path, record in records.items()}
        paths = discover.paths(listed)
        if self.chosen is not None:
            paths = discover.below(self.root, self.chosen, paths)
        found = {}
        for path in paths:
            if path != self.name and not path.endswith(LEFTOVER):
                format_name = records[path][2] if path in records else self.known.match(path)
                if format_name is not None:
                    found[path] = format_name
        return found

    def _same(self, path: str, record: Record) -> bool:
        return record[2] == self.formats[path] and self.memory.same(path, record, self.looks[path])

    def _judged(self, path: str) -> Record:
        if self.looks[path] == ABSENT:
            return ABSENT, "", self.formats[path], "", ""
        from pinlint import check, plain, scan

        if not hasattr(self, "_sought"):
            self._sought = scan.needles(self.pins)
        reading = scan.reading(self.root, self.pins, path, self.formats[path], self._sought)
        self._sources().take(reading)
        verdict = check.verdict(self.pins, reading)
        if verdict.findings:
            self.documents[path] = reading.document
        digest, looks = "", ""
        if reading.document is not None and not reading.error:
            # Who may not read a file, or runs out of memory, says nothing about the next run.
            digest = caches.digest(reading.document.encode(reading.document.text))
            looks = memory.settled(self.looks[path], self.begun)
        return looks, digest, self.formats[path], *plain.parts(verdict)

    def _sources(self) -> Sources:
        if self._requirements is None:
            from pinlint.check import Sources

            self._requirements = Sources(self.root, self.known.match)
        return self._requirements

    def _owed(self, found: dict[str, Record], changed: list[str]) -> str:
        """The findings that no file has by itself, as JSON; empty for none."""
        known = self.memory
        whole = self.chosen is None
        if whole and known.owed and self.listing == known.listing and known.day in ("", self.today) and not changed:
            return known.owed
        if not whole and not any(r[2] == "requirements" and r[4] for r in found.values()):
            return ""
        from pinlint import check, plain

        verdicts = [plain.verdict(p, r[3], r[4]) for p, r in found.items() if r[0] != ABSENT]
        late = list(check.outdated(self.pins, verdicts, self._sources()))
        own = check.owed(self.pins, [*verdicts, *late], self.today) if whole else ()
        return plain.dump([*(f for v in late for f in v.findings), *own])

    def _keep(self, found: dict[str, Record], owed: str, changed: list[str]) -> bool:
        """Write down what was found; whether it may be."""
        sources = list(self.pins.sources)
        if self.pins.plugins or any("\n" in path for path in sources):  # what a plugin says is its own to change
            return False
        known = self.memory
        if self.chosen is None:
            known.records, known.listing, known.owed = found, self.listing, owed
            known.day = self.today if any(i.until for i in self.pins.ignore) else ""
        else:
            # Beside the files of a whole run there is no place for others: they would be taken for listed ones.
            known.records |= {p: r for p, r in found.items() if p in known.records or not known.listing}
            known.owed = "" if changed else known.owed
        known.sources = sources
        return known.keep()
