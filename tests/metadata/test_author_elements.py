"""Elements for authors with more than a name: labels in any language, buttons, what stands below the name."""

import pytest

from articlex.page import Field
from articlex.read import read_page
from articlex_lab.corpora.stages_before import marked_before

CASES = {
    "a label that no list has, in a card": (
        "<span class='byline post-author vcard'><span class='post-author-label'>পোস্ট করেছেন</span> "
        "<span class='fn'><a href='/profile/1'>তানিয়া সুলতানা</a></span></span>",
        [("তানিয়া সুলতানা",)],
    ),
    "a label that no list has, with a colon": (
        "<span class='autor'>Razgovarala: <b>Ana Primjer</b></span>",
        [("Ana Primjer",)],
    ),
    "two persons with a dash between them": (
        "<span class='author'>Аутор: М. Ивановић - Ј. Петровић</span>",
        [("М. Ивановић", "Ј. Петровић")],
    ),
    "a button to follow": ("<p class='author'>Nguyễn Văn Dụ <b>Theo dõi</b></p>", [("Nguyễn Văn Dụ",)]),
    "a list of labels and values": (
        "<section class='byline'><strong>Article information</strong><ul><li><span>Author, </span>Ann Example"
        "</li><li><span>Role, </span>Health reporter</li></ul></section>",
        [("Ann Example",)],
    ),
    "a sentence about us": (
        "<div class='author-box'>Two friends who have travelled since 2016, by train and on foot.</div>",
        [],
    ),
}


@pytest.mark.parametrize(("html", "authors"), CASES.values(), ids=CASES.keys())
def test_what_an_element_for_authors_names(html, authors):
    page = marked_before(
        "byline", read_page(f"<h1>Headline</h1>{html}<p>{'A sentence of the text. ' * 20}</p>", form="html")
    )
    assert [fact.value for fact in page.facts if fact.field is Field.AUTHORS] == authors
