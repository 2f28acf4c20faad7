"""Crowded pages: pages of the corpora with lists of other articles set in around their content.

An article is cut down to its first paragraphs on most of them, since it is around short articles that lists
outweigh the text. Content of lists and collections is itself a list, so they are left alone. The labels
follow as they do on any page: what was set in is not in the gold text.
"""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterator
from typing import Any

from articlex.read import read_page
from articlex_lab.corpora import Record
from articlex_lab.flatteners import decode, flatten
from articlex_lab.metrics import words
from articlex_lab.training.labels import align
from articlex_lab.training.listings import DAY, MORE, TITLE, Part, Stock, is_ideographic, make_list

#: Kinds of page whose content is a list.
_LISTS = frozenset({"listing", "collection"})

#: Share of the articles that are cut down, and paragraphs that stay of them, at most.
_CUT_SHARE, _MOST_KEPT = 0.7, 6

#: Lists that one page gets.
_LISTS_OF_A_PAGE = (1, 1, 2, 3)

#: Characters from which on a line of the content is a paragraph.
_LONG, _LONG_IDEOGRAPHIC = 80, 30
_LEAST_PARAGRAPHS = 3

#: Items of a list between two paragraphs, at most.
_MOST_INSIDE = 8

#: Class names of the elements that are set in: sites whose classes say nothing are the hard ones.
_CLASSES = (*[""] * 4, *"""list item news box block row inner left text clearfix c1 b2 title post entry
headline module widget newslist rightcol content grid more last story day""".split())  # fmt: skip
_SHAPES = ("ul", "div", "div", "table", "p", "br", "flat")
_TITLE_TAGS = ("h3", "h4", "div", "span", "b", "p", "a", "a")
_HEADING_TAGS = ("h2", "h3", "h4", "h5", "div", "span")
_BLOCKS = frozenset({"p", "div", "table", "ul"})


def is_crowdable(record: Record) -> bool:
    """Whether a crowded page can be made of the page."""
    return bool(record.text) and record.kind not in _LISTS


def crowded_text(record: Record, flattener: str, have: Stock, copy: int) -> str | None:
    """The page flattened, crowded; None when too little of its content is found."""
    chance = random.Random(f"{record.name} {flattener} {copy}")
    source = flatten(record, flattener)
    blocks = [block for block in read_page(source, url=record.url, form="text").blocks if block.text]
    labels = align([words(block.text) for block in blocks], words(record.text or ""))
    long = _long(record)
    body = [row for row, label in enumerate(labels) if label > 0.5 and len(blocks[row].text) >= long]
    if len(body) < _LEAST_PARAGRAPHS:
        return None
    kept = _kept(record, len(body), chance)
    dropped = range(body[kept - 1] + 1, body[-1] + 1) if kept < len(body) else range(0)
    last = min(body[kept - 1] + chance.choice((0, 0, 0, 1, 2, 4)), len(blocks) - 1)
    spaced = sum(block.gap > 0 for block in blocks) > 0.3 * len(blocks)
    width = 78 if flattener == "w3m" else 0
    places = {last: chance.choice(_LISTS_OF_A_PAGE)} | (
        {max(body[0] - 2, 0): 1} if chance.random() < 0.3 else {}
    )
    lines: list[str] = []
    for row, block in enumerate(blocks):
        if row not in dropped:
            lines += [""] * min(block.gap, 3)
            lines += block.lines or (block.text,)
        for _ in range(places.get(row, 0)):
            lines += _text_lines(make_list(record, have, chance), spaced, width, chance)
    return "\n".join(lines)


def _long(record: Record) -> int:
    return _LONG_IDEOGRAPHIC if is_ideographic(record.text or "") else _LONG


def _kept(record: Record, paragraphs: int, chance: random.Random) -> int:
    """How many of the page's paragraphs stay."""
    if record.kind == "article" and chance.random() < _CUT_SHARE and paragraphs > _LEAST_PARAGRAPHS:
        return chance.randint(1, min(_MOST_KEPT, paragraphs - 1))
    return paragraphs


def _text_lines(items: list[list[Part]], spaced: bool, width: int, chance: random.Random) -> Iterator[str]:
    bullet = chance.choice(("", "", "", "* ", "• ", "- ", "» "))
    for item in items:
        for place, part in enumerate(item):
            if spaced and (not place or chance.random() < 0.3):
                yield ""
            text = bullet + part.text if part.what == TITLE else part.text
            yield from textwrap.wrap(text, width) if width else [text]
    if spaced:
        yield ""


