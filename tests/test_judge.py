"""When a mention agrees, role by role."""

from __future__ import annotations

import pytest

from pinlint import purpose
from pinlint.fix import apply
from pinlint.judge import judge
from pinlint.model import Edit, Finding, Item, Mention
from pinlint.notations import read
from pinlint.pins import Pin


def said(text: str, notation: str = "dotted", role: str = "uses", *, start: int = 0, **more: object) -> Mention:
    version = "" if notation in ("floating", "unresolved") else read(notation, text)
    mention = Mention("python", start, start + len(text), text, notation, role, "here", version)
    return mention._replace(**more)  # type: ignore[arg-type]


def found(pin: Pin, *mentions: Mention, text: str = "") -> list[Finding]:
    return judge("file", list(mentions), {"python": pin}, lambda: text)


PIN = Pin("python", "3.10")
LIBRARY = Pin("python", "3.12", supports=("3.10", "3.11", "3.12"))


@pytest.mark.parametrize(
    ("pin", "mention", "expected"),
    [
        pytest.param(PIN, said("3.10"), [], id="agrees"),
        pytest.param(PIN, said("3.10.2"), [], id="inside the pin"),
        pytest.param(PIN, said("3.9"), ["3.10"], id="another minor"),
        pytest.param(PIN, said("3.9.7"), [None], id="needs a patch that the pin doesn't say"),
        pytest.param(PIN._replace(allow=("3.8",)), said("3.8"), [], id="allowed"),
        pytest.param(PIN._replace(allow=("3.8",)), said("3.7"), ["3.10"], id="not the allowed one"),
        pytest.param(PIN, said("3.9", frozen="the digest beside it decides"), [None], id="frozen"),
        pytest.param(PIN, said("3.9", plain="'"), ["'3.10'"], id="a plain scalar is quoted"),
        pytest.param(PIN, said("3.10", plain='"'), ['"3.10"'], id="a plain 3.10 is 3.1"),
        pytest.param(PIN, said("3.8", ">=", "floor"), [], id="a floor admits the pin"),
        pytest.param(PIN, said("3.11", ">=", "floor"), ["3.10"], id="a floor above the pin"),
        pytest.param(PIN, said("39", "compact", "floor"), [], id="py39 admits 3.10"),
        pytest.param(PIN._replace(allow=("3.12",)), said("3.12", role="floor"), [], id="an allowed target"),
        pytest.param(PIN._replace(allow=("3.12",)), said("3.12", ">=", "floor"), ["3.10"], id="a promise the pin breaks"),
        pytest.param(PIN, said("311", "compact", "floor"), ["310"], id="py311 doesn't"),
        pytest.param(PIN._replace(minimum="3.8"), said("39", "compact", "floor"), ["38"], id="a floor is the minimum"),
        pytest.param(PIN._replace(minimum="3.8"), said(">=3.7,<4", "pep440", "floor"), [">=3.8,<4"], id="so is a range's"),
        pytest.param(PIN._replace(minimum="3.8"), said("<4", "pep440", "floor", plain='"'), [None], id="a range without one"),
        pytest.param(LIBRARY, said("3.9", ">=", "floor"), ["3.10"], id="the lowest supported is the floor"),
        pytest.param(LIBRARY._replace(version=""), said("3.11"), [], id="no version: a supported one"),
        pytest.param(LIBRARY._replace(version=""), said("3.9"), ["3.10"], id="no version: an older one moves to the next supported"),
        pytest.param(LIBRARY._replace(version=""), said("3.9.1"), [None], id="no version: a patch can't be made up"),
        pytest.param(LIBRARY._replace(version=""), said("3.99"), [None], id="no version: a newer one is not lowered"),
        pytest.param(Pin("python", minimum="3.10"), said("3.9"), ["3.10"], id="the minimum alone: an older one moves to it"),
        pytest.param(Pin("python", minimum="3.10"), said("3.12"), [], id="the minimum alone: a newer one is fine"),
        pytest.param(PIN, said("3.9", role="output"), [None], id="output is never edited"),
        pytest.param(PIN, said("${{ x }}", "unresolved"), [], id="never guessed"),
        pytest.param(PIN, said("3.9", item=Item("l", 0, 3), role="supports"), ["3.10"], id="a list of one is a place"),
    ],
)
def test_single(pin: Pin, mention: Mention, expected: list[str | None]) -> None:
    assert [f.expected for f in found(pin, mention)] == expected


