"""A pins.toml as an earlier run left it: validated, and the globs of all formats beside it."""

from __future__ import annotations

from pinlint.cache import Cache
from pinlint.memory import sourced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from pinlint.match import Matcher
    from pinlint.pins import Pins

ENTRY = "pins"
HEAD = 4  # texts of the entry before its globs


class Known:
    """The pins of the pins.toml that `load` reads, and what they match; `key` tells it from others and other builds."""

    def __init__(self, root: str, cache: Cache, key: str, load: Callable[[], Pins]) -> None:
        self.root = root
        self.cache = cache
        self.key = key
        self.load = load
        self._texts: list[str] | None = None
        self._pins: Pins | None = None
        self._match: Matcher | None = None

    @property
    def pins(self) -> Pins:
        """The pins, each `from` resolved. Raises PinlintError."""
        if self._pins is None:
            texts = self._recalled()
            if texts:
                from pinlint import plain

                declared, pins = plain.pins(texts[1]), plain.pins(texts[3])
                if sourced(self.root, pins.sources) != texts[2]:
                    self._keep(declared, texts[HEAD:])
                else:
                    self._pins = pins
            else:
                self._keep(self.load(), [])
        assert self._pins is not None
        return self._pins

    def match(self, path: str) -> str | None:
        """The format that reads the file at `path`; empty if only a [[places]] table does, None if nothing does."""
        if self._match is None:
            from pinlint.match import Matcher

            if not self._recalled():
                self._keep(self.load(), [])  # which writes the globs down
            globs = (self._texts or [])[HEAD:]
            self._match = Matcher((name, (glob,)) for name, glob in zip(globs[::2], globs[1::2], strict=True))
        return self._match(path)

    def _recalled(self) -> list[str]:
        if self._texts is None:
            texts = self.cache.recall(ENTRY)
            self._texts = texts if len(texts) >= HEAD and texts[0] == self.key else []
        return self._texts

    def _keep(self, declared: Pins, globs: list[str]) -> None:
        from pinlint import plain, scan, sources

        self._pins = sources.resolve(self.root, declared) if declared.sources else declared
        if not globs:
            rows = [*scan.table(declared), *(("", place.files) for place in declared.places)]
            globs = [text for name, patterns in rows for pattern in patterns for text in (name, pattern)]
        said = sourced(self.root, declared.sources)
        self._texts = [self.key, plain.dump(declared), said, plain.dump(self._pins), *globs]
        if not declared.plugins:  # which files a plugin reads is its own to change
            self.cache.keep(ENTRY, self._texts)
