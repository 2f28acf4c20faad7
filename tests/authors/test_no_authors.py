"""Names that are not the author's: of commenters, entries of contents, "us", buttons, whoever is greeted."""

import pytest

from articlex import extract
from articlex.authors.candidates import author_candidates
from articlex.read import read_page
from articlex_lab.corpora.stages_before import marked_before

TEXT = (
    "<p>The bridge over the river opened on Monday, two years after the old one had been closed to traffic, "
    "and nobody had expected that so many people would come to see the first tram cross it.</p>"
) * 5
PAGE = """<html lang="{language}"><head><title>{title}</title></head><body>{above}<h1>{title}</h1>
<p>{day}</p>{text}{below}</body></html>"""


def authors(above: str = "", below: str = "", text: str = TEXT, day: str = "6 May 2024") -> tuple[str, ...]:
    page = PAGE.format(
        language="en", title="Soup for the bridge", above=above, below=below, text=text, day=day
    )
    return extract(page, form="html").authors


def test_whoever_only_comments_did_not_write_the_page():
    comments = "".join(
        f"<dt class='comment-author'><a href='/u'>{name}</a> said...</dt><dd class='comment-body'><p>{said}"
        "</p></dd><dd class='comment-footer'>2 May 2014 21:10</dd>"
        for name, said in (("Lurdes Silva", "I miss this soup so much."), ("Marco Rossi", "Without turnips?"))
    )
    below = (
        "<div class='post-footer'><span class='post-author vcard'>Posted by <span class='fn'>Unknown</span>"
        f"</span> at 18:47</div><div id='comments'><h4>2 comments:</h4><dl>{comments}</dl></div>"
    )
    assert authors(below=below) == ()


def test_a_sentence_about_us_in_the_box_of_the_authors_names_nobody():
    box = (
        "<div class='author-box'><h4>Who are we?</h4><div class='author-box__bio'>Two friends who have "
        "travelled slowly since 2016, by train, by bus and on foot.</div></div>"
    )
    assert authors(below=box) == ()


def test_links_to_places_on_the_page_are_its_contents():
    entries = ("פרטי השירות", "למי מיועד", "אופן הגשה")
    links = "".join(f"<li><a href='#sec{place}'>{entry}</a></li>" for place, entry in enumerate(entries))
    said = "<p>הגשר מעל הנהר נפתח ביום שני, שנתיים לאחר שהגשר הישן נסגר לתנועה, ואיש לא ציפה לכך.</p>"
    text = f"<h1>בקשה לסיוע בשכר דירה</h1><aside><ul>{links}</ul></aside><h2>פרטי השירות</h2>{said * 6}"
    page = marked_before("byline", read_page(text, form="html"))
    assert [each.names for each in author_candidates(page) if set(each.names) & set(entries)] == []


def test_whoever_is_greeted_is_no_author():
    assert authors(text=f"<p>Bună dimineața,</p>{TEXT}", day="Numărul 112 · 26.02.2023") == ()


@pytest.mark.parametrize("button", ("Descarcă PDF", "Spausdinti PDF Siųsti"))
def test_a_button_with_the_format_of_a_file_is_no_name(button):
    assert authors(above=f"<div>{button} 06.05.2024</div>", day="") == ()


def test_a_lesser_heading_below_the_day_is_no_name():
    text = f"<h2>Dalyvavo</h2><ul><li>meras ir devyni tarybos nariai</li></ul>{TEXT}"
    assert authors(text=text, day="2024-05-06") == ()
