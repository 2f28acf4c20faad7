from articlex.page import Style
from articlex.read.text.reader import read_text


def spans(source, style):
    blocks = read_text(source).blocks
    return [run.text for block in blocks for run in block.runs if run.style & style]


def bold(source):
    return spans(source, Style.STRONG)


def test_words_between_asterisks_are_bold():
    assert bold("The *eleven lamps* are lit.\n\nBring **no** umbrella.") == ["eleven lamps", "no"]


def test_one_span_on_a_page_is_text():
    assert bold("The *eleven* lamps are lit.") == []


def test_asterisks_of_notes_patterns_and_products_are_text():
    assert bold("rewrite /(.*)/media/(.*)/ with “~*” and “~*” in it.") == []
    assert bold("Size* and colour* of 2*3*4 files *.txt and *.md, see /*here*/ and * there *.") == []


def test_words_between_underscores_are_italic():
    assert spans("The _eleven lamps_ are lit.\n\nBring *no* umbrella.", Style.EM) == ["eleven lamps"]


def test_words_between_both_signs_are_bold_and_italic():
    source = "The *_eleven lamps_* are lit, as _we_ know."
    assert spans(source, Style.STRONG) == ["eleven lamps"]
    assert spans(source, Style.EM) == ["eleven lamps", "we"]


def test_underscores_of_names_and_of_lines_to_fill_in_are_text():
    assert spans("Call lamp_on_north and __init__ in _lamp_on_. Name: ____ Day: ____", Style.EM) == []
