"""Labels of publication right before and behind a date, in several scripts."""

from __future__ import annotations

import pytest

from articlex.dates.labels import label_after, label_before


@pytest.mark.parametrize(
    "text",
    [
        "Published - ",
        "Ann Example | Posted on: ",
        "Veröffentlicht am Montag, den ",
        "Опубликовано: ",
        "Δημοσιεύτηκε στις ",
        "פורסם ב-",
        "نُشر في ",
        "เผยแพร่เมื่อ ",
        "เผยแพร่เมื่อ วันจันทร์ที่ ",
        "प्रकाशित: ",
        "发布时间：",
        "公開日：",
        "게시일: ",
        "أضيف بتاريخ: ",
        "Ημ/νία δημοσίευσης: ",
        "ថ្ងៃទី ១២ ចេញផ្សាយថ្ងៃ ",
        "தமிழ் | வெளியிடப்பட்ட நாள்: ",
        "ထုတ်ဝေသည့်နေ့ - ",
    ],
)
def test_a_label_before_a_date(text: str) -> None:
    assert label_before(text) == "published"


@pytest.mark.parametrize("text", ["آخر تعديل للصفحة: ", "به روز شده: ", "ອັບເດດລ່າສຸດ: ", "နောက်ဆုံး အပ်ဒိတ်: "])
def test_a_label_of_a_change_before_a_date(text: str) -> None:
    assert label_before(text) == "updated"


@pytest.mark.parametrize("text", ["Unpublished-", "Ann Example, ", "截止日期：", ""])
def test_no_label_before_a_date(text: str) -> None:
    assert label_before(text) == ""


def test_a_label_behind_a_date() -> None:
    assert label_after(" - Updated") == "updated"
    assert label_after("に公開") == "published"
    assert label_after(" (最終更新 5/7 09:10)") == ""
