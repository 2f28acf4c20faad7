"""What the text of a flattened page says of the terms of its lines."""

from __future__ import annotations

import pytest

from articlex.read import read_page
from articlex.signs import read_signs
from articlex.titles.text.echoes import NAMES, read_echoes, terms_of

PAGES = {
    "en": (
        "Harbour ferry returns",
        "Sport results",
        "The old ferry sailed again on Monday, and half of the town stood on the quay to see it leave.",
        "For nine years the harbour had no ferry at all. Every letter went by road, around the whole bay.",
    ),
    "zh": (
        "渡轮重返旧港",
        "体育新闻",
        "停航九年的渡轮周一重新启航，旧港的码头上站满了前来观看的居民，不少人带着孩子和相机。",
        "过去九年里，旧港没有一班渡轮，所有的邮件都要绕过整个海湾，由卡车送到对岸的小镇上去。",
    ),
    "th": (
        "เรือข้ามฟากกลับมาแล้ว",
        "ผลกีฬา",
        "เรือข้ามฟากลำเก่าออกเดินทางอีกครั้งเมื่อวันจันทร์ และชาวเมืองครึ่งหนึ่งมายืนดูที่ท่าเรือเก่าริมแม่น้ำตั้งแต่เช้ามืด",
        "ตลอดเก้าปีที่ผ่านมาไม่มีเรือข้ามฟากเลย จดหมายทุกฉบับต้องเดินทางอ้อมอ่าวทั้งอ่าวด้วยรถบรรทุกคันเล็กของไปรษณีย์",
    ),
    "ar": (
        "عودة العبارة إلى الميناء",
        "نتائج الرياضة",
        "أبحرت العبارة القديمة من جديد يوم الاثنين، ووقف نصف سكان البلدة على رصيف الميناء ليشاهدوها.",
        "طوال تسع سنوات لم تكن في الميناء أي عبارة. كانت كل رسالة تذهب بالشاحنة حول الخليج كله.",
    ),
}


@pytest.mark.parametrize("language", PAGES)
def test_the_text_comes_back_to_the_terms_of_its_headline(language: str) -> None:
    headline, menu, *text = PAGES[language]
    page = read_page("\n\n".join((menu, headline, *text)), form="text")
    echoes = read_echoes(page, read_signs(page))
    told = NAMES.index("told-each")
    of_headline, of_menu = echoes.describe([terms_of(headline), terms_of(menu)], [1, 0])
    assert of_headline[told] > of_menu[told]


def test_a_page_without_running_text_says_nothing() -> None:
    page = read_page("Home\nNews\nSport", form="text")
    echoes = read_echoes(page, read_signs(page))
    assert echoes.describe([terms_of("News")], [1])[0, :5].tolist() == [0.0, 0.0, 0.0, 0.0, 0.0]
