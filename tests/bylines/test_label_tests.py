"""Lines that are nothing but a byline word, and the cheap tests of what may begin with one."""

import pytest

from articlex.bylines.label_tests import is_label, label_heads, label_starts, may_be_labelled
from articlex.data.bylines import byline_words


@pytest.mark.parametrize(
    "text",
    (
        "Auteur(s) :|Autor(en):|Author(s)|Автор(ы):|Автор:|作者：|著者|מאת|بقلم|ผู้เขียน|लेखक|Συντάκτης:|"
        "Posted by|Authors/Creators|Auteurs / Créateurs|Авторы/Создатели|作者/创建者|ผู้เขียน/ผู้สร้าง|"
        "Autor*innen|Autor*innen/Ersteller*innen|Autor:innen|Verfasser:innen|Auteur·rice|Auteur·e·s :|المؤلف|"
        "ผู้แต่ง|Συγγραφέας:|作成者"
    ).split("|"),
)
def test_label_alone(text):
    assert is_label(text)


def test_what_begins_with_a_label_has_one_of_the_heads():
    behind = ("", ":", "：", "՝", "(s):", " Ann Example", ": Ann", "/x", ". ", "\xa0x")
    for label in byline_words().labels:
        for text in (word + end for word in (label, label.title(), label.split()[0]) for end in behind):
            known = text[:2].casefold() in label_starts() and (is_label(text) or may_be_labelled(text))
            head = text[:3].casefold()
            assert not known or text[0] >= "\u0e00" or {head[:3], head[:2]} & label_heads()


def test_a_name_is_no_label():
    assert not is_label("Ann Example")
    assert not is_label("Ann (PhD)")
    assert not is_label("By/With")
    assert not is_label("Author/Book 2")
