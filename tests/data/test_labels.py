from importlib.resources import files

import pytest

from articlex.data.labels import labels, normal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Related", "related"),
        ("« RELATED: »", "related"),
        ("Comments (12)", "comments"),
        ("3 Kommentare", "kommentare"),
        ("Read\n more", "read more"),
        ("コメント：", "コメント"),
        ("| 13 Comment(s)", "comments"),
        ("2 Комментари(ев):", "комментариев"),
        ("İÇİNDEKİLER", "içindekiler"),
        ("12", ""),
        ("", ""),
    ],
)
def test_normal_form(text, expected):
    assert normal(text) == expected


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Home", "home"),
        ("Главная", "home"),
        ("홈", "home"),
        ("Следующая", "pagination"),
        ("タグ", "tags"),
        ("댓글", "comments"),
        ("שיתוף", "share"),
        ("الخصوصية", "legal"),
        ("ค้นหา", "menu"),
        ("Αποδοχή", "consent"),
        ("ΣΧΟΛΙΑ", "comments"),
        ("LEIA TAMBEM", "related"),
        ("Anzeige", "advert"),
        ("Διαφήμιση", "advert"),
        ("РЕКЛАМА", "advert"),
        ("作者", "author"),
        ("और पढ़ें", "more"),
    ],
)
def test_meaning_of_a_label(text, meaning):
    assert labels()[normal(text)] == meaning


@pytest.mark.parametrize(
    "meaning", ["related", "comments", "share", "tags", "pagination", "more", "promo", "menu"]
)
def test_meanings_are_known_in_many_languages(meaning):
    lines = files("articlex.data").joinpath("labels.tsv").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith(f"{meaning}\t") for line in lines) >= 40


def test_every_label_is_in_its_normal_form():
    assert [label for label in labels() if normal(label) != label] == []