def row(*versions: str) -> tuple[str, list[Mention]]:
    text, mentions = "[", []
    for version in versions:
        at = len(text)
        mentions.append(said(version, role="supports", start=at, item=Item("list", at, at + len(version))))
        text += version + ", "
    return text[:-2] + "]", mentions


def test_a_list_that_holds_the_pin_is_left_alone() -> None:
    text, mentions = row("3.9", "3.10")
    assert found(PIN, *mentions, text=text) == []


def test_a_list_that_lacks_the_pin_is_reported_and_never_collapsed() -> None:
    text, mentions = row("3.8", "3.9")
    (finding,) = found(PIN, *mentions, text=text)
    assert (finding.rule, finding.edits) == ("version-mismatch", ())


def test_what_a_list_should_say_is_told_where_it_can_be_written() -> None:
    text, mentions = row("3.8", "3.9", "3.10")
    (finding,) = found(LIBRARY, *mentions, text=text)
    assert finding.expected == "3.10, 3.11, 3.12"
    assert "3.8, 3.9 are not supported and 3.11, 3.12 are missing" in finding.message
    (finding,) = found(LIBRARY, *(m._replace(frozen="a digest") for m in mentions), text=text)
    assert finding.expected is None and finding.message.endswith("not fixed: a digest")


def test_a_list_without_a_style_is_told_and_left() -> None:
    text, mentions = row("3.11", "3.10", "3.11")
    (finding,) = found(LIBRARY, *mentions, text=text)
    assert finding.edits == () and finding.message.endswith("not fixed: the list has no style to repeat safely")


def test_a_list_of_which_the_rows_say_all_that_is_supported_is_left() -> None:
    text, mentions = matrix(("3.8", "3.9"), "3.10", "3.11", "3.12")
    (finding,) = found(LIBRARY, *mentions, text=text)
    assert finding.edits == () and "3.8, 3.9 are not supported" in finding.message


def test_a_matrix_shorter_than_another_of_its_file_is_a_choice() -> None:
    text, longer = row("3.10", "3.11", "3.12")
    short_text, shorter = row("3.11", "3.12")
    at = len(text) + 1
    longer = [m._replace(item=m.item and m.item._replace(list="a.matrix")) for m in longer]
    shorter = [
        m._replace(start=m.start + at, end=m.end + at, item=Item("b.matrix", m.start + at, m.end + at)) for m in shorter
    ]
    assert found(LIBRARY, *longer, *shorter, text=f"{text}\n{short_text}") == []
    (finding,) = found(LIBRARY, *shorter, text=f"{text}\n{short_text}")
    assert "3.10 is missing" in finding.message, "alone it has fallen behind"


def test_a_longer_list_that_is_no_matrix_of_the_subject_says_nothing_of_a_matrix() -> None:
    text, longer = row("3.10", "3.11", "3.12")
    _, shorter = row("3.11", "3.12")
    at = len(text) + 1
    shorter = [m._replace(start=m.start + at, end=m.end + at, item=Item("matrix", m.start + at, m.end + at)) for m in shorter]
    text += "\n[3.11, 3.12]"
    assert [f.message for f in found(LIBRARY, *longer, *shorter, text=text) if "3.10 is missing" in f.message], "an envlist"
    others = [m._replace(subject="ruby", item=m.item and m.item._replace(list="a.matrix")) for m in longer]
    pins = {"python": LIBRARY, "ruby": LIBRARY._replace(subject="ruby")}
    assert [f.message for f in judge("file", [*others, *shorter], pins, lambda: text) if "3.10 is missing" in f.message], "ruby's"


def test_a_key_is_one_only_with_its_colon() -> None:
    text = "[3.11,  # python is\n3.12]"
    mentions = [said(v, role="supports", start=text.index(v), item=Item("a.python", text.index(v), text.index(v) + 4)) for v in ("3.11", "3.12")]
    (finding,) = found(LIBRARY, *mentions, text=text)
    assert finding.rule == "supported-versions-mismatch"


