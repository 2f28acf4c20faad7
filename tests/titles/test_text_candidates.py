"""Which lines of raw page text may be the headline."""

import pytest

from articlex.read import read_page
from articlex.titles.text.candidates import text_candidates

STORY = "The bridge over the river opened on Monday, two years after the old one had been closed to traffic."


@pytest.mark.parametrize(
    "line",
    [
        "[spacer]",
        "[top_angle.gif]",
        "↑ Back to the top",
        "Copyright 2024 Example",
        "МояЛентаВсе потокиРазработкаВойти",
        "HomeNewsAbout usContact",
        "首页 > 新闻 > 正文 申请",
    ],
)
def test_picture_arrow_notice_menu_and_path_are_no_headline(line):
    page = read_page(f"{line}\n\nBridge opens after two years\n\n{STORY}\n", form="text")
    texts = [candidate.text for candidate in text_candidates(page)]
    assert "Bridge opens after two years" in texts and line not in texts


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Bridge opens after two years#", "Bridge opens after two years"),
        ("Bridge opens after two years¶", "Bridge opens after two years"),
        ("Bridge opens after two years\uf0c1", "Bridge opens after two years"),
        ("Bridge building in C#", "Bridge building in C#"),
        ("Bridge opens after two years[12]", "Bridge opens after two years"),
        ("[1950]Bridge opens after two years", "Bridge opens after two years"),
        ("[2024] Bridges of the river", "[2024] Bridges of the river"),
        ("Bridges of the river [2024]", "Bridges of the river [2024]"),
        ("[2024] नदी के पुल", "[2024] नदी के पुल"),
    ],
)
def test_sign_or_number_of_a_link_to_the_headline_is_no_part_of_it(line, headline):
    page = read_page(f"Menu\n\n{line}\n\n{STORY}\n", form="text")
    assert headline in [candidate.text for candidate in text_candidates(page)]
