"""Headlines that are none by their tag: what pages of tables and <font> print large above their text."""

import pytest

from articlex.page import Kind
from articlex.read.html.reader import read_html

BODY = (
    "The night ferry that has crossed the mouth of the Calder since 1911 will go on running after residents "
    "voted by two to one for a small tax to pay for it, the council said on Monday."
)
RUSSIAN = "Паром ходит через устье реки с 1911 года, и жители решили, что так будет и дальше. " * 2
CHINESE = "位于柳溪镇东头的老石桥本周二重新开放，比原定工期提前了二十三天。" * 6
HEBREW = "מועצת העיר אישרה אמש ברוב גדול את התוכנית לשיפוץ שוק האיכרים הישן, שנבנה בשנות העשרים. " * 2
LINKS = "<a>A</a> <a>B</a> <a>C</a> <a>D</a> <a>E</a>"
THAI = "กรุงเทพมหานครประกาศเมื่อวานนี้ว่าจะปรับปรุงตลาดน้ำเก่าริมคลองซึ่งเปิดมานานกว่าแปดสิบปี " * 2


def headings(source: str) -> list[str]:
    return [block.text for block in read_html(source).blocks if block.kind is Kind.HEADING]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("<FONT SIZE=5><B>Ferry stays</B></FONT><P><FONT SIZE=2>By ANN EXAMPLE</FONT><P>", BODY),
        ('<p align=center><b><font size="+1">Паром остаётся</font></b></p><p>', RUSSIAN),
        ("<small>新闻</small><br><font size=5>老石桥重新开放</font>　2005年3月1日<br>", CHINESE),
        ("<font size=5><b>השוק ישופץ</b></font><br><b>הסוחרים חוששים</b><br>", HEBREW),
        ("<center><big>ตลาดน้ำเก่า</big></center>", THAI),
        ("<b style='font-size:18px'>Ferry stays</b><br><center>March 1</center>", BODY),
        ("<style>.head {font-size: 20px}</style><font class=head>Ferry stays</font><br>", BODY),
        ("<style>.head {font: bold 20px/1.2 Georgia}</style><font class=head>Ferry stays</font><br>", BODY),
        # The second line of a headline, and a site's name above a menu.
        ("<font size=6>Ferry stays</font><br><font size=4>The town has voted</font><p>", BODY),
        (
            f"<font size=7>Post</font><br>{LINKS}<hr><font size=5>Ferry stays</font><p>",
            BODY,
        ),
    ],
)
def test_the_large_line_above_the_text_is_a_heading(line: str, body: str) -> None:
    found = headings(f"<body><table><tr><td>{line}{body}</table>")
    assert len(found) == 1
    assert found[0] in line.replace("Post", "")


def test_a_large_line_in_a_cell_of_its_own_is_a_heading() -> None:
    source = f'<center><table><tr><td style="font-size:18pt">Ferry stays<tr><td>{BODY}</table></center>'
    assert headings(source) == ["Ferry stays"]


def test_lines_of_verse_are_text() -> None:
    verses = "<br>".join(["When the ice went out at the creek", "and the dam began to groan"] * 8)
    assert headings(f"<center><big>The Ballad of the Creek</big><br>(traditional)<br><br>{verses}") == [
        "The Ballad of the Creek"
    ]


def test_a_bold_line_that_the_title_says_too_is_a_heading() -> None:
    source = f"<title>Harbour: Ferry stays</title><font>x</font><p><b>Ferry stays</b><p>{BODY}"
    assert headings(source) == ["Ferry stays"]


@pytest.mark.parametrize(
    "source",
    [
        f"<font size=5>Ferry stays</font><p>{BODY}<p><font size=5>Bridge closed</font><p>{BODY}",
        f"<font size=6>T</font>{BODY[1:]}",
        f"<font size=5><a href=/>The Post</a></font><p>{BODY}",
        f"<font size=5>The Post</font><p>{LINKS}<p>{BODY}",
        f"<font color=red><b>News</b></font><p>{BODY}",
        "<font size=5>Ferry stays</font>",
    ],
)
def test_sections_first_letters_links_and_names_of_sites_are_none(source: str) -> None:
    assert headings(source) == []


def test_a_page_with_a_heading_above_its_text_keeps_it() -> None:
    source = f"<h2>Ferry stays</h2><font size=6>Vote today</font><p>{BODY}"
    assert headings(source) == ["Ferry stays"]