def test_an_axis_of_one_version_was_the_pin_whatever_its_rows_say() -> None:
    text, mentions = matrix(("3.9",), "3.8")
    mentions = [m._replace(where="matrix", item=m.item and m.item._replace(list="matrix")) for m in mentions]
    findings = found(PIN, *mentions, text=text)
    assert [apply(text, f.edits) for f in findings] == ["[3.10] 3.8"]


def test_a_list_that_is_behind_moves_whole_or_not() -> None:
    text, mentions = row("13.0.1", "12.4.1", "13.0.1")
    pin = Pin("python", "13.0.2")
    assert len(found(pin, *mentions, text=text)) == 2
    mentions[2] = mentions[2]._replace(frozen="a digest")
    (finding,) = found(pin, *mentions, text=text)
    assert finding.edits == ()


def test_a_minor_is_no_patch_of_its_series() -> None:
    elements = [said(v, "exact", "supports", start=9 * i, item=Item("list", 9 * i, 9 * i + 4)) for i, v in enumerate(("13.0", "12.4"))]
    (finding,) = found(Pin("python", "13.0.2"), *elements, text="13.0,    12.4")
    assert finding.edits == ()


def test_a_list_of_allowed_versions_need_not_hold_the_pin() -> None:
    pin = PIN._replace(allow=("3.7", "3.8"))
    text, mentions = row("3.7", "3.8")
    assert found(pin, *mentions, text=text) == []
    text, mentions = row("3.7", "3.9")
    (finding,) = found(pin, *mentions, text=text)
    assert finding.edits == ()


def test_a_list_equals_what_is_supported() -> None:
    text, mentions = row("3.10", "3.11", "3.12")
    assert found(LIBRARY, *mentions, text=text) == []
    text, mentions = row("3.9", "3.10")
    (finding,) = found(LIBRARY, *mentions, text=text)
    assert finding.rule == "supported-versions-mismatch"
    assert "3.9 is not supported and 3.11, 3.12 are missing" in finding.message
    assert finding.edits


def test_rows_need_not_be_all_that_is_supported_and_move_to_what_is_next_to_them() -> None:
    rows = [said(v, role="supports", start=9 * i, where=f"include[{i}].python") for i, v in enumerate(("3.10", "3.12"))]
    assert found(LIBRARY, *rows) == []
    rows[0] = rows[0]._replace(text="3.8", version="3.8")
    (finding,) = found(LIBRARY, *rows)
    assert finding.edits == (Edit(0, 4, "3.10"),)
    (finding,) = found(LIBRARY, rows[0]._replace(frozen="a reason"), rows[1])
    assert finding.edits == () and finding.message.endswith("not fixed: a reason")


def test_rows_that_would_all_be_one_are_left_alone() -> None:
    rows = [said(v, role="supports", start=9 * i, where=f"include[{i}].python") for i, v in enumerate(("3.7", "3.8"))]
    assert [(f.edits, "all rows would be one" in f.message) for f in found(LIBRARY, *rows)] == [((), True), ((), True)]


def test_a_label_says_what_its_place_will_say() -> None:
    place = said("3.9", start=20)
    label = said("3.9", role="label", start=2, labels=20)
    findings = found(PIN, place, label)
    assert [(f.start, f.expected, f.severity) for f in findings] == [(2, "3.10", "advice"), (20, "3.10", "error")]


def test_a_label_of_a_place_that_is_older_on_purpose_is_right() -> None:
    pin = Pin("python", "3.12", supports=("3.8", "3.12"))
    mentions = [said("3.8", start=20), said("3.8", role="label", start=2, labels=20)]
    assert judge("ci/min-install.txt", mentions, {"python": pin}, lambda: "") == []
    assert [f.expected for f in judge("ci/install.txt", mentions, {"python": pin}, lambda: "")] == ["3.12", "3.12"]


def test_a_label_follows_an_allowed_place() -> None:
    pin = PIN._replace(allow=("3.8",))
    place = said("3.8", start=20)
    assert found(pin, place, said("3.8", role="label", start=2, labels=20)) == []
    (finding,) = found(pin, place, said("3.10", role="label", start=2, labels=20))
    assert finding.expected == "3.8"


