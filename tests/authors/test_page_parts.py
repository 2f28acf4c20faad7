"""Blocks of an HTML page that are no byline by what the markup says of them."""

from __future__ import annotations

from articlex.authors.impostors.page_parts import is_page_part
from articlex.read import read_page
from articlex_lab.corpora.stages_before import marked_before

TEXT = "The river rose for three days, and the ferry stayed at the quay until the wind had turned west."


def parts(html: str) -> list[str]:
    page = marked_before("byline", read_page(html, form="html"))
    return [block.text for block in page.blocks if is_page_part(page, block)]


def test_what_a_button_says_is_a_part_of_the_page():
    html = (
        f"<h1>Two days</h1><p>{TEXT}</p><div><a class='vc_btn3' href='/h'>VER CUARTOS"
        f"</a></div><p>{TEXT}</p><p><a class='author-btn' href='/h'>Ann Example</a></p>"
    )
    assert parts(html) == ["VER CUARTOS"]


def test_headings_of_the_text_but_the_first():
    heads = ("Budget", "École Jean-Martin", "Questions diverses")
    sections = "".join(f"<h3>{head}</h3><p>{TEXT}</p>" for head in heads)
    assert parts(f"<h1>Le conseil de mai</h1><h3>Anne Exemple</h3><p>{TEXT}</p>{sections}") == [*heads[1:]]


def test_one_heading_in_the_text_may_be_a_name():
    assert parts(f"<h1>A poem</h1><p>{TEXT}</p><h3>Ann Example</h3><p>{TEXT}</p>") == []


def test_entries_of_a_menu():
    names = "गणित भूगोल होम इतिहास".split()
    links = "".join(f"<li><a href='/{number}'>{name}</a></li>" for number, name in enumerate(names))
    people = links.replace("href='/", "href='/author/")
    page = f"<header><ul>{{}}</ul></header><h1>Five questions</h1><p>{TEXT}</p><p>{TEXT}</p>"
    assert parts(page.format(links)) == names
    assert parts(page.format(people)) == []


def test_raw_page_text_says_nothing_of_it():
    page = marked_before("byline", read_page(f"VER CUARTOS\n\n{TEXT}\n", form="text"))
    assert not any(is_page_part(page, block) for block in page.blocks)
