"""Which candidates of raw page text are left when they have been ranked."""

import pytest

from articlex.read import read_page
from articlex.titles.text.ranking import ranked_lines

STORY = "The bridge over the river opened on Monday, two years after the old one had been closed to traffic."
REFERENCES = "References\n\n   1. http://a.example/\n   2. http://a.example/n\n   3. http://a.example/c\n"
MORE = "   4. http://a.example/b\n   5. http://a.example/r\n"


@pytest.mark.parametrize(
    ("line", "may_head"),
    [
        ("   [1]Bridge repairs [2]River ferries [3]Harbour", False),
        ("   [1]მთავარი [2]სამოქალაქო საქმეები [3]კონტაქტი", False),
        ("   [1]トップ記事[2]地域の話題[3]経済", False),
        ("   [1]Bridge repairs [2]begin", True),
        ("   Bridge [1]repairs on the [2]river, the [3]ferries", True),
    ],
)
def test_row_of_links_and_nothing_else_is_no_headline(line, may_head):
    page = read_page(f"\n{line}\n\n   {STORY}\n\n   {STORY}\n\n{REFERENCES}", form="text")
    said = page.blocks[0].text
    assert (said in [each.candidate.text for each in ranked_lines(page)]) is may_head


def test_row_of_links_may_begin_inside_one():
    row = "   [1]Bridge repairs [2]River ferries and all [3]Harbour\n   masters of the [4]bay [5]Ropes"
    page = read_page(f"\n{row}\n\n   {STORY}\n\n   {STORY}\n\n{REFERENCES}{MORE}", form="text")
    assert page.blocks[1].text not in [each.candidate.text for each in ranked_lines(page)]