def test_floating_is_advice_without_an_edit() -> None:
    (finding,) = found(PIN, said("latest", "floating"))
    assert (finding.rule, finding.severity, finding.edits) == ("unpinned-mention", "advice", ())


def test_two_pins_that_want_one_place_are_both_left_alone() -> None:
    one = said("3.9", start=3)
    other = one._replace(subject="torch")
    findings = judge("file", [one, other], {"python": PIN, "torch": Pin("torch", "2.0")}, lambda: "")
    assert [f.edits for f in findings] == [(), ()]
    assert all("two pins want this place" in f.message for f in findings)


def test_a_place_that_is_right_for_another_pin_is_left_alone() -> None:
    one, other = said("11.3"), said("11.3", "completed", subject="toolkit")
    pins = {"python": PIN, "toolkit": Pin("toolkit", "11")}
    (finding,) = judge("file", [one, other], pins, lambda: "")
    assert finding.edits == () and "the place is toolkit's too" in finding.message
    (finding,) = judge("file", [one, other], pins | {"python": Pin("python", "11.4")}, lambda: "")
    assert finding.expected == "11.4", "which is right for both"
    label = other._replace(role="label", labels=99)
    (finding,) = judge("file", [one, label], pins | {"python": Pin("python", "12.1")}, lambda: "")
    assert finding.expected == "12.1", "a label keeps nothing where it is"


def test_several_pins_that_want_one_place_are_all_left_alone() -> None:
    subjects = {"a": "3.10", "b": "3.9", "c": "3.10", "python": "3.9"}
    places = [said("3.8", subject=subject) for subject in subjects]
    findings = judge("file", places, {s: Pin(s, version) for s, version in subjects.items()}, lambda: "")
    assert [f.edits for f in findings] == [()] * 4


@pytest.mark.parametrize(
    ("other", "fixed"),
    [
        pytest.param(Pin("foo", "3.9", supports=("3.8", "3.9")), False, id="right as it is"),
        pytest.param(Pin("foo", "3.9", supports=("3.9", "3.10", "3.11")), False, id="more is supported"),
        pytest.param(Pin("foo", "3.9", supports=("3.9", "3.10")), True, id="the same is supported"),
        pytest.param(Pin("foo", "3.8"), False, id="its version would go"),
        pytest.param(Pin("foo", "3.9"), True, id="its version stays"),
    ],
)
def test_a_list_of_two_subjects_is_edited_where_both_want_it(other: Pin, fixed: bool) -> None:
    text = "3.8, 3.9"
    elements = [
        said(text[at : at + 3], "exact" if subject == "foo" else "dotted", "supports", start=at, subject=subject, item=Item("list", at, at + 3))
        for at in (0, 5) for subject in ("foo", "python")
    ]
    pins = {"python": Pin("python", "3.9", supports=("3.9", "3.10")), "foo": other}
    findings = judge("file", elements, pins, lambda: text)
    assert [bool(f.edits) for f in findings] == [fixed] * len(findings)
    assert not fixed or apply(text, [e for f in findings for e in f.edits]) == "3.9, 3.10"


def test_a_row_of_two_subjects_is_left_alone_where_it_is_right_for_one() -> None:
    rows = [
        said(text, role="supports", start=at, subject=subject)
        for at, text in ((0, "3.9"), (5, "3.11")) for subject in ("foo", "python")
    ]
    pins = {"python": Pin("python", "3.11", supports=("3.10", "3.11")), "foo": Pin("foo", "3.11", supports=("3.9", "3.11"))}
    (finding,) = judge("file", rows, pins, lambda: "")
    assert finding.edits == () and "the place is foo's too" in finding.message
    found = judge("file", rows, pins | {"foo": Pin("foo", "3.10", supports=("3.10", "3.11"))}, lambda: "")
    assert [f.expected for f in found] == ["3.10", "3.10"], "which is right for both"


def test_findings_come_in_order() -> None:
    findings = found(PIN, said("3.9", start=30), said("3.8", start=10))
    assert [f.start for f in findings] == [10, 30]


