"""Which blocks with the role of comments are given out as comments."""

from __future__ import annotations

import pytest
from handmade import article, paragraph

import articlex
from articlex.article import Article
from articlex.page import Role


@pytest.mark.parametrize(
    "lines",
    [
        ("Bo, 6 May 2024, 11:05", "I agree."),
        ("ขวัญ", "3 ชั่วโมงที่ผ่านมา", "เห็นด้วยค่ะ"),
        ("老王", "5小时前", "我也这么想。"),
        ("Ann", "8d", "I agree.", "Bo", "2mo", "So do I."),
        ("Ann", "I agree.", "Reply", "Bo", "So do I.", "Reply"),
        ("댓글 3", "섬소녀", "어릴 때 대학 합격 통지서를 박 아저씨가 뛰어와서 전해 주셨어요. 건강하세요!"),
    ],
    ids=["day", "age in Thai", "age in Chinese", "short ages", "buttons", "number"],
)
def test_who_said_something_at_some_time_is_a_reader(lines: tuple[str, ...]) -> None:
    assert [block.text for block in _commented(*lines).comments] == list(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("0 comments",),
        ("Leave a reply", "Your e-mail address will not be published.", "Name *", "E-mail *", "Reply"),
        ("Комментарии (0)", "Добавить комментарий"),
        ("评论 34", "添加评论"),
        ("To see the comments, please enable scripts in your browser.",),
    ],
)
def test_a_label_or_a_form_alone_is_no_comment(lines: tuple[str, ...]) -> None:
    assert _commented(*lines).comments == ()


def test_comments_end_with_the_element_that_their_label_opens() -> None:
    text = "<p>By the time the boats were back the whole bay had gone white with foam, and nobody spoke.</p>"
    said = ["Commenti (2)", "Ann - I saw it from the old quay, and so did he.", "Bo - So did I, that noon."]
    comments = f"<div><b>{said[0]}</b><p>{said[1]}</p><p>{said[2]}</p></div>"
    beside = "<div><b>On stage</b><p>The crane sings.</p></div>"
    page = f"<h1>The bay in white foam</h1>{text * 5}{comments}{beside}"
    assert [block.text for block in articlex.extract(page).comments] == said


def _commented(*lines: str) -> Article:
    text, below = paragraph("The crane sang."), [paragraph(line) for line in lines]
    return article(text, *below, roles=dict.fromkeys(range(1, len(lines) + 1), Role.COMMENT))
