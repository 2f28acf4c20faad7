"""Members whose accounts the page links or labels where no byline names anybody."""

import pytest

from articlex import extract
from articlex.authors.candidates import author_candidates
from articlex.authors.links import is_linked_person
from articlex.read import read_page
from articlex_lab.corpora.stages_before import marked_before

TEXT = (
    "<p>橋は月曜日に開通しました。古い橋が通行止めになってから二年がたち、最初の路面電車を見ようと、誰も予想しなかったほど多くの人が"
    "町から集まりました。路面電車は金曜日から向こう岸で待っていて、運転士はみな最初に渡りたいと言っていました。</p>"
) * 16
PAGE = """<html lang="{language}"><head><title>橋の話</title></head><body><h1>橋の話</h1>{above}{text}
<aside>{beside}</aside>{rest}</body></html>"""


def authors(above: str, beside: str = "", rest: str = "", language: str = "ja") -> tuple[str, ...]:
    page = PAGE.format(language=language, above=above, text=TEXT, beside=beside, rest=rest)
    return extract(page, form="html").authors


def test_a_box_with_a_button_to_follow_whoever_wrote():
    box = (
        "<div><a href='/haruka'><img src='/u.jpg'>はるか</a><p>港で本を書いています。猫派。</p>"
        "<button>フォロー</button></div>"
    )
    page = PAGE.format(language="ja", above="<div>2023/12/08に公開</div>", text=TEXT, beside=box, rest=TEXT)
    found = author_candidates(marked_before("byline", read_page(page, form="html")))
    assert [each.names for each in found if is_linked_person(each)] == [("はるか",)]


def test_a_nickname_beside_the_counts():
    line = (
        "<div><span class='time'>于&nbsp;2022-03-15 09:02:11&nbsp;发布</span><a class='follow-nickName' "
        "href='/qq_3301'>半杯凉白开</a><span class='read-count'>阅读量1.2w</span></div>"
    )
    assert authors(line, language="zh-CN") == ("半杯凉白开",)


@pytest.mark.parametrize("line", ("글쓴이 : 다리지기", "작성자 : 다리지기"))
def test_a_user_name_behind_a_label(line):
    menu = (
        "<table><tr><td>포장이사 원룸이사 견적 비교</td></tr><tr><td><a href='/s'>스크랩</a> 하기 글주소 "
        "복사하기 새창 인쇄</td></tr></table>"
    )
    above = f"{menu}<div>{line}</div><div>날짜 : 13-07-15 22:48 조회 : 3201 추천 : 24</div>"
    comments = "".join(
        f"<table><tr><td>{name} 13-07-15 23:1{place}</td></tr></table><div>처음 알았네요.</div>"
        for place, name in enumerate(("북향주민", "다리지기", "지나가다"))
    )
    assert authors(above, rest=comments, language="ko") == ("다리지기",)
