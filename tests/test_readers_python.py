"""Python: literals stand where the reader says, names are followed, and nothing is guessed or run."""

from __future__ import annotations

import pytest

from pinlint.model import Unreadable
from pinlint.readers import python
from pinlint.readers.tree import Node, Scalar


def texts(node: Node) -> list[str]:
    return [s.text for s in node.scalars()]


def stands(source: str, node: Node) -> None:
    """Every part of every text is in the source where it says."""
    for scalar in node.scalars():
        for piece in scalar.value().pieces:
            assert source[piece.start : piece.start + len(piece.text)] == piece.text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("f(x=[\"3.7\", '3.8'])", ["3.7", "3.8"], id="list"),
        pytest.param('é = "ü"; f(x=("é", "3.7"))', ["é", "3.7"], id="columns are characters"),
        pytest.param('f(\r\n  x="""a""",\r\n)', ["a"], id="carriage returns"),
        pytest.param('f(x="a" # no\n  "b")', ["ab"], id="adjacent literals"),
        pytest.param('V = "3.7"\nf(x=f"py{V}!")', ["py3.7!"], id="a constant in an f-string"),
        pytest.param('V = ["a"]\nf(x=V + ["b", *V])', ["a", "b", "a"], id="lists put together"),
        pytest.param('f(x=[f"v{v}" for v in ("1", "2")])', ["v1", "v2"], id="comprehension"),
        pytest.param('V: str = "3"\nf(x=V + ".7")', ["3.7"], id="strings put together"),
        pytest.param('V = "1"\nV = "2"\nf(x=V)', [], id="assigned twice"),
        pytest.param('V = "1"\nV += "2"\nf(x=V)', [], id="added to"),
        pytest.param('V = "1"\ndef g(V):\n    f(x=V)', [], id="a parameter hides the constant"),
        pytest.param("V = V\nf(x=V)", [], id="itself"),
        pytest.param('f(x=open("a").read())', [], id="computed"),
        pytest.param('f(x=["3.7", g(), "3.8"])', ["3.7", "3.8"], id="partly computed"),
        pytest.param('f(x=b"3.7")', [], id="bytes"),
        pytest.param('f(x=f"{v!r}")', ["{v!r}"], id="unknown stays"),
        pytest.param("V: str\nf(x=V)", [], id="declared and not assigned"),
        pytest.param('f(x=["a"] + g())', ["a"], id="a list and what is computed"),
        pytest.param('f(x=g() + ["a"])', ["a"], id="what is computed and a list"),
        pytest.param('f(x="%s" % "3.7")', [], id="formatted"),
        pytest.param('f(x=[3.7, "3.8", -1])', ["3.7", "3.8"], id="numbers as they are written"),
        pytest.param('V = V + ["a"]\nf(x=V)', ["a"], id="itself and more"),
        pytest.param('V = [W, W]\nW = [V, V]\nf(x=[*V])', [], id="in a circle"),
        pytest.param('f(x=[f"v{v}" for v in "1" for w in "2"])', [], id="two loops"),
        pytest.param('f(x=[f"v{v}" for v in ("1", "2") if v])', [], id="a loop that chooses"),
        pytest.param('f(x=[f"v{v}" for v, w in ("1", "2")])', [], id="a loop that takes apart"),
        pytest.param('V = "1"\ndef g():\n    V = h()\n    f(x=V)', [], id="a name of the function's own"),
        pytest.param('@p.parametrize("t")\ndef g(t):\n    f(x=[f"a=={t}", "b"])', ["a=={t}", "b"], id="no values in place"),
        pytest.param('@p.parametrize(T, ["1"])\ndef g(t):\n    f(x=[f"a=={t}", "b"])', ["a=={t}", "b"], id="a name elsewhere"),
        pytest.param(
            '@p.parametrize("t", ["1", "2"])\ndef g(s, t):\n    f(x=[f"a=={t}"])',
            ["a==1", "a==2"],
            id="several values in one",
        ),
    ],
)
def test_a_keyword_argument(source: str, expected: list[str]) -> None:
    calls = [call for call in python.read(source).calls if call.name == "f"]
    node = calls[0].keywords["x"]
    assert texts(node) == expected
    stands(source, node)


