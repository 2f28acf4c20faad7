"""What the blocks of a page are made of."""

from __future__ import annotations

from articlex.page import Kind
from articlex.read import read_page
from articlex.signs import read_signs

PAGE = """<ul><li>Tea, $4</li><li>Tea, $4 or 3 €</li><li>$ome name</li><li>No price</li></ul>
<p>It costs $5, but nobody who reads on for a while would take this long sentence for a price.</p>
<p>COPYRIGHT 2019</p><p>© 2012-2021 Example</p><p>Since 2023</p><p><a href="/a">Four</a></p>"""


def test_prices_notices_and_kinds_are_counted():
    makeup = read_signs(read_page(PAGE, form="html")).makeup
    assert (makeup.prices, makeup.notice_year, makeup.link_chars) == (2, 2021, 4)
    assert makeup.kinds[Kind.LIST_ITEM] == 4


def test_a_page_without_blocks_is_made_of_nothing():
    makeup = read_signs(read_page("", form="text")).makeup
    assert (makeup.chars, makeup.prices, makeup.notice_year) == (0, 0, 0)
