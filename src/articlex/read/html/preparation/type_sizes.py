"""How large the text of an element is, in points: by its style, its class in the style sheets, or its tag."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from articlex.read.html.tree import Element, attributes_of
from articlex.regex import regex

#: A rule: its selectors, sought only right behind a brace, and its declarations.
_RULE = regex(r"(?<![^{}])([^{}]++)\{([^{}]{0,1000})\}")
CLASS = regex(r"\.([\w-]+)")
#: The size in a declaration of its own, or in one with weight, style and face: "font: bold 22px Georgia".
_SIZE = regex(
    r"(?<![\w-])(?i:font-size:|font:[\w\s-]{0,40}?(?<![\w.]))\s*(\d{1,4}(?:\.\d{1,6})?)(pt|px|em|rem|%)"
)
#: Points that <font size> stands for, and those of headings without a style.
_OF_FONT = (7.5, 10.0, 12.0, 13.5, 18.0, 24.0, 36.0)
OF_HEADING = {"h1": 24.0, "h2": 18.0, "h3": 14.0, "h4": 12.0, "h5": 10.0, "h6": 9.0}
#: Points of text of which nothing is said, and the size of <font> that they are.
USUAL = 12.0
_BASE = 3
#: A size of <font>: by itself, or in steps from the base.
_FONT_SIZE = regex(r"\s*([+-]?)(\d)")


def style_rules(root: Element) -> Iterator[re.Match[str]]:
    """The rules of a page's style sheets: group 1 has the selectors of each, group 2 its declarations."""
    for style in root.iter("style"):
        yield from _RULE.finditer(style.text or "")


def sizes_of_classes(root: Element) -> dict[str, float]:
    """The size in points that the style sheets of a page give to each class."""
    found: dict[str, float] = {}
    for rule in style_rules(root):
        if size := _SIZE.search(rule[2]):
            for name in CLASS.findall(rule[1]):
                found[name] = _points(size[1], size[2], USUAL)
    return found


def size_of(element: Element, around: float, rules: Mapping[str, float]) -> float:
    """The size of an element's text in points: as its style states it, or its class, or its tag.

    ``around`` is the size in the element around it, ``rules`` has those of the page's classes.
    """
    tag, attributes = str(element.tag), attributes_of(element)
    if "style" in attributes and (found := _SIZE.search(attributes["style"])):
        return _points(found[1], found[2], around)
    for name in attributes["class"].split() if rules and "class" in attributes else ():
        if name in rules:
            return rules[name]
    if tag == "font":
        return _of_font(attributes.get("size", ""), around)
    if tag == "big":
        return around * 1.2
    return OF_HEADING.get(tag, around)


def _of_font(size: str, around: float) -> float:
    """The points of ``<font size>``: "5", or steps from the base, "+2" and "-1"."""
    stated = _FONT_SIZE.match(size)
    if stated is None:
        return around
    number = int(stated[2])
    if stated[1]:
        number = _BASE + (number if stated[1] == "+" else -number)
    return _OF_FONT[min(max(number, 1), len(_OF_FONT)) - 1]


def _points(number: str, unit: str, around: float) -> float:
    value = float(number)
    return value * {"pt": 1.0, "px": 0.75, "em": around, "rem": USUAL, "%": around / 100}[unit]