def test_calls_know_their_function() -> None:
    source = (
        "@nox.session(python=['3.7'])\ndef tests(session):\n    session.install('a')\nnox.options.sessions = ['x']\n"
    )
    read = python.read(source)
    assert sorted((c.name, c.function) for c in read.calls) == [("nox.session", "tests"), ("session.install", "tests")]
    assert texts(read.attributes["nox.options.sessions"]) == ["x"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("if sys.version_info < (3, 7): sys.exit(1)", ["3, 7"], id="exit"),
        pytest.param("if sys.version_info[:2] < (3, 7):\n    raise RuntimeError", ["3, 7"], id="raise"),
        pytest.param("if sys.version_info < (3, 7): os._exit(1)", ["3, 7"], id="at once"),
        pytest.param("if sys.version_info[1:] < (3, 7): exit()", [], id="not the whole version"),
        pytest.param("if sys.version_info < (3, minor): exit()", [], id="a name within"),
        pytest.param("if not sys.version_info >= (3, 7): exit()", ["3, 7"], id="not at least"),
        pytest.param("assert sys.version_info >= (3, 7, 1)", ["3, 7, 1"], id="assert"),
        pytest.param("if sys.version_info < (3, 7): deps.append('x')", [], id="a condition, not a floor"),
        pytest.param("if sys.version_info >= (3, 7): sys.exit(1)", [], id="an upper bound"),
        pytest.param("if sys.version_info < (3,): sys.exit(1)", [], id="only the major"),
        pytest.param("if sys.version_info < minimum: sys.exit(1)", [], id="a name"),
    ],
)
def test_guards(source: str, expected: list[str]) -> None:
    assert [g.text for g in python.read(source).guards] == expected


def test_what_is_not_python() -> None:
    with pytest.raises(Unreadable) as caught:
        python.read("x = 1\nprint 'x'\n")
    assert caught.value.line == 2
    assert python.read("{% if x %}\nsetup()\n").calls == []
    with pytest.raises(Unreadable):
        python.read("x = " + "(" * 5000)


def test_depth_is_no_danger() -> None:
    python.read("f(x=" + "[" * 60 + "]" * 60 + ")\n" + "y = " + " + ".join(["'a'"] * 300))
    python.read("a" + ".b()" * 900)


def test_undecodable_bytes() -> None:
    source = "# \udce9\nf(x='\udce9', y='3.7')"
    call = python.read(source).calls[0]
    y = call.keywords["y"]
    assert isinstance(y, Scalar)
    assert source[y.inner : y.inner_end] == "3.7"


def test_names_that_double_names_end() -> None:
    source = "A0 = 'x'\n" + "".join(f"A{i + 1} = A{i} + A{i}\n" for i in range(60)) + "f(x=A3, y=A60)"
    call = python.read(source).calls[0]
    assert texts(call.keywords["x"]) == ["x" * 8]
    assert texts(call.keywords["y"]) == []


def test_the_line_of_an_error_is_one_of_the_file() -> None:
    with pytest.raises(Unreadable) as caught:
        python.read("x = 1\r\r\r\rprint 'x'\n")
    assert caught.value.line <= 2, "a lone CR ends no line elsewhere"


def test_dictionaries_hold_what_their_keys_name() -> None:
    source = 'f(x={"a": ["3.7"], **more, g(): "3.8", "b": {"c": "3.9"}})'
    node = python.read(source).calls[0].keywords["x"]
    assert [(where, child.text) for where, _, child in node.walk() if isinstance(child, Scalar)] == [("a[0]", "3.7"), ("b.c", "3.9")]
    assert texts(python.read("f(x=" + "{'a': " * 40 + "'3.7'" + "}" * 40 + ")").calls[0].keywords["x"].at(*"a" * 40)) == [], "so deep and no deeper"


def test_elements_of_a_loop_are_of_one_list() -> None:
    call = python.read('f(x=[f"py{v}" for v in ("3.7", "3.8")])').calls[0]
    lists = [piece.item.list for scalar in call.keywords["x"].scalars() for piece in scalar.value().pieces if piece.item]
    assert lists == ["for v", "for v"]


def test_an_error_says_where_and_what() -> None:
    with pytest.raises(Unreadable, match="not valid Python 3: '\\(' was never closed") as caught:
        python.read("x = 1\n\ny = (")
    assert caught.value.line == 3
