"""The cheap tests that spare most lines a costly one never say no where that one says yes."""

import sys

from hypothesis import given
from hypothesis import strategies as st

from articlex.read.text import measures
from articlex.read.text.code import signs as code_signs
from articlex.read.text.code.signs import BEGINNINGS, CODE_BEGIN, may_be_code
from articlex.read.text.lines import measured, split_lines
from articlex.read.text.marks import markdown
from articlex.read.text.recognisers import SIGNED
from articlex.read.text.scripts import first_unit, is_unspaced
from articlex.read.text.tables.dashed import dashed_table
from articlex.read.text.wrapping.pairs import needed

CODE = st.sampled_from(
    [
        "def",
        "import ",
        "from",
        "SELECT",
        "if",
        "async ",
        "x",
        "Name",
        " ",
        " = ",
        "=",
        "(",
        ")",
        ";",
        "{",
        "$ ",
        ">>> ",
        ".",
    ]
)


def test_characters_of_one_column() -> None:
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if not measures._MAY_DIFFER.search(char):
            assert measures._WIDTHS.__missing__(code) == ".", hex(code)


@given(st.lists(CODE, min_size=1, max_size=8).map("".join).map(str.strip).filter(bool))
def test_lines_of_code(text: str) -> None:
    begins_or_ends = CODE_BEGIN.match(text) or code_signs._ends_as_code(text)
    assert may_be_code(text) or not begins_or_ends
    assert all(len(beginning) == 2 for beginning in BEGINNINGS)


@given(st.text('[]()! ab"\\:/h', max_size=24))
def test_open_links(text: str) -> None:
    assert markdown._may_be_open(text) or "[" not in text or not markdown.OPEN_LINK.search(text)


@given(st.text("ab( \t漢。é", min_size=1, max_size=8).filter(str.strip), st.sampled_from("a漢。é"))
def test_width_of_the_next_word(raw: str, last: str) -> None:
    line, following = (measured(1, row, " ".join(row.split()), 0) for row in (last, raw))
    space = 0 if is_unspaced(following.text[0]) and is_unspaced(last) else 1
    assert needed(line, following) == line.width + space + line.measure(first_unit(raw.lstrip()))


#: What stands behind the first sign in lines that have a shape, and below them.
TAILS = (
    "§§§",
    "§§§§§§§§§§§§",
    " § §",
    " word",
    " words=",
    "--- name",
    "code]",
    "--+--+",
)
BELOW = ("text", "§§ §§", "§", "|-- a", "-- --", "├── b", "§§§§")


@given(
    st.characters(exclude_categories=("L", "N", "Z", "C")) | st.sampled_from("`~.[{#<\\┌+-=*_─|:"),
    st.sampled_from(TAILS),
    st.lists(st.sampled_from(BELOW), max_size=4),
)
def test_shapes_begin_with_their_signs(sign: str, tail: str, below: list[str]) -> None:
    rows = [(sign + tail).replace("§", sign), *(row.replace("§", sign) for row in below)]
    lines = split_lines("\n".join(rows))
    signed = lines[1].text[0] if len(lines) > 1 else ""
    for signs, recognise in SIGNED:
        may_be = sign in signs or (recognise is dashed_table and signed in signs)
        assert may_be or recognise(lines, 0) is None
