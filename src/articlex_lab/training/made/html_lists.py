"""Lists of other articles and of comments as HTML elements, in the many shapes that sites give them."""

from __future__ import annotations

import random
import re
from typing import Any

from lxml import etree

from articlex_lab.training.made.listings import DAY, MORE, POST, TITLE, Part

#: Class names of the elements: mostly none, or ones that say little, as on the sites that are difficult.
_CLASSES = (*[""] * 4, *"""list item news box block row inner left text clearfix c1 b2 title post entry
headline module widget newslist rightcol content grid more last story day""".split())  # fmt: skip
_SHAPES = ("ul", "div", "div", "table", "p", "br", "flat", "line")
_TITLE_TAGS = ("h3", "h4", "div", "span", "b", "p", "a", "a")
_HEADING_TAGS = ("h2", "h3", "h4", "h5", "div", "span")

#: Control characters, which lxml parses and does not let be set.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")

#: What is between the items of a list that is a single line.
_BETWEEN = (" ", " ", " | ", " - ", "\u3000", "<br>", "<br>")


def html_list(items: list[list[Part]], chance: random.Random) -> Any:
    """One element with the items, in a shape that is drawn."""
    shape = chance.choice(_SHAPES)
    if shape == "line":
        return _one_line(items, chance)
    listed = outer = new_element(
        {"ul": "ul", "table": "table"}.get(shape, "div"), "", chance.choice(_CLASSES)
    )
    if items and chance.random() < 0.5:
        outer = new_element("div", "", chance.choice(_CLASSES))
        outer.append(new_element(chance.choice(_HEADING_TAGS), chance.choice(items)[0].text[:18]))
        outer.append(listed)
    inside = chance.choice(_CLASSES)
    tag, linked = chance.choice(_TITLE_TAGS), chance.random() < 0.9
    of_title = chance.choice(_CLASSES)
    day_tag = chance.choice(("span", "div"))
    for item in items:
        holder = _holder(listed, shape, inside)
        for part in item:
            if part.what in (TITLE, MORE):
                link = new_element("a" if linked else "span", part.text)
                if linked:
                    link.set("href", f"/{chance.randint(1000, 99999)}/{chance.choice('abcdef')}.html")
                if part.what == TITLE and tag != "a":
                    around = new_element(tag, "", of_title)
                    around.append(link)
                    link = around
                holder.append(link)
            elif part.what == DAY:
                holder.append(new_element(day_tag, part.text + " "))
            else:
                holder.append(new_element("span" if shape == "p" else chance.choice(("p", "div")), part.text))
        if shape == "br":
            holder.append(new_element("br"))
    return outer


def _one_line(items: list[list[Part]], chance: random.Random) -> Any:
    """One element whose text, without links, is the items."""
    between = chance.choice(_BETWEEN)
    line = new_element(chance.choice(("div", "p", "td", "span")), "", chance.choice(_CLASSES))
    texts = [CONTROLS.sub("", " ".join(part.text for part in item)) for item in items]
    if between != "<br>":
        line.text = between.join(texts)
        return line
    for text in texts:
        broken = etree.SubElement(line, "br")
        broken.tail = text
    return line


def flat_items(items: list[list[Part]], tag: str, chance: random.Random) -> list[Any]:
    """The parts of the items as siblings of one ``tag``, as comments below an article may be."""
    together = chance.random() < 0.5
    found = []
    for item in items:
        if together:
            found.append(new_element(tag, " ".join(part.text for part in item if part.what != POST)))
            found += [new_element(tag, part.text) for part in item if part.what == POST]
        else:
            found += [new_element(tag, part.text) for part in item]
    return found


def _holder(listed: Any, shape: str, classes: str) -> Any:
    """The element for a new item, added to ``listed``; or ``listed`` itself where items have none."""
    if shape in ("br", "flat"):
        return listed
    holder = new_element({"ul": "li", "table": "td", "p": "p"}.get(shape, "div"), "", classes)
    if shape == "table":
        row = new_element("tr")
        row.append(holder)
        listed.append(row)
    else:
        listed.append(holder)
    return holder


def new_element(tag: str, text: str = "", classes: str = "") -> Any:
    """An element with text, without its control characters, and with class names."""
    element = etree.Element(tag)
    element.text = CONTROLS.sub("", text) or None
    if classes:
        element.set("class", classes)
    return element
