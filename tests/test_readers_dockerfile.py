"""Instructions of a Dockerfile, whatever stands between their lines."""

from __future__ import annotations

import pytest

from pinlint.readers import dockerfile


def read(text: str) -> list[tuple[str, str, list[str]]]:
    return [(i.name, i.value.text.strip(), [b.text for b in i.bodies]) for i in dockerfile.read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("from a\nRun b\n", [("FROM", "a", []), ("RUN", "b", [])], id="case"),
        pytest.param("RUN a \\\n # c \\\n\n  b\nRUN d", [("RUN", "a   b", []), ("RUN", "d", [])], id="comment-and-blank"),
        pytest.param("RUN a \\\r\n b\r\nRUN c\r\n", [("RUN", "a  b", []), ("RUN", "c", [])], id="crlf"),
        pytest.param("# escape=`\nRUN a `\n b\nRUN c:\\\nRUN d", [("RUN", "a  b", []), ("RUN", "c:\\", []), ("RUN", "d", [])], id="escape"),  # noqa: E501
        pytest.param("RUN a \\\n", [("RUN", "a", [])], id="continued-at-the-end"),
        pytest.param("RUN <<A <<-B\nFROM x\nA\n\ty\n\tB\nRUN z", [("RUN", "<<A <<-B", ["FROM x\n", "\ty\n"]), ("RUN", "z", [])], id="heredocs"),  # noqa: E501
        pytest.param("RUN a <<'A' > b\nx \\\nA\nRUN z", [("RUN", "a <<'A' > b", ["x \\\n"]), ("RUN", "z", [])], id="quoted-heredoc"),  # noqa: E501
        pytest.param("RUN echo '<<A' $((1<<3)) <<<b\nRUN z", [("RUN", "echo '<<A' $((1<<3)) <<<b", []), ("RUN", "z", [])], id="no-heredoc"),  # noqa: E501
        pytest.param("RUN a \\\n <<A\nFROM x\nA\nRUN z", [("RUN", "a  <<A", ["FROM x\n"]), ("RUN", "z", [])], id="heredoc-of-a-second-line"),
        pytest.param("RUN a <<A \\\n b\nFROM x\nA\nRUN z", [("RUN", "a <<A  b", ["FROM x\n"]), ("RUN", "z", [])], id="heredoc-of-a-first-line"),
        pytest.param("FROM y\nRUN a <<A\n" + "x" * 90 + "\n #A\nA\nRUN z", [("FROM", "y", []), ("RUN", "a <<A", ["x" * 90 + "\n #A\n"]), ("RUN", "z", [])], id="heredoc-of-long-lines"),
        pytest.param("RUN a <<A\nx\n\tA\nA\nRUN z", [("RUN", "a <<A", ["x\n\tA\n"]), ("RUN", "z", [])], id="heredoc-that-keeps-tabs"),
        pytest.param("RUN a <<A \\\n# <<B\n b\nFROM x\nA\nRUN z\nB", [("RUN", "a <<A  b", ["FROM x\n"]), ("RUN", "z", []), ("B", "", [])], id="comment-is-no-heredoc"),
        pytest.param("ENV A=<<A\nRUN z\nA", [("ENV", "A=<<A", []), ("RUN", "z", []), ("A", "", [])], id="heredoc-of-no-command"),
        pytest.param("RUN a <<A\nRUN z", [("RUN", "a <<A", []), ("RUN", "z", [])], id="heredoc-without-end"),
        pytest.param("ONBUILD RUN a", [("RUN", "a", [])], id="onbuild"),
    ],
)
def test_read(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert read(text) == expected


def test_every_piece_stands_where_it_says() -> None:
    text = "FROM --platform=x a\nRUN b \\\n # c\n  d é \\\n\n e\n"
    for instruction in dockerfile.read(text):
        for piece in instruction.value.pieces:
            assert text.startswith(piece.text, piece.start)


def test_flags() -> None:
    (entry,) = dockerfile.read("COPY --from=a --link --chown=b:c x y")
    assert [(name, v.text) for name, v in entry.flags] == [("from", "a"), ("link", ""), ("chown", "b:c")]
    assert entry.value.text.strip() == "x y"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param('RUN ["pip", "install", "a\\"b"]', ["pip", "install", 'a\\"b'], id="words"),
        pytest.param("RUN [ -f x ]", [], id="test"),
        pytest.param('RUN a "b"]', [], id="no bracket in front"),
        pytest.param('RUN ["a", "b"', [], id="no bracket behind"),
        pytest.param('RUN ["a", b]', [], id="no-string"),
        pytest.param('RUN ["a"] && b', [], id="more-behind"),
    ],
)
def test_exec_form(text: str, words: list[str]) -> None:
    (entry,) = dockerfile.read(text)
    assert [word.text for word in dockerfile.exec_form(entry.value)] == words