@pytest.mark.parametrize(
    ("torch", "cuda", "expected"),
    [
        pytest.param("1.12.1", "11.6.2", "116", id="an index of that release"),
        pytest.param("1.12.1", "11.8", None, id="an index of another release"),
        pytest.param("", "11.8", "118", id="no torch pinned: an index of any release"),
        pytest.param("", "12.3", None, id="no release has one"),
        pytest.param("1.7.1", "11.0", "110", id="an old release, not in the table"),
    ],
)
def test_a_wheel_index_is_edited_only_where_one_is_published(torch: str, cuda: str, expected: str | None) -> None:
    mention = said("113", "wheel-index")._replace(subject="cuda")
    pins = {"cuda": Pin("cuda", cuda)} | ({"torch": Pin("torch", torch)} if torch else {})
    (finding,) = judge("file", [mention], pins, lambda: "")
    assert finding.expected == expected
    assert bool(finding.edits) is (expected is not None)
    why = f"not fixed: no wheel index is known for CUDA {cuda}{f' and torch {torch}' if torch else ''}"
    assert finding.message.endswith(why) is (expected is None)


def matrix(axis: tuple[str, ...], *rows: str) -> tuple[str, list[Mention]]:
    text, mentions = row(*axis)
    for version in rows:
        mentions.append(said(version, role="supports", start=len(text) + 1, where="list"))
        text += f" {version}"
    return text, mentions


def test_rows_add_to_the_axis_of_their_matrix() -> None:
    text, mentions = matrix(("3.10", "3.11"), "3.12")
    assert found(LIBRARY, *mentions, text=text) == []
    text, mentions = matrix(("3.9", "3.10"), "3.12")
    (finding,) = found(LIBRARY, *mentions, text=text)
    assert apply(text, finding.edits) == "[3.10, 3.11] 3.12"


@pytest.mark.parametrize(("row", "moved"), [("3.8", "3.10"), ("3.14", "3.12")])
def test_a_row_of_a_version_that_is_not_supported_moves_to_the_nearest_that_is(row: str, moved: str) -> None:
    text, mentions = matrix(("3.10", "3.11", "3.12"), row)
    (finding,) = found(LIBRARY, *mentions, text=text)
    assert apply(text, finding.edits) == f"[3.10, 3.11, 3.12] {moved}"


@pytest.mark.parametrize(
    ("path", "fixed"),
    [
        ("tests/py39/environment.yml", False), ("environment.py-3.9.yml", False), ("docker/Dockerfile.python3_9", False),
        ("py391/environment.yml", True), ("happy39/environment.yml", True), ("environment.yml", True),
    ],
)
def test_a_file_whose_path_names_its_version_is_left_at_it(path: str, fixed: bool) -> None:
    (finding,) = judge(path, [said("3.9")], {"python": PIN}, lambda: "")
    assert (bool(finding.edits), finding.severity) == (fixed, "error" if fixed else "advice")


@pytest.mark.parametrize(("text", "says"), [("latest", "floats here (latest)"), ("3.x", "floats here (3.x)"), ("lightning", "has no version here")])
def test_a_name_alone_is_no_floating_version(text: str, says: str) -> None:
    (finding,) = found(PIN, said("3.9")._replace(text=text, version="", notation="floating"))
    assert says in finding.message


@pytest.mark.parametrize(
    ("pin", "before", "after"),
    [
        pytest.param(LIBRARY, "[3.10, 3.11, 3.12]", "['3.10', 3.11, 3.12]", id="an element is not dropped"),
        pytest.param(LIBRARY, "[3.10, 3.11]", "['3.10', 3.11, 3.12]", id="another one is added"),
        pytest.param(LIBRARY, "[3.9, 3.10]", "['3.10', 3.11, 3.12]", id="another one is dropped"),
        pytest.param(LIBRARY, "[3.11, 3.10]", "[3.12, 3.11, '3.10']", id="falling"),
        pytest.param(PIN, "[3.9, 3.10]", "[3.9, '3.10']", id="the list holds the pin"),
        pytest.param(PIN._replace(version="3.9"), "[3.9, 3.10]", None, id="what is not pinned is nobody's business"),
    ],
)
def test_a_version_that_lacks_its_quotes_gets_them(pin: Pin, before: str, after: str | None) -> None:
    _, mentions = row(*before[1:-1].split(", "))
    findings = found(pin, *(m._replace(plain="'") for m in mentions), text=before)
    assert [apply(before, f.edits) for f in findings] == ([after] if after else [])


