from articlex.page import Style
from articlex.read.text.reader import read_text


def bold(source):
    blocks = read_text(source).blocks
    return [run.text for block in blocks for run in block.runs if run.style & Style.STRONG]


def test_words_between_asterisks_are_bold():
    assert bold("The *eleven lamps* are lit.\n\nBring **no** umbrella.") == ["eleven lamps", "no"]


def test_one_span_on_a_page_is_text():
    assert bold("The *eleven* lamps are lit.") == []


def test_asterisks_of_notes_patterns_and_products_are_text():
    assert bold("rewrite /(.*)/media/(.*)/ with “~*” and “~*” in it.") == []
    assert bold("Size* and colour* of 2*3*4 files *.txt and *.md, see /*here*/ and * there *.") == []
