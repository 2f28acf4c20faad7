"""Running text is told by its length in any script."""

from __future__ import annotations

import pytest

from articlex.page import Block, Kind
from articlex.signs.prose import is_prose

TEXTS = {
    "en": "The old ferry was taken out of the water on Monday, and nobody knows for how long it is.",
    "ko": "마을 어귀의 낡은 나룻배가 지난 월요일 물 밖으로 나왔다. 언제 다시 뜰지는 아무도 모른다.",
    "ja": "村の入口にある古い渡し船が、月曜日に水から引き上げられた。いつ戻るかは誰も知らない。",
    "th": "เรือข้ามฟากลำเก่าที่ปากหมู่บ้านถูกนำขึ้นจากน้ำเมื่อวันจันทร์ แล้วไม่มีใครรู้ว่าเมื่อไรมันจะได้ลงน้ำอีกครั้ง",
    "km": "សាឡាងចាស់នៅមាត់ភូមិត្រូវបានយកឡើងពីទឹកកាលពីថ្ងៃចន្ទ ហើយគ្មាននរណាដឹងថាវានឹងចុះទឹកវិញពេលណាទេ។",
    "my": "ရွာထိပ်က ကူးတို့လှေဟောင်းကို တနင်္လာနေ့က ရေထဲကနေ ဆွဲတင်လိုက်ပြီး ဘယ်တော့ ပြန်ချမလဲ ဘယ်သူမှ မသိဘူး။",
    "zh": "村口那条老渡船星期一被拖上了岸，谁也不知道它什么时候才能重新下水，村民们都很着急。",
}
SHORT = {
    "en": "The old ferry was taken out of the water on Monday.",
    "ko": "나룻배가 물 밖으로 나왔다.",
    "ru": "Старый паром в понедельник вытащили на берег реки.",
    "th": "เรือข้ามฟากลำเก่าถูกนำขึ้นจากน้ำแล้ว เหลือแต่ท่าเรือเปล่า",
    "el": "Το παλιό πορθμείο βγήκε από το νερό τη Δευτέρα.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_or_two_are_running_text(language: str) -> None:
    assert is_prose(Block(0, Kind.PARAGRAPH, TEXTS[language], ()))


@pytest.mark.parametrize("language", SHORT)
def test_a_line_is_not(language: str) -> None:
    assert not is_prose(Block(0, Kind.PARAGRAPH, SHORT[language], ()))
