"""Lexical cohesion: blocks of one text share terms, a teaser of another text does not, in any script."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articlex.page import Form, Mark, Role
from articlex.read import read_page
from articlex.scoring.features import Matrix, build_matrix

#: Two paragraphs of one text, and a teaser of another.
TEXTS = {
    "en": (
        "The harbour of Lossin will close for the winter while divers repair the gates of the old lock.",
        "Divers found cracks in the gates last week, and the harbour master of Lossin sent the boats away.",
        "A violinist from the northern valley won the prize for young musicians with a piece by her teacher.",
    ),
    "ru": (
        "Гавань Лоссина закрывается на зиму: водолазы чинят ворота старого шлюза у маяка.",
        "Водолазы нашли трещины в воротах, и начальник гавани отправил суда из Лоссина.",
        "Скрипачка из северной долины получила премию молодых музыкантов за пьесу учителя.",
    ),
    "el": (
        "Το λιμάνι του Λόσιν κλείνει τον χειμώνα γιατί δύτες επισκευάζουν τις πύλες της παλιάς δεξαμενής.",
        "Οι δύτες βρήκαν ρωγμές στις πύλες και ο λιμενάρχης έδιωξε τα πλοία από το λιμάνι του Λόσιν.",
        "Μια βιολίστρια από τη βόρεια κοιλάδα κέρδισε το βραβείο νέων μουσικών με έργο του δασκάλου της.",
    ),
    "ar": (
        "يغلق ميناء لوسين أبوابه طوال الشتاء بينما يصلح الغواصون بوابات الهويس القديم قرب المنارة.",
        "عثر الغواصون على شقوق في بوابات الهويس فأبعد مدير ميناء لوسين كل السفن عن المكان.",
        "فازت عازفة كمان من الوادي الشمالي بجائزة الموسيقيين الشباب عن مقطوعة كتبها معلمها.",
    ),
    "he": (
        "נמל לוסין ייסגר לכל החורף בזמן שצוללנים מתקנים את שערי הסכר הישן שליד המגדלור.",
        "הצוללנים מצאו סדקים, וכשבדקו את שערי הסכר הישן הורה מנהל נמל לוסין לכל הסירות לצאת.",
        "כנרת צעירה מהעמק הצפוני זכתה בפרס המוזיקאים הצעירים על יצירה שכתב המורה שלה.",
    ),
    "hi": (
        "लोसिन का बंदरगाह सर्दियों में बंद रहेगा क्योंकि गोताखोर पुराने जलद्वार की मरम्मत कर रहे हैं।",
        "गोताखोर पुराने जलद्वार में दरारें देख चुके थे और लोसिन के बंदरगाह से नावें हटा दी गईं।",
        "उत्तरी घाटी की एक वायलिन वादक ने युवा संगीतकारों का पुरस्कार अपने शिक्षक की रचना पर जीता।",
    ),
    "zh": (
        "洛辛港冬季将关闭，潜水员正在修理旧船闸的闸门，预计需要三个月才能完成。",
        "潜水员上周在船闸的闸门上发现裂缝，洛辛港的负责人让所有船只离开了港口。",
        "来自北方山谷的小提琴手凭借老师创作的乐曲，获得了青年音乐家奖的第一名。",
    ),
    "ja": (
        "ロッシン港は冬の間閉鎖され、潜水士が古い水門の扉を修理することになった。",
        "潜水士は先週、水門の扉に亀裂を見つけ、ロッシン港の責任者は船を移動させた。",
        "北の谷から来たバイオリン奏者が、先生の書いた曲で若手音楽家の賞を受けた。",
    ),
    "th": (
        "ท่าเรือลอสซินจะปิดตลอดฤดูหนาวขณะที่นักประดาน้ำซ่อมประตูน้ำเก่าข้างประภาคาร",
        "นักประดาน้ำพบรอยร้าวที่ประตูน้ำเก่า และนายท่าของท่าเรือลอสซินสั่งให้เรือออกไป",
        "นักไวโอลินจากหุบเขาทางเหนือได้รางวัลดนตรีเยาวชนจากเพลงที่ครูของเธอแต่งขึ้น",
    ),
}


def _matrix(texts: tuple[str, ...], form: Form) -> Matrix:
    source = "".join(f"<p>{text}</p>" for text in texts) if form is Form.HTML else "\n\n".join(texts)
    matrix = build_matrix(read_page(source, form=form.value))
    assert matrix is not None
    return matrix


def _column(matrix: Matrix, name: str) -> list[float]:
    return [float(value) for value in matrix.values[:, matrix.names.index(name)]]


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
def test_paragraphs_of_one_text_share_terms_and_a_teaser_does_not(texts: tuple[str, ...], form: Form) -> None:
    first, second, teaser = _column(_matrix(tuple(f"{text} {text}" for text in texts), form), "cohesion_text")
    assert min(first, second) > teaser + 0.05


def test_terms_all_over_the_page_tell_nothing() -> None:
    matrix = _matrix(
        tuple(f"subscribe to our letter {number:04}" + "." * 90 for number in range(9)), Form.HTML
    )
    assert max(_column(matrix, "cohesion_text")) == 0.0


def test_inflections_are_one_term() -> None:
    matrix = _matrix(
        ("Die Schleusentore wurden gestern repariert.", "Schleusenwärter warten seit Wochen."), Form.HTML
    )
    assert _column(matrix, "cohesion_far") == [0.0, 0.0]
    assert min(_column(matrix, "cohesion_before")[1], _column(matrix, "cohesion_after")[0]) > 0.0


def test_blocks_that_share_terms_with_the_headline_are_on_its_subject() -> None:
    page = read_page(f"<h1>Lossin closes its harbour</h1><p>{TEXTS['en'][0]}</p><p>{TEXTS['en'][2]}</p>")
    title, *others = (Mark(block.index, Role.UNKNOWN, "") for block in page.blocks)
    matrix = build_matrix(replace(page, marks=(title._replace(role=Role.TITLE), *others)))
    assert matrix is not None
    _, paragraph, teaser = _column(matrix, "cohesion_title")
    assert paragraph > 0.0 == teaser
