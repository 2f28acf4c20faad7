"""What stands beside a name: the text about the person, the name again, a letter in place of a picture."""

from __future__ import annotations

import pytest

from articlex.authors.candidates import author_candidates
from articlex.authors.gathering import has_bio_below, signs_beside
from articlex.page import Block, Kind
from articlex.read import read_page
from articlex_lab.corpora.stages_before import marked_before

PROSE = "The bridge over the river opened on Monday, two years after the old one had been closed to traffic. "


def blocks(*texts: str) -> list[Block]:
    return [Block(index, Kind.PARAGRAPH, text, ()) for index, text in enumerate(texts)]


def test_text_about_a_person_below_the_name():
    about = "Ann Example writes about rivers and the towns on their banks."
    assert has_bio_below(blocks("Ann Example", about), 0, "Ann Example")
    assert has_bio_below(blocks("Ann Example", f"[svg] {about}"), 0, "Ann Example")
    assert not has_bio_below(blocks("Ann Example", PROSE), 0, "Ann Example")


@pytest.mark.parametrize(
    ("texts", "index", "signs"),
    [
        (("Ann Example", "All articles by Ann Example"), 0, {"more-below"}),
        (("Иван Примеров", "Все статьи: Иван Примеров"), 0, {"more-below"}),
        (("山田太郎", "山田太郎"), 1, {"twice"}),
        (("F", "ferryman", "New member"), 1, {"letter-beside"}),
        (("Π", "περαματάρης"), 1, {"letter-beside"}),
        (("R", "ferryman"), 1, set()),
        (("Menu", "Ann Example", PROSE), 1, set()),
    ],
)
def test_signs_beside_a_name(texts, index, signs):
    assert set(signs_beside(blocks(*texts), index, texts[index])) == signs


def names(*lines: str) -> set[tuple[str, ...]]:
    page = marked_before("byline", read_page("\n\n".join(lines), form="text"))
    return {candidate.names for candidate in author_candidates(page)}


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Written by", "Bo Sample"),
        ("Автор:", "Пётр Образцов"),
        ("Συντάκτης:", "Άννα Παράδειγμα"),
        ("作者：", "王小明"),
        ("著者", "山田太郎"),
        ("מאת", "עמית דוגמה"),
        ("بقلم", "أحمد مثال"),
        ("ผู้เขียน", "สมชาย ตัวอย่าง"),
        ("लेखक", "अमित उदाहरण"),
    ],
)
def test_a_label_far_below_the_text_leads_to_the_next_line(label, name):
    prose = [f"{number}. {PROSE * 2}" for number in range(8)]
    links = [f"The town has more news of number {number} here today." for number in range(30)]
    assert (name,) in names(
        "Bridge opens after two years of work", *prose, *links, label, name, "12 May 2024"
    )


def test_names_below_a_label_are_one_list():
    found = names(
        "Bridge opens after two years of work", "Authors", "Ann Example", "Bo Sample", PROSE * 2, PROSE
    )
    assert ("Ann Example", "Bo Sample") in found


@pytest.mark.parametrize(
    "notice",
    [
        "Copyright (c) 2012-2025 Ann Example. All rights reserved.",
        "©2020 - Ann Example - Bridges",
        "© Ann Example 2024",
    ],
)
def test_holder_of_the_copyright(notice):
    assert ("Ann Example",) in names("Bridge opens after two years of work", PROSE * 2, PROSE, notice)
