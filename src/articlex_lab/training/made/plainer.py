"""Pages with the markup of older sites: the same text, in elements and class names that say little.

A scorer that is fitted on the corpora relies on the elements and class names of recent sites. On pages of the
2000s and of hand-made templates, paragraphs are lines between ``br``, headings are bold lines, and nothing is
called an article.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from lxml import etree

_SECTIONS = frozenset("article main section header footer nav aside figure figcaption address hgroup".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_STATED = ("role", "itemprop", "itemtype", "itemscope", "property", "typeof", "rel", "data-testid")


def make_plainer(root: Any, chance: random.Random) -> None:
    """Change the markup of the page, in place, by some of the ways below; its text stays."""
    if chance.random() < 0.7:
        _rename(root, _SECTIONS, "div")
    if chance.random() < 0.4:
        _rename(root, _HEADINGS, chance.choice(("div", "p", "b", "strong", "span")), chance.random() < 0.5)
    how = chance.random()
    if how < 0.3:
        _break_paragraphs(root)
    elif how < 0.5:
        _rename(root, frozenset(("p",)), "div")
    if chance.random() < 0.2:
        _rename(root, frozenset(("ul", "ol", "li", "dl", "dt", "dd")), "div")
    if chance.random() < 0.6:
        _name_anew(root, chance)
    if chance.random() < 0.5:
        _forget(root)


def _elements(root: Any, names: frozenset[str]) -> Iterator[Any]:
    return (element for element in list(root.iter(*names)))


def _rename(root: Any, names: frozenset[str], tag: str, spare_first: bool = False) -> None:
    for number, element in enumerate(_elements(root, names)):
        if number or not spare_first:
            element.tag = tag


def _break_paragraphs(root: Any) -> None:
    """Turn paragraphs into lines with two ``br`` after each."""
    for element in _elements(root, frozenset(("p",))):
        if element.getparent() is None:
            continue
        for _ in range(2):
            element.append(etree.Element("br"))
        element.drop_tag()


def _name_anew(root: Any, chance: random.Random) -> None:
    """Remove classes and ids, or replace each name, wherever it is, by one that says nothing."""
    gone = chance.random() < 0.4
    names: dict[str, str] = {}
    for element in root.iter(etree.Element):
        for key in ("class", "id"):
            stated = element.get(key)
            if stated is None:
                continue
            if gone:
                del element.attrib[key]
            else:
                fresh = (names.setdefault(name, f"c{len(names)}") for name in stated.split())
                element.set(key, " ".join(fresh))


def _forget(root: Any) -> None:
    """Remove what the markup states: JSON-LD, ``meta`` elements, microdata, roles."""
    for element in list(root.iter("script", "meta")):
        if element.tag == "meta" or "json" in (element.get("type") or ""):
            element.drop_tree()
    for element in root.iter(etree.Element):
        for key in _STATED:
            element.attrib.pop(key, None)