def crowded_html(record: Record, have: Stock, copy: int) -> str | None:
    """The page as HTML, crowded; None when too little of its content is found."""
    from lxml import html

    chance = random.Random(f"{record.name} {copy}")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    root = html.document_fromstring(decode(record.read()).encode("utf-8", "replace"), parser=parser)
    body = list(_paragraphs(root, record))
    if len(body) < _LEAST_PARAGRAPHS:
        return None
    kept = _kept(record, len(body), chance)
    for element in body[kept:]:
        element.drop_tree()
    for _ in range(chance.choice(_LISTS_OF_A_PAGE)):
        _set_in(body[:kept], record, have, chance)
    return str(html.tostring(root, encoding="unicode"))


def _paragraphs(root: Any, record: Record) -> Iterator[Any]:
    """The innermost elements whose text opens as a paragraph of the gold text does."""
    gold = " ".join((record.text or "").split())
    long = _long(record)
    for element in root.iter("p", "div", "td", "li", "span", "section"):
        if not any(inner.tag in _BLOCKS for inner in element.iterdescendants()):
            text = " ".join(element.text_content().split())
            if len(text) >= long and text[:60] in gold and element.getparent() is not None:
                yield element


def _set_in(body: list[Any], record: Record, have: Stock, chance: random.Random) -> None:
    """Put a list after the content, before it, beside an element around it, or between two paragraphs."""
    places = ("after", "after", "up", "up", "up", "before", "middle")
    where = chance.choice(places if record.kind == "article" else places[2:-1])
    items = make_list(record, have, chance, _MOST_INSIDE if where == "middle" else 80)
    listed = _html_list(items, chance)
    element = body[0] if where == "before" else body[-1]
    if where == "middle" and len(body) > 1:
        element = body[chance.randrange(len(body) - 1)]
    if where in ("up", "before"):
        for _ in range(chance.randint(1, 4)):
            parent = element.getparent()
            if parent is None or parent.tag in ("body", "html"):
                break
            element = parent
    if where == "before":
        element.addprevious(listed)
    else:
        element.addnext(listed)


def _html_list(items: list[list[Part]], chance: random.Random) -> Any:
    shape = chance.choice(_SHAPES)
    listed = outer = _element({"ul": "ul", "table": "table"}.get(shape, "div"), "", chance.choice(_CLASSES))
    if items and chance.random() < 0.5:
        outer = _element("div", "", chance.choice(_CLASSES))
        outer.append(_element(chance.choice(_HEADING_TAGS), chance.choice(items)[0].text[:18]))
        outer.append(listed)
    inside = chance.choice(_CLASSES)
    tag, linked = chance.choice(_TITLE_TAGS), chance.random() < 0.9
    of_title = chance.choice(_CLASSES)
    day_tag = chance.choice(("span", "div"))
    for item in items:
        holder = _holder(listed, shape, inside)
        for part in item:
            if part.what in (TITLE, MORE):
                link = _element("a" if linked else "span", part.text)
                if linked:
                    link.set("href", f"/{chance.randint(1000, 99999)}/{chance.choice('abcdef')}.html")
                if part.what == TITLE and tag != "a":
                    around = _element(tag, "", of_title)
                    around.append(link)
                    link = around
                holder.append(link)
            elif part.what == DAY:
                holder.append(_element(day_tag, part.text + " "))
            else:
                holder.append(_element("span" if shape == "p" else chance.choice(("p", "div")), part.text))
        if shape == "br":
            holder.append(_element("br"))
    return outer


def _holder(listed: Any, shape: str, classes: str) -> Any:
    """The element of a new item."""
    if shape in ("br", "flat"):
        return listed
    holder = _element({"ul": "li", "table": "td", "p": "p"}.get(shape, "div"), "", classes)
    if shape == "table":
        row = _element("tr")
        row.append(holder)
        listed.append(row)
    else:
        listed.append(holder)
    return holder


def _element(tag: str, text: str = "", classes: str = "") -> Any:
    from lxml import etree

    element = etree.Element(tag)
    element.text = text or None
    if classes:
        element.set("class", classes)
    return element
