"""Commands and words of a shell script, each word without its quotes and with its place.

Read is what decides which word is which (quotes, `\\`, comments, `&&`, here-documents); nothing is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pinlint import value
from pinlint.patterns import later
from pinlint.value import Value

TOKEN = later(
    r"""
      (?P<plain>[^\s'"\\$`;&|()<>{\#^][^\s'"\\$`;&|()<>{\#]*)  # first, since most of a script is this
    | (?P<continued>(?:\\|(?<=[ \t])[`^])[ \t]*\r?\n(?:[ \t]*(?:\#[^\n]*)?\n)*)
    | (?P<end>\r?\n | ;+ | &&?(?!>) | \|[|&]? | [()])
    | (?P<space>[ \t\r\f]+)
    | (?P<heredoc><<-?[ \t]*(?P<mark>["']?)(?P<word>[A-Za-z_]\w*)(?P=mark))
    | (?P<substitution>\$\((?:[^()\n]|\([^()\n]*\)){0,400}\))
    | (?P<opaque>\$\{\{[^\n}]{0,400}\}\} | \$\{(?:[^{}\n]|\{[^{}\n]*\})*\}
      | \{\{[^\n}]{0,400}\}\} | \{%[^\n%]{0,400}%\})
    | '(?P<single>[^']*)'
    | "(?P<double>(?:[^"\\]|\\.)*)"
    | \\(?P<escaped>.)
    | (?P<bound>(?:[<>]=|[<>](?=v?\d)))
    | (?P<redirect>&?[<>]+[&|]?)
    | (?P<backtick>`)
    | (?P<text>[^\s'"\\$`;&|()<>{\#]+ | .)
    """,
    re.VERBOSE | re.DOTALL,
)
HEREDOC_END = r"^[ \t]*{}[ \t]*\r?$"
DEEPEST = 5  # scripts inside of scripts
SHELLS = frozenset("sh bash zsh dash ksh ash".split())


class Word(NamedTuple):
    value: Value  # without quotes
    quoted: bool

    @property
    def text(self) -> str:
        return self.value.text


def commands(script: Value, depth: int = 0) -> Iterator[list[Word]]:
    """The words of each command in turn; commands inside `$( )` and here-documents fed to a shell come after theirs."""
    text, at, started = script.text, 0, 0
    words: list[Word] = []
    parts: list[Value] = []
    inner: list[Value] = []
    bodies: list[tuple[str, bool]] = []
    quoted = skip = testing = False

    def close() -> None:
        nonlocal parts, quoted, skip, testing
        if parts:
            if not skip:
                words.append(Word(value.join(parts), quoted))
                testing = testing and words[-1].text != "]]" or words[-1].text == "[["
            skip = False
        parts, quoted = [], False

    while at < len(text):
        match = TOKEN.match(text, at)
        assert match is not None  # the last alternative takes any character
        kind, at = match.lastgroup, match.end()
        if kind == "word":
            kind = "heredoc"
        if kind == "text" and match[0] == "#" and not parts:
            at = text.find("\n", at) if text.find("\n", at) >= 0 else len(text)
        elif kind == "continued":
            pass  # a backslash joins what is around it; in front of the others stands a space
        elif kind in ("end", "backtick"):
            close()
            if testing and kind == "end" and not match[0].endswith("\n"):
                continue  # `[[ $A = 1 || $A = 2 ]]` is one command
            skip = testing = False
            started = at
            if words:
                yield words
                words = []
            if match[0].endswith("\n"):
                for word, feeds in bodies:
                    stop = re.compile(HEREDOC_END.format(word), re.MULTILINE).search(text, at)
                    if feeds and depth < DEEPEST:
                        inner.append(script.slice(at, stop.start() if stop else len(text)))
                    at = stop.end() if stop else len(text)
                bodies = []
                yield from (command for body in inner for command in commands(body, depth + 1))
                inner = []
        elif kind == "space":
            close()
        elif kind == "heredoc":
            close()
            bodies.append((match["word"], not words or _feeds(words, kept=text[max(0, started - 2) : started] == "$(")))
        elif kind == "redirect" or kind == "bound" and not (parts and parts[0].text[:1].isalpha()):
            if "".join(p.text for p in parts).isdecimal():
                parts = []
            close()
            skip = True
        else:
            if kind == "substitution" and depth < DEEPEST:
                inner.append(script.slice(match.start() + 2, match.end() - 1))
            group = kind if kind in ("single", "double", "escaped") else 0
            quoted = quoted or kind in ("single", "double")
            parts.append(script.slice(*match.span(group or 0)))
    close()
    if words:
        yield words
    yield from (command for body in inner for command in commands(body, depth + 1))


def _feeds(words: list[Word], *, kept: bool) -> bool:
    """Whether what these words are fed is a script: a shell's, or one `kept` in a variable by `script=$(cat <<EOF`."""
    return words[0].text.rpartition("/")[2] in SHELLS or kept and words[0].text == "cat"
