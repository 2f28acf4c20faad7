"""Pages beside their Markdown: which element each word stands in, what became of paragraphs and spaces."""

from __future__ import annotations

from collections import Counter

from articlex_lab.checks.output.source_structure import Structure, body_of, compare, report, tree_of

LONG = "Rain fell on the harbour all day"


def compared(html: str, markdown: str) -> Structure:
    return compare(markdown, tree_of(html.encode(), "utf-8"))


def test_words_in_the_like_element_are_told_from_words_in_another() -> None:
    html = f"<h2>The wet harbour</h2><ul><li>{LONG}</ul><blockquote>Nobody came to see it</blockquote>"
    found = compared(html, f"The wet harbour\n\n- {LONG}\n\n> Nobody came to see it")
    assert found.words == Counter(
        {("heading", "paragraph"): 3, ("item", "item"): 7, ("quotation", "quotation"): 5}
    )


def test_a_cell_with_blocks_lays_out_and_a_paragraph_in_italics_is_a_caption() -> None:
    html = f"<table><tr><td><p>{LONG}</p></table><figure><figcaption>The old harbour</figcaption></figure>"
    found = compared(html, f"{LONG}\n\n*The old harbour*")
    assert found.words == Counter({("paragraph", "paragraph"): 7, ("caption", "caption"): 3})


def test_text_behind_a_comment_is_read() -> None:
    assert (
        compared(
            f"<p>Rain<!-- x --> fell <!-- -->on us</p><p>{LONG}</p>", f"Rain fell on us\n\n{LONG}"
        ).astray
        == 0
    )


def test_words_of_a_menu_are_not_taken_for_those_of_the_text() -> None:
    html = f"<ul><li>Rain<li>All day</ul><p>{LONG}</p>"
    assert compared(html, LONG).words == Counter({("paragraph", "paragraph"): 7})


def test_paragraphs_come_out_whole_cut_split_or_joined() -> None:
    html = f"<p>{LONG}</p>"
    assert compared(html, LONG).paragraphs == {"whole": 1}
    assert compared(html, "Rain fell on the harbour").paragraphs == {"cut": 1}
    assert compared(html, "Rain fell on\n\nthe harbour all day").paragraphs == {"split": 1}
    assert compared(html + "<div>Nobody came</div>", LONG + " Nobody came").paragraphs == {"joined": 2}
    assert compared("<p>Rain fell<br><br>all day</p>", "Rain fell\n\nall day").paragraphs == {"whole": 2}


def test_spaces_are_lost_and_gained_between_letters_and_signs() -> None:
    html = f"<p>{LONG} <b>and</b> night<i>s</i>, <b>R</b>ain or<br>shine <i>!</i></p>"
    assert compared(html, f"{LONG} **and** nights, Rain or shine !").spaces.total() == 0
    assert compared(html, f"{LONG} **and**nights, Rain orshine !").spaces["lost"] == 2
    assert compared(html, f"{LONG} and night s , Rain or shine !").spaces["gained"] == 2


def test_words_that_the_page_does_not_have_there_are_astray() -> None:
    assert compared(f"<p>{LONG}</p>", f"{LONG} and night").astray == 2


def test_the_headline_is_no_part_of_the_body() -> None:
    assert body_of("# Rain\n\nIt rained.", "Rain").strip() == "It rained."
    assert body_of("# Rain\n\nIt rained.", None).startswith("# Rain")


def test_the_report_has_the_share_of_words_in_place_and_the_worst_page() -> None:
    printed = report({"a/1": compared(f"<p>{LONG}</p>", f"- {LONG}")}, worst=1)
    assert "| paragraph   |     7 |               0.0000 | item 7" in printed
    assert "paragraph as item: a/1 7" in printed
