import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex.authors.lines import is_person, is_team, read_line

LINES = {
    "By Ann Example": ("by-person", "Ann Example"),
    "Von Anna Beispiel und Bernd Muster": ("by-person", "Anna Beispiel; Bernd Muster"),
    "Autor: Jan Przykład": ("colon-person", "Jan Przykład"),
    "文／山田太郎": ("colon-person", "山田太郎"),
    "홍길동 기자": ("by-person", "홍길동"),
    "홍길동 특파원": ("by-person", "홍길동"),
    "山田太郎記者": ("by-person", "山田太郎"),
    "王小明 著": ("by-person", "王小明"),
    "山田太郎さん": ("bare", "山田太郎"),
    "王小明 摄": ("bare", "王小明"),
    "陈博文": ("bare", "陈博文"),
    "Posted on 3 May 2024 by Ann Example": ("inside-by", "Ann Example"),
    "05.02.2020 - Redaktion: Anna Beispiel (Pressesprecherin)": ("colon-person", "Anna Beispiel"),
    "12.05.2024 | Anna Beispiel": ("dated", "Anna Beispiel"),
    "Ann ExampleDecember 17, 2025": ("dated", "Ann Example"),
    "Ann Example": ("bare", "Ann Example"),
    "the editorial team": ("bare-team", "the editorial team"),
    "Picture of Ann Example Ann Example": ("bare", "Ann Example"),
    "ann_e (Ann) 8 November 2024, 19:33": ("dated-word", "ann_e"),
    "ann_e Discussion starter": ("by-other", "ann_e"),
    "Discussion in 'Bridges' started by ann_e, May 26, 2025.": ("inside-word", "ann_e"),
    "Read more about bridges": (None, ""),
    "The bridge opened on Monday.": (None, ""),
    "12 May 2024": (None, ""),
}


@pytest.mark.parametrize(("text", "expected"), LINES.items(), ids=LINES.keys())
def test_line(text, expected):
    line = read_line(text)
    assert (line.shape if line else None, "; ".join(line.names) if line else "") == expected


def test_bare_names_only_where_they_count():
    assert read_line("Ann Example", bare=False) is None
    assert read_line("By Ann Example", bare=False)


@pytest.mark.parametrize(
    "name", ["Ann Example", "José de Ejemplo", "王小明", "山田 太郎", "홍길동", "ジョン・スミス"]
)
def test_person(name):
    assert is_person(name)


@pytest.mark.parametrize(
    "text", ["Read More", "ann example", "Example", "Ann Example 3", "Senior Editor", ""]
)
def test_no_person(text):
    assert not is_person(text)


def test_team():
    assert is_team("The Example Team")
    assert not is_team("Team")


@given(st.text(max_size=240))
def test_any_text(text):
    line = read_line(text)
    assert line is None or line.names
