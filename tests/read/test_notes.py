"""Notes that Evernote has exported: one is the article, several are a list of them."""

from __future__ import annotations

import pytest

import articlex
from articlex.read.documents import document_html

ABOVE = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {0} SYSTEM "http://xml.example/{0}.dtd">\n'
TEXTS = {
    "Τα ψώνια": "Πρέπει να πάρω γάλα και ψωμί, και να μην ξεχάσω το τυρί για το βράδυ.",
    "買い物": "牛乳とパンを買う。夜のためのチーズも忘れないこと。",
    "קניות": "צריך לקנות חלב ולחם, ולא לשכוח גבינה לערב.",
}


def note(title: str, text: str, about: str = "") -> str:
    inner = f"{ABOVE.format('en-note').rstrip()}<en-note><div>{text}</div><div><br/></div></en-note>"
    return (
        f"<note><title>{title}</title><created>20261102T083000Z</created><note-attributes>{about}"
        f'</note-attributes><content><![CDATA[{inner}]]></content><resource><data encoding="base64">\n'
        "iVBORw0KGgo=\n</data><mime>image/png</mime></resource></note>"
    )


def export(*notes: str) -> str:
    return f'{ABOVE.format("en-export")}<en-export application="Evernote">{"".join(notes)}</en-export>'


@pytest.mark.parametrize("title", TEXTS)
def test_the_one_note_is_the_article(title: str) -> None:
    article = articlex.extract(export(note(title, TEXTS[title], "<author>Ann Example</author>")).encode())
    assert (article.title, article.authors, article.text) == (title, ("Ann Example",), TEXTS[title])
    assert article.date_published == "2026-11-02T08:30:00+00:00"


def test_of_a_page_that_was_clipped_the_address_is_known_and_the_day_is_not() -> None:
    clipped = note("橋が開く", TEXTS["買い物"], "<source-url>https://example.org/a</source-url>")
    article = articlex.extract(export(clipped))
    assert (article.url, article.date_published) == ("https://example.org/a", None)


def test_several_notes_are_all_there() -> None:
    article = articlex.extract(export(*(note(title, text) for title, text in TEXTS.items())))
    for title, text in TEXTS.items():
        assert title in article.markdown
        assert text in article.text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('<en-todo checked="true"/>Γάλα', "- [x] Γάλα"),
        ('<en-todo checked="false"></en-todo><b>Ψωμί</b>', "- [ ] **Ψωμί**"),
        ("<en-todo/>Τυρί", "- [ ] Τυρί"),
        ("<en-todo/>Γάλα<br/><en-todo checked='true'/>Ψωμί<br/>", "- [ ] Γάλα\n- [x] Ψωμί"),
        ('<en-todo/>牛乳</div>\n<div><en-todo checked="true"/>パン', "- [ ] 牛乳\n- [x] パン"),
        (
            '<ul style="--en-todo:true;"><li style="--en-checked:true;"><div>Γάλα</div></li>'
            '<li style="--en-checked:false;"><div>Ψωμί</div></li></ul>',
            "- [x] Γάλα\n- [ ] Ψωμί",
        ),
    ],
)
def test_things_to_do_have_their_boxes(text: str, shown: str) -> None:
    assert articlex.extract(export(note("Ψώνια", text))).markdown == f"# Ψώνια\n\n{shown}\n"


def test_an_export_without_a_note_is_no_document() -> None:
    assert document_html(export()) is None
