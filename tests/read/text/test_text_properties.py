"""What holds for every raw page text, whatever is in it."""

import re
import textwrap
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from articlex.page import Kind
from articlex.read.text.reader import read_text

#: Pieces that the recognisers of the reader look for.
PIECES = [
    *("\n", "\n\n", "\n    ", "\n  ", "\t", " ", "  ", "\x0c", "\r\n", "\xa0", "\u3000"),
    *(
        "* ",
        "- ",
        "• ",
        "1. ",
        "2. ",
        "3) ",
        "> ",
        ">",
        "# ",
        "```",
        "~~~",
        "=====",
        "-----",
        "|",
        "| - |",
        "+--+",
    ),
    *(
        "┌──┐",
        "│",
        "└──┘",
        "[1]",
        "[2]",
        "\n   1. https://a.example/",
        "References",
        "\xad",
        "\u200b",
        "\u2010",
    ),
    *(
        "word",
        "two words",
        "昨日、図書館が",
        "ประเทศไทย",
        "שלום",
        "مرحبا",
        "한국어",
        "Ωμέγα",
        "wrote:",
        "if (x) {",
        "}",
    ),
    "a line of running text that is long enough to look like one that was wrapped",
]
#: Words of wrapped paragraphs, among them signs that programs measure differently.
WRAPPED_WORDS = [
    "harbour",
    "lamps",
    "the",
    "and",
    "lock-gate",
    "fog,",
    "boats.",
    "🧠",
    "•",
    "□",
    "2023-06-12",
    "東京",
]


@st.composite
def wrapped(draw):
    """A few paragraphs, wrapped at one width, some below each other and some with bullets."""
    width = draw(st.sampled_from([60, 66, 72, 80]))
    lines = []
    for _ in range(draw(st.integers(1, 5))):
        paragraph = " ".join(draw(st.lists(st.sampled_from(WRAPPED_WORDS), min_size=1, max_size=40)))
        bullet = draw(st.sampled_from(["", "", "- ", "      □ "]))
        lines += textwrap.wrap(paragraph, width, initial_indent=bullet, subsequent_indent=" " * len(bullet))
        lines += draw(st.sampled_from([[], [""]]))
    return "\n".join(lines)


TEXTS = st.one_of(
    wrapped(),
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.lists(st.text(st.characters(categories=["L", "P", "Zs"]), max_size=80), max_size=30).map("\n".join),
)
INVISIBLE = re.compile("[\xad\u200b\u2010]")


def words(text):
    """The words that have to come back: no numbers, which lists and links keep elsewhere, and no rules."""
    return re.findall(r"[^\W\d_]{2,}", text)


@given(TEXTS)
def test_the_blocks_are_numbered_in_order(source):
    page = read_text(source)
    assert [block.index for block in page.blocks] == list(range(len(page.blocks)))
    assert all(one.line <= two.line for one, two in pairwise(page.blocks))
    assert page.nodes[0].last == len(page.blocks)


@given(st.lists(st.sampled_from([piece for piece in PIECES if not INVISIBLE.search(piece)]), max_size=40))
def test_every_word_comes_back_in_order(pieces):
    source = "".join(pieces)
    found = " ".join(block.text + " " + block.language for block in read_text(source).blocks)
    wanted = words(source)
    # A fence's info string becomes the language, lower-cased; everything else is there as written.
    assert "".join(words(found)).lower() == "".join(wanted).lower() or "```" in source or "~~~" in source


@given(TEXTS)
def test_the_runs_are_the_text(source):
    for block in read_text(source).blocks:
        assert "".join(run.text for run in block.runs) == block.text
        assert block.text == block.text.strip() or block.kind in (Kind.CODE, Kind.TABLE)
        assert block.kind in (Kind.CODE, Kind.TABLE) or block.text == " ".join(block.text.split())


@given(TEXTS)
def test_what_was_read_once_is_not_joined_further(source):
    texts = [block.text for block in read_text(source).blocks if block.kind is Kind.PARAGRAPH]
    again = "\n\n".join(texts)
    assert "".join(words(" ".join(b.text for b in read_text(again).blocks))) == "".join(words(again))


@given(TEXTS)
def test_items_stand_in_lists(source):
    for block in read_text(source).blocks:
        kinds = [container.wrap for container in block.within if container.wrap != "quote"]
        assert kinds == ["list", "item"] * (len(kinds) // 2)
        assert block.kind is not Kind.LIST_ITEM or kinds
        assert len({container.id for container in block.within}) == len(block.within)


@given(TEXTS)
def test_the_same_text_gives_the_same_page(source):
    assert read_text(source) == read_text(source)
