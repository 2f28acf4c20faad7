"""Other stories below raw page text, behind a label in the language of the page."""

from __future__ import annotations

import pytest

from articlex.options import Options
from articlex.pipeline import run
from articlex.read import read_page
from articlex.stages import language
from articlex.stages.parts.listed_stories import listed_stories

THAI = (
    "ลุงประเสริฐ วัยเจ็ดสิบเอ็ดปี พายเรือข้ามฟากมาห้าสิบปีแล้ว ทุกเช้าเขาจะตื่นก่อนตีห้า "
    "จุดธูปบอกแม่ย่านาง แล้วลากเรือลงน้ำ ก่อนที่ตลาดจะเปิดและเด็กนักเรียนคนแรกจะมาถึงท่าน้ำ"
)
CHINESE = "风在中午转了向,等到船只回来的时候,整个海湾已经被泡沫染成了白色,村里没有人记得见过这样的风暴。"
GREEK = (
    "Ο άνεμος γύρισε το μεσημέρι, και ως την ώρα που γύρισαν οι βάρκες όλος ο κόλπος είχε ασπρίσει "
    "από τον αφρό."
)
ENGLISH = (
    "The wind turned at noon, and by the time the boats were back the whole bay had gone white with foam."
)


@pytest.mark.parametrize(
    ("text", "label", "story"),
    [
        (THAI, "ข่าวที่เกี่ยวข้อง", "ตลาดน้ำเช้าวันเสาร์กลับมาคึกคัก"),
        (CHINESE, "相关新闻", "老码头重新开放"),
        (GREEK, "Διαβάστε επίσης", "Το παλιό λιμάνι άνοιξε ξανά"),
    ],
    ids=["Thai", "Chinese", "Greek"],
)
def test_label_and_lines_below_the_text_are_other_stories(text: str, label: str, story: str) -> None:
    assert _listed(f"{text}\n\n{text}\n\n{label}\n{story}\n") == [label, story]


def test_a_label_above_running_text_is_none() -> None:
    assert _listed(f"{GREEK}\n\nΔιαβάστε επίσης\n\nΤο παλιό λιμάνι\n\n{GREEK}\n") == []


def test_a_label_in_english_is_none() -> None:
    assert _listed(f"{ENGLISH}\n\n{ENGLISH}\n\nSee also\n\nThe old harbour\n") == []


def _listed(source: str) -> list[str]:
    """The texts of the blocks that are other stories."""
    page = run(read_page(source, form="text"), Options(), (language.STAGE,))
    return [page.blocks[index].text for index in listed_stories(page)]
