import pytest

from articlex.bylines.reporters import closing_credit, opening_credit

OPENINGS = {
    "〔記者王小明／台北報導〕市府今天宣布": ("王小明",),
    "〔記者王小明、李大華／綜合報導〕市府今天宣布": ("王小明", "李大華"),
    "（中央社記者李四光台北28日電）市府今天宣布": ("李四光",),
    "（中央社台北28日電）市府今天宣布": ("中央社",),
    "據中央社台北28日電，市府今天宣布": ("中央社",),
    "記者王小明／台北報導市府今天宣布": ("王小明",),
    "新华社北京11月28日电（记者张三、李四）市政府今天宣布": ("张三", "李四"),
    "新华社北京１１月２８日电 市政府今天宣布": ("新华社",),
    "中新社北京11月28日电 (王小明)市政府今天宣布": ("王小明",),
    "本报讯（记者 王小明 通讯员 李华）市政府今天宣布": ("王小明", "李华"),
    "【ワシントン=山田太郎】大統領は": ("山田太郎",),
    "市政府（记者协会）今天宣布": (),
    "市政府11月28日电话宣布": (),
    "（記者会＝東京）市長は": (),
}
CLOSINGS = {
    "市政府今天宣布了。（记者王小明）": ("王小明",),
    "橋が開通した。（山田太郎）": ("山田太郎",),
    "橋が開通した。（完）": (),
    "市政府今天宣布了。（王小明）": (),
}


@pytest.mark.parametrize("text", OPENINGS)
def test_opening(text):
    assert opening_credit(text) == OPENINGS[text]


@pytest.mark.parametrize("text", CLOSINGS)
def test_closing(text):
    assert closing_credit(text) == CLOSINGS[text]