@pytest.mark.parametrize("frozen", ["", "a reason"])
def test_a_row_that_lacks_its_quotes_gets_them(frozen: str) -> None:
    text, mentions = matrix(("3.11", "3.12"), "3.10")
    mentions[-1] = mentions[-1]._replace(plain='"', frozen=frozen)
    (finding,) = found(LIBRARY, *mentions, text=text)
    assert apply(text, finding.edits) == ("[3.11, 3.12] 3.10" if frozen else '[3.11, 3.12] "3.10"')
    assert "read as 3.1 here, since 3.10 has no quotes" in finding.message and frozen in finding.message


@pytest.mark.parametrize(
    ("pin", "list_", "before", "after"),
    [
        pytest.param("3.10", "matrix", "[3.7, 3.9]", "[3.7, 3.10]", id="the newer of two that are apart moves"),
        pytest.param("3.10", "matrix", "[2.7, 3.9]", "[2.7, 3.10]", id="so it does beside another major"),
        pytest.param("3.10", "matrix", "[3.8, 3.9]", None, id="of two neighbours, which one is a guess"),
        pytest.param("3.10", "matrix", "[3.6, 3.7, 3.9]", None, id="of three too"),
        pytest.param("3.10", "matrix", "[3.7, 3.11]", None, id="a newer one than the pin was never the pin"),
        pytest.param("3.10", "matrix", "[1.7, 2.9]", None, id="nor was one of another major"),
        pytest.param("3.10", "envlist", "[3.7, 3.9]", None, id="an envlist is no matrix"),
        pytest.param("13.0.2", "envlist", "[12.4.1, 13.0.1]", "[12.4.1, 13.0.2]", id="a patch of the pin's series moves"),
        pytest.param("13.0.2", "envlist", "[13.0.0, 13.0.1]", None, id="of two patches, which one is a guess"),
    ],
)
def test_of_a_list_that_lacks_the_pin_its_former_version_moves(pin: str, list_: str, before: str, after: str | None) -> None:
    _, mentions = row(*before[1:-1].split(", "))
    elements = [m._replace(item=m.item and m.item._replace(list=list_)) for m in mentions]
    (finding,) = found(Pin("python", pin), *elements, text=before)
    assert apply(before, finding.edits) == (after or before) and bool(finding.edits) == bool(after)


@pytest.mark.parametrize(
    ("list_", "before", "after"),
    [
        pytest.param("matrix", "[3.10, 3.12]", None, id="a matrix may test the ends"),
        pytest.param("matrix", "[3.11, 3.12]", "[3.10, 3.11, 3.12]", id="a matrix that lacks one end has fallen behind"),
        pytest.param("matrix", "[3.10, 3.13]", "[3.10, 3.12]", id="an end that is supported no more becomes the end that is"),
        pytest.param("matrix", "[3.9, 3.12]", "[3.10, 3.12]", id="so does the lower one"),
        pytest.param("envlist", "[3.10, 3.12]", "[3.10, 3.11, 3.12]", id="an envlist is all that is supported"),
        pytest.param("target-version", "[3.10, 3.11]", None, id="a formatter may not know the newest"),
    ],
)
def test_a_matrix_may_be_a_choice(list_: str, before: str, after: str | None) -> None:
    _, mentions = row(*before[1:-1].split(", "))
    elements = [m._replace(item=m.item and m.item._replace(list=list_)) for m in mentions]
    assert [apply(before, f.edits) for f in found(LIBRARY, *elements, text=before)] == ([after] if after else [])


def test_a_version_is_no_expression() -> None:
    found = Mention("cuda", 0, 4, "11.*", "debian", "uses", "apt-get install", "11.*")
    assert not purpose.named("cuda/11.8/install.sh", found)
