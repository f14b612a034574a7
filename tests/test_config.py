"""Every mistake in pins.toml is one line: file, line, key, what is wrong, what to do. Nothing is written, and 2 is returned."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinlint import config
from pinlint.bound import bounded
from pinlint.cli import main
from pinlint.model import PinlintError

PINS = '[pins]\npython = "3.10"\n'


@pytest.mark.parametrize(
    ("text", "error"),
    [
        pytest.param('[pinz]\npython = "3"\n', "pins.toml:1: pinz: unknown key; did you mean pins?", id="unknown table"),
        pytest.param('[pins.python]\nverison = "3"\n', "pins.toml:2: pins.python.verison: unknown key; did you mean version?", id="unknown key of a pin"),
        pytest.param('[pins.python]\nsource = "a"\n', "pins.toml:2: pins.python.source: unknown key", id="no other name for from"),
        pytest.param(PINS + '[[ignore]]\nfile = ["a"]\nreason = "r"\n', "pins.toml:4: ignore[0].file: unknown key; did you mean files?", id="unknown key of an ignore"),
        pytest.param('[pins]\npython = "v3.10"\n', "pins.toml:2: pins.python.version: 'v3.10' is no version; write \"3.10\"", id="a v before the version"),
        pytest.param('[pins]\npython = "latest"\n', "pins.toml:2: pins.python.version: 'latest' is no version; write digits and dots, as in \"3.12\"", id="a word"),
        pytest.param('[pins]\npython = ""\n', "pins.toml:2: pins.python.version: '' is no version; write digits and dots, as in \"3.12\"", id="nothing"),
        pytest.param('[pins]\npython = "3.10\\n"\n', "pins.toml:2: pins.python.version: '3.10\\n' is no version; write digits and dots, as in \"3.12\"", id="a newline behind"),
        pytest.param("[pins]\npython = 3.10\n", 'pins.toml:2: pins.python.version: 3.10 is a number, and as a number 3.10 is 3.1; write "3.10", in quotes', id="a float"),
        pytest.param("[pins]\nnode = 20\n", 'pins.toml:2: pins.node.version: 20 is a number, and as a number 3.10 is 3.1; write "20", in quotes', id="an integer"),
        pytest.param("[pins.python]\nsupports = [\n  3.9,\n]\n", 'pins.toml:3: pins.python.supports[0]: 3.9 is a number, and as a number 3.10 is 3.1; write "3.9", in quotes', id="a float in a list"),
        pytest.param("[pins]\npython = true\n", "pins.toml:2: pins.python.version: must be text, in quotes", id="a truth value"),
        pytest.param('[pins.python]\nsupports = "3.9"\n', 'pins.toml:2: pins.python.supports: must be a list, as in ["..."]', id="no list"),
        pytest.param('[pins.python]\nversion = "3"\nfrom = "a"\n', "pins.toml:1: pins.python: version and from exclude each other; keep one of them", id="version and from"),
        pytest.param("[pins.python]\n", "pins.toml:1: pins.python: says no version; give version, supports, minimum or from", id="an empty pin"),
        pytest.param('[pins]\n"" = "3"\n', "pins.toml:2: pins.: a pin needs a name", id="no name"),
        pytest.param('[pins]\ncuda = "11"\ncudatoolkit = "11"\n', "pins.toml:3: pins.cudatoolkit: cudatoolkit and cuda are one subject; keep one of them", id="two pins for one subject"),
        pytest.param('[pins]\npip_tools = "6"\npip-tools = "6"\n', "pins.toml:3: pins.pip-tools: pip-tools and pip_tools are one subject; keep one of them", id="two spellings of one subject"),
        pytest.param(
            '[pins.python]\nversion = "3.6"\nsupports = ["3.6", "3.6.0"]\n',
            "pins.toml:1: pins.python: supports says a version twice; keep one of them",
            id="one version spelled twice",
        ),
        pytest.param(
            '[pins.python]\nversion = "3.9.7"\nminimum = "3.10"\n',
            "pins.toml:1: pins.python: version 3.9.7 lies below the minimum 3.10; raise one or lower the other",
            id="a version below the minimum",
        ),
        pytest.param('[pins]\npython = "3"\npython = "4"\n', "pins.toml:3: not valid TOML: python is defined twice", id="one key twice"),
        pytest.param('[pins]\ncuda = "1"\n[pins.python]\nversion = "3"\naliases = ["cuda"]\n', "pins.toml:5: pins.python.aliases[0]: cuda is a name of cuda already; keep one of them", id="an alias that is a pin"),
        pytest.param(PINS + '[[places]]\nfiles = ["a"]\npattern = "(?P<python>"\n', "pins.toml:5: places[0].pattern: the pattern doesn't compile: missing ), unterminated subpattern at position 0", id="a pattern that doesn't compile"),
        pytest.param(PINS + '[[places]]\nfiles = ["a"]\npattern = "(?P<pyhton>a)"\n', "pins.toml:5: places[0].pattern: pyhton is no pin of this file; did you mean python?", id="a group that is no pin"),
        pytest.param(PINS + '[[places]]\nfiles = ["a"]\npattern = "a"\n', "pins.toml:5: places[0].pattern: it names no version; write one as (?P<python>...)", id="a pattern without a group"),
        pytest.param(PINS + '[[require]]\nfiles = ["a"]\npin = "pithon"\n', "pins.toml:5: require[0].pin: pithon is no pin of this file; did you mean python?", id="a required name that is no pin"),
        pytest.param(PINS + '[[require]]\nfiles = ["../a"]\npin = "python"\n', "pins.toml:4: require[0].files[0]: '../a' leads out of the repository; name a path inside it", id="a glob that leads out"),
        pytest.param(PINS + '[[ignore]]\nfiles = ["/etc/**"]\nreason = "r"\n', "pins.toml:4: ignore[0].files[0]: '/etc/**' leads out of the repository; name a path inside it", id="a glob from the top of the disk"),
        pytest.param(PINS + '[[ignore]]\nfiles = ["[b-a]"]\nreason = "r"\n', "pins.toml:4: ignore[0].files[0]: '[b-a]' is no glob: bad character range b-a at position 9", id="a glob that is none"),
        pytest.param('[pins.mypy]\nfrom = "../other/x.yml"\n', "pins.toml:2: pins.mypy.from: '../other/x.yml' leads out of the repository; name a path inside it", id="a source that leads out"),
        pytest.param(PINS + '[[ignore]]\nfiles = ["a"]\n', "pins.toml:3: ignore[0].reason: missing; it is required", id="an ignore without a reason"),
        pytest.param(PINS + '[[ignore]]\nfiles = ["a"]\nreason = ""\n', "pins.toml:5: ignore[0].reason: must not be empty", id="an empty reason"),
        pytest.param(PINS + '[[ignore]]\nreason = "r"\nuntil = "soon"\n', "pins.toml:5: ignore[0].until: must be a date, as in 2027-06-30, without quotes", id="no date"),
        pytest.param(PINS + '[[ignore]]\nreason = "r"\npins = ["pyton"]\n', "pins.toml:5: ignore[0].pins: pyton is no pin of this file; did you mean python?", id="an ignored name that is no pin"),
        pytest.param(PINS + "[[overrides]]\nfiles = []\npins = {}\n", "pins.toml:4: overrides[0].files: must name at least one", id="no files"),
        pytest.param(PINS + '[[overrides]]\nfiles = ["a"]\npins = { python = "x" }\n', "pins.toml:5: overrides[0].pins.python.version: 'x' is no version; write digits and dots, as in \"3.12\"", id="no version in an override"),
        pytest.param(PINS + '[[overrides]]\nfiles = ["a"]\n[overrides.pins]\ncuda = "11"\ncudatoolkit = "11"\n', "pins.toml:7: overrides[0].pins.cudatoolkit: cudatoolkit and cuda are one subject; keep one of them", id="two pins of an override for one subject"),
        pytest.param(PINS + '[rules]\nunused-pins = "off"\n', "pins.toml:4: rules.unused-pins: no such rule; did you mean unused-pin?", id="no rule"),
        pytest.param(PINS + '[rules]\nunused-pin = "warn"\n', "pins.toml:4: rules.unused-pin: 'warn' is not one of 'error', 'advice' or 'off'", id="no severity"),
        pytest.param('[pins]\npython = "3\n', "pins.toml:2: not valid TOML: a string doesn't end", id="a string that doesn't end"),
        pytest.param("[pins\n", "pins.toml:1: not valid TOML: a table's name without ]", id="a bracket that doesn't close"),
        pytest.param("x = [1,\n\n", "pins.toml:3: not valid TOML: no value", id="a list that doesn't end"),
        pytest.param("x = " + "[" * 100_000, "pins.toml:1: not valid TOML: nested more than 100 deep", id="brackets without end"),
        pytest.param("x = " + "{x = " * 100_000, "pins.toml:1: not valid TOML: nested more than 100 deep", id="braces without end"),
        pytest.param("a." * 200_000 + "a = 1\n", "pins.toml:1: not valid TOML: nested more than 100 deep", id="a key without end"),
        pytest.param("[" + "a." * 200_000 + "a]\n", "pins.toml:1: not valid TOML: nested more than 100 deep", id="a table without end"),
        pytest.param('[pins]\npython = "1' + "a" * 10_000 + '$"\n', None, id="what would take long to be told no version"),
        pytest.param(PINS + '[[places]]\nfiles = ["a"]\npattern = "' + "(" * 900 + '"\n', None, id="a pattern too deep to compile"),
        pytest.param(PINS + '[[places]]\nfiles = ["a"]\npattern = "' + "a" * 1001 + '"\n', "pins.toml:5: places[0].pattern: the pattern is longer than 1000 characters", id="a pattern too long"),
    ],
)
def test_mistakes(text: str, error: str | None) -> None:
    with bounded(60):
        with pytest.raises(PinlintError) as raised:
            config.load(text, "pins.toml")
    assert error is None or str(raised.value) == error
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("text", ['x = "\\q"', "x = 2027-13-01", "x = 0123"], ids=["an escape", "a date", "a zero in front"])
def test_what_only_tomllib_knows_to_be_wrong_has_its_line_too(text: str) -> None:
    with pytest.raises(PinlintError, match=r"^pins\.toml:3: not valid TOML: [^(]+$"):
        config.load(f"{PINS}{text}\n", "pins.toml")


def test_what_an_override_alone_pins_is_a_pin_of_the_file() -> None:
    more = '[[overrides]]\nfiles = ["a"]\npins = { mypy = "1.0" }\n[[require]]\nfiles = ["a"]\npin = "mypy"\n'
    assert config.load(PINS + more, "pins.toml").require[0].pin == "mypy"


def test_where_each_pin_comes_from() -> None:
    more = '[pins.mypy]\nfrom = "b.txt"\n[pins.ruff]\nfrom = "a.txt"\n[[overrides]]\nfiles = ["a"]\npins = { ruff = { from = "b.txt" } }\n'
    assert config.load(PINS + more, "pins.toml").sources == ("a.txt", "b.txt")


def test_other_names_of_a_pin() -> None:
    pins = config.load('[pins.ruff]\nversion = "1"\naliases = ["Acme_Ruff", "ruff", "acme-ruff"]\n', "pins.toml")
    assert set(pins.aliases) == {("acme-ruff", "ruff"), ("ruff", "ruff")}
    assert pins.for_path("a")["acme-ruff"].version == "1"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("files", "error"),
    [
        pytest.param({}, "mypy.from: requirements.txt can't be read: No such file or directory", id="no file"),
        pytest.param({"requirements.txt": "ruff==1.0\n"}, "mypy.from: requirements.txt says no version of mypy; name a file with one mention", id="no mention"),
        pytest.param({"requirements.txt": "mypy\n"}, "mypy.from: requirements.txt says no version of mypy; name a file with one mention", id="no version"),
        pytest.param({"requirements.txt": "mypy==1.0\nmypy==1.1\n"}, "mypy.from: requirements.txt says several versions (1.0, 1.1); name a file with one mention", id="several versions"),
    ],
)
def test_from_that_says_nothing(repository: Path, capsys, files: dict[str, str], error: str) -> None:
    (repository / "pins.toml").write_text('# the truth\n[pins.mypy]\nfrom = "requirements.txt"\n')
    for name, text in files.items():
        (repository / name).write_text(text)
    assert main(["--fix", "--no-cache"]) == 2
    printed = capsys.readouterr()
    assert printed.err == f"pinlint: pins.toml:2: {error}\n"
    assert printed.out == ""


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(b"[pins]\npython = '3\xff'\n", "pins.toml:2: not UTF-8; save it as UTF-8", id="latin-1"),
        pytest.param("[pins]".encode("utf-16"), "pins.toml: can't be read: encoded as UTF-16 or UTF-32; save it as UTF-8", id="utf-16"),
        pytest.param(b"#" * 1_100_000, "pins.toml: larger than 1024 KiB, so it is not read; pins take a line each", id="large"),
        pytest.param(b'[pins]\n"\\u001b[31m" = "x"\n', "pins.toml:1: pins.\\x1b[31m.version: 'x' is no version; write digits and dots, as in \"3.12\"", id="a key that would colour the terminal"),
    ],
)
def test_file_that_is_no_text(repository: Path, capsys, content: bytes, error: str) -> None:
    (repository / "pins.toml").write_bytes(content)
    assert main([]) == 2
    assert capsys.readouterr().err == f"pinlint: {error}\n"


def test_byte_order_mark_and_carriage_returns_are_no_mistake(repository: Path, capsys) -> None:
    (repository / "pins.toml").write_bytes(b'\xef\xbb\xbf[pins]\r\nmypy = "1.0"\r\n')
    (repository / "requirements.txt").write_text("mypy==1.0\n")
    assert main([]) == 0
    assert main(["set", "mypy", "1.1"]) == 0
    assert (repository / "pins.toml").read_bytes() == b'\xef\xbb\xbf[pins]\r\nmypy = "1.1"\r\n'
    assert (repository / "requirements.txt").read_text() == "mypy==1.1\n"


def test_a_mistake_writes_nothing(repository: Path) -> None:
    (repository / "pins.toml").write_text('[pins]\nmypy = "1.0"\nrufff = 3\n')
    (repository / "requirements.txt").write_text("mypy==1.1\n")
    assert main(["--fix"]) == 2
    assert (repository / "requirements.txt").read_text() == "mypy==1.1\n"


NAMES = st.sampled_from(["python", "cuda", "cudatoolkit", "pip_tools", "pip-tools", "", "actions/checkout", "A b", "version"])
VALUES = st.sampled_from(['"3.10"', '"1.0rc1"', '"23.10.0-1"', '"v3"', '"latest"', '""', "3.10", "true", '{ version = "3" }', '["3"]'])


@given(st.lists(st.tuples(NAMES, VALUES), max_size=3, unique_by=lambda pair: pair[0]), st.sampled_from(["[pins]", "[pinz]", "pins = 1\n[rules]", ""]))
def test_the_short_form_needs_no_pydantic(pairs: list[tuple[str, str]], head: str) -> None:
    """What a file of the short form says without pydantic, it says with it, mistakes as well."""
    text = "\n".join([head, *(f'"{name}" = {value}' for name, value in pairs)])

    def said() -> object:
        try:
            return config.load(text, "pins.toml")
        except PinlintError as error:
            return str(error)

    with pytest.MonkeyPatch.context() as patch:
        quick = said()
        patch.setattr(config, "_short", lambda data: None)
        assert quick == said()
