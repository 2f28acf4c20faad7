"""Names in Chinese characters that are nobody's."""

import pytest

from articlex.authors.han_names import no_chinese_names
from articlex.read import read_page

STORY = "小城的旧桥在星期一重新开放，许多居民一早就来到河边，等着看第一辆电车从桥上驶过。"


def no_name(name, line="", story=STORY):
    page = read_page(f"<p>{line or name}</p><p>{story}</p>", form="html")
    return no_chinese_names(page, [name], page.blocks[:1])


@pytest.mark.parametrize(
    "text",
    [
        "查看评论",
        "相關新聞",
        "最新推荐文章于",
        "旧桥重新开放居民一早到河边",
        "于旧桥已经使用了八十多年",
        "日前从小城桥梁管理处获悉",
        "河西日报 周四表示",
    ],
)
def test_button_headline_or_sentence_is_no_name(text):
    assert no_name(text)


@pytest.mark.parametrize("text", ["王小明", "方 敏", "欧阳小明", "河西日报", "河西网 王小明", "河西新聞中心"])
def test_person_paper_or_office_may_sign(text):
    assert not no_name(text)


def test_any_short_name_may_stand_behind_a_label_and_a_colon():
    assert no_name("老桥边人") and not no_name("老桥边人", "作者：老桥边人")


def test_sentence_behind_a_label_is_no_name():
    assert no_name("河西号系信息发布平台", "该文观点仅代表作者：河西号系信息发布平台")


def test_names_on_a_page_in_japanese_are_not_judged():
    assert not no_name(
        "旧橋再開通住民朝川辺", story="月曜日の朝、二年ぶりに橋が開通し、町の人たちが川べりに集まりました。"
    )


def test_names_in_other_letters_are_not_judged():
    assert not no_name("Ann Example")
