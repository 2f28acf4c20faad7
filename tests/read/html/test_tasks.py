"""Which pages are asked for the check boxes of their items."""

from __future__ import annotations

import pytest
from lxml import etree

from articlex.read.html.lists.tasks import has_boxes
from articlex.read.html.reader import read_html


@pytest.mark.parametrize(
    ("html", "there"),
    [
        ("<ul><li><input type=checkbox>x</ul>", True),
        ("<ul><li><p><label><input type='checkbox'>x</label></p></ul>", True),
        ("<dl><dt>1)<dd><input type=checkbox>x</dl>", True),
        ("<ul><li><div class='checkbox checkbox-on'></div>x</ul>", True),
        ("<ul><li><span role=checkbox aria-checked=true></span>x</ul>", True),
        ("<ul><li><span role='checkbox'></span>x</ul>", True),
        ("<ul><li><span class='x checkbox-off'></span>x</ul><p>checkbox", True),
        ("<form><input type=checkbox>Remember me</form><ul><li>x</ul>", False),
        ("<ul><li><b class=checkbox>x</b></ul>", False),
        ("<ul><li><input type=search>x</ul><p>checkbox", False),
    ],
)
def test_boxes_are_sought_where_an_item_may_have_one(html: str, there: bool) -> None:
    assert has_boxes(etree.HTML(html), html.encode()) is there


@pytest.mark.parametrize(
    ("item", "checked"),
    [
        ("<li><label><input type='checkbox' checked>x</label>", True),
        ("<li><span role='checkbox' aria-checked='false'></span>x", False),
        ("<li><div class='checkbox checkbox-on'></div><div>x</div>", True),
        ("<li data-checked=true><p>x</p>", True),
        ("<li><a href=/x>x</a>", None),
    ],
)
def test_the_box_of_an_item(item: str, checked: bool | None) -> None:
    block = read_html(f"<ul>{item}</ul>").blocks[0]
    assert [container.checked for container in block.within] == [None, checked]
