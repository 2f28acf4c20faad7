"""Text in which the quoted-printable of a mail was left."""

from __future__ import annotations

import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex.read import read_page
from articlex.read.decoding.quoted_printable import without_quoted_printable

SENTENCES = {
    "en": "The library opened yesterday, and many who live in the town came to see it = to read. ",
    "de": "Gestern öffnete die neue Bücherei, und viele Bürger kamen, um Bücher auszuleihen. ",
    "ru": "Вчера в городе открыли новую библиотеку, и жители пришли посмотреть на неё. ",
    "el": "Χθες άνοιξε η νέα βιβλιοθήκη της πόλης και πολλοί κάτοικοι ήρθαν να τη δουν. ",
    "zh": "昨天市里新开了一座图书馆，许多居民前来参观，并且借走了第一批图书。",
    "ja": "昨日、市内に新しい図書館が開館し、多くの住民が訪れて本を借りました。",
    "he": "אתמול נפתחה הספרייה החדשה בעיר ותושבים רבים באו לבקר בה ולשאול ספרים. ",
    "ar": "افتتحت أمس المكتبة الجديدة في المدينة وجاء كثير من السكان لزيارتها واستعارة الكتب. ",
    "th": "เมื่อวานนี้ห้องสมุดแห่งใหม่เปิดในเมือง และชาวเมืองจำนวนมากมาเยี่ยมชม ",
    "hi": "कल शहर में नया पुस्तकालय खुला और बहुत से लोग उसे देखने आए। ",
}
PAGES = {name: f"Menu\nHome\n\n{text * 5}\n\n{text * 3}\n\nContact\n" for name, text in SENTENCES.items()}


def quoted(text, codec="utf-8"):
    return quopri.encodestring(text.encode(codec)).decode("ascii")


@pytest.mark.parametrize("name", PAGES)
def test_quoted_printable_is_undone(name):
    assert without_quoted_printable(quoted(PAGES[name])) == PAGES[name]


def test_line_breaks_of_windows_and_blanks_behind_a_soft_one():
    text = quoted(PAGES["de"])
    assert without_quoted_printable(text.replace("\n", "\r\n")) == PAGES["de"].replace("\n", "\r\n")
    assert without_quoted_printable(text.replace("=\n", "= \n")) == PAGES["de"]


def test_the_charset_that_the_head_states():
    head = 'Subject: =?koi8-r?Q?=F7?=\nContent-Type: text/plain; charset="koi8-r"\n\n'
    assert without_quoted_printable(head + quoted(PAGES["ru"], "koi8-r")) == head + PAGES["ru"]


def test_bytes_in_no_stated_charset_stay():
    assert without_quoted_printable(quoted(PAGES["ru"], "koi8-r")) is None


def test_characters_beside_it_stay_where_lines_go_on():
    assert without_quoted_printable("Größe\n" + quoted(PAGES["de"])) == "Größe\n" + PAGES["de"]


def test_a_page_has_its_paragraphs_and_a_warning():
    page = read_page(quoted(PAGES["de"]).encode(), form="text")
    assert page.blocks[2].text == (SENTENCES["de"] * 5).strip()
    assert page.warnings == ("quoted-printable had been left in: undone",)


@pytest.mark.parametrize(
    "text",
    [
        "See https://site.example/?a=20&b=3D for more, or https://site.example/?q=AB&c=1 instead.",
        "x =20\ny ==3\nz = =C3=BC",
        "The title\n" + "=" * 70 + "\ntext\n" + "=" * 40 + "\n",
        "In quoted-printable, “ü” is =C3=BC, “ö” is =C3=B6, “ä” is =C3=A4 and “ß” is =C3=9F.",
        "In quoted-printable the German letters are =C3=BC and =C3=B6 and =C3=A4, and =E2=82=AC is a Euro.",
        "a=10\nb=20\nc=30\nd=40\nname=DEAD\n",
        "E=3D plus F=2A\nE=3D plus F=2A",
        " /\\_/\\ =\n( o.o ) =\n > ^ <  =\n",
        "U3VjaCBhIGxpbmUgaXMgb25lIG9mIGJhc2U2NCwgd2hpY2ggZW5kcyBpbiBhIHNpZ24u=\n\n" * 4,
        "set A=\nset B=\nset C=\nset D=\n",
    ],
)
def test_signs_of_equality_are_as_they_were(text):
    assert without_quoted_printable(text) is None
    assert read_page(text, form="text").warnings == ()


@given(st.text(st.sampled_from("=\n =3DC3ä x"), max_size=200))
def test_what_is_decoded_had_evidence(text):
    found = without_quoted_printable(text)
    assert found is None or (found != text and text.count("=") >= 3)


@given(st.lists(st.text(st.characters(exclude_characters="=", exclude_categories=["Cs"]))).map(" = ".join))
def test_text_whose_signs_stand_between_blanks_is_as_it_was(text):
    assert without_quoted_printable(text) is None


@given(st.text(st.characters(min_codepoint=0xA0, max_codepoint=0x2FFF), min_size=3))
def test_what_was_encoded_comes_back(text):
    assert without_quoted_printable(quoted(text)) == text
