"""Crowded pages of HTML (:mod:`articlex_lab.training.made.crowded`)."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Any

from lxml import html

from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.flatteners import decode
from articlex_lab.training.made.crowded import (
    HEAD_SHARE,
    LEAST_PARAGRAPHS,
    OWN_GONE_SHARE,
    TAIL_SHARE,
    Crowded,
    cut,
    lists_of_a_page,
    long_from,
    paragraphs_kept,
    shortened,
    some_run,
)
from articlex_lab.training.made.html_lists import CONTROLS, flat_items, html_list
from articlex_lab.training.made.listings import Stock, another, make_list
from articlex_lab.training.made.plainer import make_plainer
from articlex_lab.training.made.scripts import rewrite_html, rewriting

#: The most items of a list between two paragraphs.
_MOST_INSIDE = 8

#: Share of the pages whose markup is made :mod:`plainer <articlex_lab.training.made.plainer>`.
_PLAINER_SHARE = 0.4

#: The most elements of the chrome of another page.
_MOST_CHROME = 8

_BLOCKS = frozenset({"p", "div", "table", "ul"})
_NO_TEXT = frozenset("script style noscript template link meta svg iframe br hr img".split())


def crowded_html(record: Record, have: Stock, copy: int) -> Crowded | None:
    """The page as HTML, crowded; None where too few of its paragraphs are found. Another ``copy`` is crowded
    in another way."""
    chance = random.Random(f"{record.name} {copy}")
    root = parse(record)
    body = list(_paragraphs(root, record))
    if len(body) < LEAST_PARAGRAPHS:
        return None
    kept = paragraphs_kept(record, len(body), chance)
    text, own = cut(record.text or "", [element.text_content() for element in body[kept:]])
    text, short = shortened(record, text, [element.text_content() for element in body[:kept]], chance)
    for place, post in short.items():
        for inner in list(body[place]):
            body[place].remove(inner)
        body[place].text = post
    _add_chrome(body[:kept], root, record, have, chance)
    for element in body[kept:]:
        if element.getparent() is not None:
            element.drop_tree()
    for _ in range(lists_of_a_page(record, chance)):
        _set_in(body[:kept], record, have, own, chance)
    return written(root, text, _PLAINER_SHARE, chance)


def written(root: Any, text: str, plainer_share: float, chance: random.Random) -> Crowded:
    """The page ``root`` as HTML with its gold ``text``; some with plainer markup, some in another script."""
    if chance.random() < plainer_share:
        make_plainer(root, chance)
    if change := rewriting(text, chance):
        rewrite_html(root, change)
        text = change(text)
    return Crowded(str(html.tostring(root, encoding="unicode")), text)


def parse(record: Record) -> Any:
    """The tree of the page, without control characters: lxml parses them, but does not let them be set."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    root = html.document_fromstring(decode(record.read()).encode("utf-8", "replace"), parser=parser)
    for element in root.iter():
        if element.text and CONTROLS.search(element.text):
            element.text = CONTROLS.sub("", element.text)
        if element.tail and CONTROLS.search(element.tail):
            element.tail = CONTROLS.sub("", element.tail)
    return root


def _paragraphs(root: Any, record: Record) -> Iterator[Any]:
    """The innermost elements with enough text whose first 60 characters are in the gold text."""
    gold = " ".join((record.text or "").split())
    long = long_from(record)
    for element in root.iter("p", "div", "td", "li", "span", "section"):
        if not any(inner.tag in _BLOCKS for inner in element.iterdescendants()):
            text = " ".join(element.text_content().split())
            if len(text) >= long and text[:60] in gold and element.getparent() is not None:
                yield element


def _add_chrome(body: Sequence[Any], root: Any, record: Record, have: Stock, chance: random.Random) -> None:
    """On some pages, put chrome of another page before or after the paragraphs ``body``; on some of these,
    remove the page's own chrome after them."""
    other = another(record, have, chance)
    if not other:
        return
    head, tail = chrome(other)
    if tail and chance.random() < TAIL_SHARE:
        place = up(body[-1], chance)
        if chance.random() < OWN_GONE_SHARE:
            for element in _beside(root, record)[1]:
                if not any(inner is place for inner in element.iter()):
                    element.drop_tree()
        for element in reversed(some_run(tail, 1, _MOST_CHROME, chance)):
            place.addnext(deepcopy(element))
    if head and chance.random() < HEAD_SHARE:
        place = up(body[0], chance)
        for element in some_run(head, 1, _MOST_CHROME, chance):
            place.addprevious(deepcopy(element))


@lru_cache(maxsize=60)
def chrome(record: Record) -> tuple[list[Any], list[Any]]:
    """The chrome before and after the content of a page: siblings of its paragraphs and their ancestors."""
    return _beside(parse(record), record)


def _beside(root: Any, record: Record) -> tuple[list[Any], list[Any]]:
    body = list(_paragraphs(root, record))
    if not body:
        return [], []
    gold = " ".join((record.text or "").split())
    before = [e for around in _around(body[0]) for e in around.itersiblings(preceding=True)]
    after = [e for around in _around(body[-1]) for e in around.itersiblings()]
    return [e for e in reversed(before) if _is_chrome(e, gold)], [e for e in after if _is_chrome(e, gold)]


def _around(element: Any) -> Iterator[Any]:
    """The element and its ancestors below ``body``."""
    while element is not None and element.tag not in ("body", "html"):
        yield element
        element = element.getparent()


def _is_chrome(element: Any, gold: str) -> bool:
    """Whether the element has text, of which no piece begins like a line of the gold text."""
    if not isinstance(element.tag, str) or element.tag in _NO_TEXT:
        return False
    texts = [" ".join(text.split()) for text in element.itertext()]
    return any(texts) and not any(len(text) > 25 and text[:60] in gold for text in texts)


def up(element: Any, chance: random.Random) -> Any:
    """The element, or an ancestor up to four levels above it, below ``body``."""
    for _ in range(chance.randint(0, 4)):
        parent = element.getparent()
        if parent is None or parent.tag in ("body", "html"):
            break
        element = parent
    return element


def _set_in(body: list[Any], record: Record, have: Stock, own: Sequence[str], chance: random.Random) -> None:
    """Put a list after or before the paragraphs ``body``, beside one of their ancestors, or between two of
    them.

    ``own`` are the paragraphs that were cut from the page (:func:`make_list`).
    """
    places = ("after", "after", "up", "up", "up", "before", "middle", "flat")
    where = chance.choice(places if record.kind == "article" else places[2:-2])
    items = make_list(record, have, chance, _MOST_INSIDE if where == "middle" else 80, own, where == "flat")
    element = body[0] if where == "before" else body[-1]
    if where == "flat":
        for item in reversed(flat_items(items, element.tag, chance)):
            element.addnext(item)
        return
    listed = html_list(items, chance)
    if where == "middle" and len(body) > 1:
        element = body[chance.randrange(len(body) - 1)]
    if where in ("up", "before"):
        element = up(element, chance)
    if where == "before":
        element.addprevious(listed)
    else:
        element.addnext(listed)
