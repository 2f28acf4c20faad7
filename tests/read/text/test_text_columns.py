"""What holds for columns side by side, whatever stands in them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from articlex.read.text.columns.side_by_side import side_by_side
from articlex.read.text.lines import columns, split_lines
from articlex.read.text.reader import read_text

WORDS = ["the", "ferry", "islands", "и", "лампы", "лёд", "船", "码头", "הנמל", "مرحبا", "ได้ยิน", "•", "12"]
PROSE = [
    "The ferry to the northern islands will",
    "run again from Monday, after the harbour",
    "was closed for three weeks because the",
    "ice had damaged the pier and two of its",
    "lamps. Captain Ada Brook said that she",
    "had never seen so many people waiting at",
]
CELLS = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
ROWS = st.lists(st.tuples(st.integers(0, 7), CELLS, CELLS), min_size=4, max_size=30)


def beside(rows):
    """Rows of a menu, of an article (its lines by number, a blank one behind) and of another menu."""
    lines = []
    for number, menu, links in rows:
        line = ""
        for edge, cell in ((0, menu), (30, PROSE[number] if number < len(PROSE) else ""), (74, links)):
            line += " " * (edge - columns(line)) + cell if cell else ""
        lines.append(line)
    return "\n".join(lines)


PAGES = st.one_of(
    ROWS.map(beside), ROWS.map(lambda rows: beside([(k % 7, a, b) for k, (_, a, b) in enumerate(rows)]))
)


@given(PAGES)
def test_no_word_is_lost(source):
    parts = side_by_side(split_lines(source))
    found = [word for part in parts for line in part for word in line.text.split()]
    assert sorted(found) == sorted(source.split())
    read = re.findall(r"[^\W\d_]+", " ".join(block.text for block in read_text(source).blocks))
    assert sorted("".join(read)) == sorted("".join(re.findall(r"[^\W\d_]+", source)))


@given(PAGES)
def test_every_line_is_part_of_its_source_line(source):
    rows = source.split("\n")
    for part in side_by_side(split_lines(source)):
        numbers = [line.number for line in part]
        assert numbers == sorted(numbers)
        assert all(line.raw in rows[line.number - 1] and line.gap >= 0 for line in part)


@given(PAGES)
def test_one_column_is_not_divided_again(source):
    for part in side_by_side(split_lines(source)):
        assert len(side_by_side(part)) == 1


def test_a_page_without_columns_is_one_part():
    lines = split_lines("\n".join(PROSE))
    assert side_by_side(lines) == [lines]
