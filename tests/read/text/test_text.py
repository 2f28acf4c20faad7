from articlex.page import Form, Kind
from articlex.read.text.lines import split_lines
from articlex.read.text.reader import read_text

WRAPPED = """\
Yesterday the new library opened in the town, and many of the people who
live there came to see it for themselves. They borrowed the first books and
stayed until the evening, when the lights were turned off again.

The mayor said that it had taken eleven years to find the money, and that the
next thing on the list was a swimming pool for the children.
"""


def texts(source):
    return [block.text for block in read_text(source).blocks]


def test_a_prefix_line_and_a_menu_stay_one_block_a_line():
    source = " date 2018-01-02 English\n中文\n日本語\nLatest\nMobile 360 – Europe 2017\n\nA headline\n"
    assert texts(source) == [
        "date 2018-01-02 English",
        "中文",
        "日本語",
        "Latest",
        "Mobile 360 – Europe 2017",
        "A headline",
    ]


def test_wrapped_paragraphs_are_joined():
    found = read_text(WRAPPED).blocks
    assert [(b.line, b.gap, len(b.lines), b.kind) for b in found] == [
        (1, 0, 3, Kind.PARAGRAPH),
        (5, 1, 2, Kind.PARAGRAPH),
    ]
    assert found[0].text.startswith(
        "Yesterday the new library opened in the town, and many of the people who live"
    )


def test_a_page_without_blank_lines_is_never_joined():
    paragraph = " ".join(["The council met again on Tuesday to talk about the bridge."] * 6)
    source = "\n".join(["Home", "News", "Sport", paragraph, paragraph[:170], paragraph[:90], "Imprint"])
    assert texts(source) == source.split("\n")


def test_an_empty_page_has_no_blocks():
    assert read_text("").blocks == ()
    assert read_text(" \n\t\n\x00\u200b\n").form is Form.TEXT


def test_line_breaks_of_every_kind():
    assert texts("one\r\ntwo\rthree\r\r\nfour\x85five\u2028six") == [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
    ]


def test_a_form_feed_ends_a_line_and_counts_as_a_gap():
    assert [(b.text, b.gap) for b in read_text("one\ntwo\x0cthree\n").blocks] == [
        ("one", 0),
        ("two", 0),
        ("three", 1),
    ]


def test_what_shows_nothing_is_dropped():
    source = "\x1b[1mbo\u200bld\x1b[0m N\x08NA\x08AME a\xadb \u202eabc\u202c \x1b]0;title\x07x"
    assert texts(source) == ["bold NAME ab abc x"]


def test_joiners_and_direction_marks_stay():
    text = "می‌خواهم \u200fשלום\u200e 👨‍👩‍👧"
    assert texts(text) == [text]


def test_direction_marks_at_the_edges_go_where_the_first_letter_says_the_same():
    assert texts("\u200fשלום.\u200f\n\u200fHTML היא שפה\n \u200e\nabc\u200e") == [
        "שלום.",
        "\u200fHTML היא שפה",
        "abc",
    ]


def test_blanks_behind_lines_are_seen_on_a_page_with_such_marks():
    assert [line.open for line in split_lines("one \ntwo\n\u200fשלום")] == [True, False, False]


def test_isolates_around_a_line_are_marks_at_its_edges():
    mixed, two = "\u2067HTML היא שפה\u2069", "\u2068Ann\u2069 and \u2068Ben\u2069"
    source = f"\u2068  שלום.\u2069\n{mixed}\n\u2066abc\u2069\n{two}"
    assert texts(source) == ["שלום.", mixed, "abc", two]


def test_columns_of_indentation():
    assert [b.indent for b in read_text("a\n   b\n\tc\n\u3000\u3000d\n  \te").blocks] == [0, 3, 8, 4, 8]
