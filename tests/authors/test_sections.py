"""Sections and categories beside a day or above a headline: nobody's names."""

import pytest

from articlex import extract

TEXT = (
    "The bridge over the river opened on Monday, two years after the old one had been closed to traffic.\n\n"
    "Nobody in the town had expected that so many people would come to see the first tram cross it.\n\n"
    "The trams had been waiting on the other side since Friday, and all the drivers wanted to be the first.\n"
)
MENU = "HABER\n\nGüncel\n\nPolitika\n\nDünya\n\nEkonomi\n\nSpor\n\nSeçim\n\nHaberler\n\nHABER\n\n"
HIKES = (
    "鉄山から弥山へ\n\n{line}\n\n鉄山という名前にひかれて登ってみたいと思っていたし、平日の休みで梅雨の合い間の晴れで行くしかないでしょう。\n\n"
    "下山は行者還トンネル東口となるので、大川口の車まで戻るために自転車を置いておきます。橋を渡って直ぐ右に曲がると登山口の木のハシゴがあります。\n\n"
    "カテゴリー\n\nロードバイク(288)\n\n徒歩（ハイキング）(172)\n\n日記(77)\n"
)


def test_a_section_of_the_menu_above_the_headline():
    page = f"{MENU}Güncel\n\nKöprü iki yıl sonra açıldı\n\n30.11.2020 18:14\n\n{TEXT}"
    assert extract(page, form="text").authors == ()


def test_a_section_that_the_menu_has_in_capitals():
    menu = MENU.replace("Güncel", "EL DEPORTE")
    page = f"{menu}El Deporte martes, 22 de diciembre de 2020\n\nLos grandes de la liga\n\n{TEXT}"
    assert extract(page, form="text").authors == ()


@pytest.mark.parametrize("line", ("2020年07月03日 | 徒歩（ハイキング）", "2020年07月03日 | 徒歩"))
def test_a_category_that_is_counted(line):
    page = HIKES.format(line=line).replace("徒歩（ハイキング）(172)", f"{line[14:]}(172)")
    assert extract(page, form="text").authors == ()


def test_a_person_who_is_counted_among_those_who_write():
    head = "Bridge opens after two years of work\n\n6 May 2024 | Ann Example"
    page = f"{head}\n\n{TEXT}\n\nAuthors\n\nAnn Example (12)\n"
    assert extract(page, form="text").authors == ("Ann Example",)


def test_a_company_that_signs_below_the_headline_by_the_name_in_its_menu():
    page = f"Supermove\n\nProducts\n\n{MENU}Bridge opens after two years\n\nSupermove\n\n6 May 2024\n\n{TEXT}"
    assert extract(page, form="text").authors == ("Supermove",)
