"""Threads whose posts stand one below the other and look alike, the first as well: boards, mailing lists.

Each post prints its day and its author. The first one may hold the headline. The comments below an article
look alike too, but running text stands before the first of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain, islice, takewhile

from articlex.page import Form, Kind, Node, Page
from articlex.regex import regex
from articlex.signs.headline import headline_block
from articlex.signs.looks import names_of_looks
from articlex.signs.once import once_a_stage
from articlex.signs.reading import signs_of
from articlex.signs.stamps import holds_stamp

#: Posts of the shortest thread, and the share of its elements that are posts, at least.
_LEAST, _SHARE = 2, 0.8
#: Blocks between the headline and the first post, at most.
_NEAR = 12
#: Characters of the shortest text of a post.
_TEXT = 20
#: Characters of the longest block that dates a post, and columns of the longest name set as a heading.
_LONGEST, _NAME = 140, 24
#: The first letter of those that are two columns wide.
_WIDE = "\u2e80"
_DIGITS = "0123456789"
#: What separates the cells of a table.
_CELLS = regex(r"[\t\n]")


@once_a_stage
def flat_posts(page: Page) -> list[range]:
    """The blocks of each post; empty if the page is no such thread, and for raw page text.

    Posts are siblings with one name, or elements anywhere whose names differ in a number alone; of several
    groups the largest counts. Cards of a list are none: each has a headline of its own.
    """
    title = headline_block(page)
    if page.form is not Form.HTML or title < 0:
        return []
    key = page.blocks[title].text.casefold()
    prose = signs_of(page).prose
    found: list[range] = []
    for nodes in chain(_siblings(page.nodes, title), _numbered(page, title)):
        first = nodes[0]
        if len(nodes) < _LEAST or first.last <= title or first.first > title + _NEAR:
            continue
        if any(prose[title + 1 : first.first]) or any(prose[first.first : title]):
            continue
        spans = [range(node.first, node.last) for node in nodes]
        spans = [span for span in spans if not _is_event(page, span)]
        if not spans or is_table(page, spans[0]) or not _is_post(page, spans[0], key):
            continue
        posts = [span for span in spans if _is_post(page, span, key)]
        if len(posts) >= max(_LEAST, _SHARE * len(spans)):
            found = max(found, posts, key=len)
    return found


def _siblings(nodes: Sequence[Node], title: int) -> Iterable[list[Node]]:
    """Groups of siblings, one of which is near the block ``title``, that share their tag and, without its
    number, the first name of their class: every other post of a board has a further name, for its colour."""
    found: dict[tuple[int, str, str], list[Node]] = {}
    around = {node.parent for node in nodes if node.first <= title + _NEAR and node.last > title}
    for node in nodes:
        if node.parent in around and node.first < node.last:
            name = node.shape.partition(" ")[0].rstrip(_DIGITS)
            found.setdefault((node.parent, node.tag, name), []).append(node)
    return found.values()


def _numbered(page: Page, title: int) -> Iterable[list[Node]]:
    """Groups of elements that are no siblings and share all but a number of their names ("post71", "post72"),
    the first of which begins near the block ``title`` or holds it."""
    elements, looks = signs_of(page).elements, names_of_looks(page)
    # Of each group of elements tag and look, if it has a number.
    keys = [
        (node.tag, look) if look != node.shape else None
        for node, look in zip(elements.named, looks, strict=True)
    ]
    # Few elements are near the headline and have a number.
    begun = takewhile(lambda node: node.first <= title + _NEAR, page.nodes)
    near = (
        key
        for node, key in zip(begun, map(keys.__getitem__, elements.number), strict=False)
        if key and node.first < node.last > title
    )
    found: dict[tuple[str, str], list[Node]] = {key: [] for key in near}
    alike = [found.get(key) if key else None for key in keys]
    for node, number in zip(page.nodes, elements.number, strict=True) if found else ():
        same = alike[number]
        if same is not None and node.first < node.last and (not same or same[-1].last <= node.first):
            same.append(node)
    for first, *others in filter(None, found.values()):
        last = others[-1] if others else first
        if first.last > title and last.shape != first.shape and last.parent != first.parent:
            yield [first, *others]


def _is_post(page: Page, span: range, key: str) -> bool:
    """Whether the blocks of a span hold a day, a text, and no headline but ``key``, that of the page."""
    if is_table(page, span):
        cells = _CELLS.split(page.blocks[span.start].text)
        texts = [cell for cell in cells if not _is_dated(cell)]
        return len(texts) < len(cells) and any(len(text) >= _TEXT for text in texts)
    dated = _dated(page, span)
    if not dated:
        return False
    blocks = page.blocks[span.start : span.stop]
    others = [block for block in blocks if block.text and block.index not in dated]
    headings = (block.text for block in others if block.level and key not in block.text.casefold())
    is_headed = any(_columns(text) > _NAME for text in headings)
    return not is_headed and any(len(block.text) >= _TEXT for block in others)


def is_table(page: Page, span: range) -> bool:
    """Whether a post is laid out as a table that was taken for one of data, as its text is short. The first
    never is."""
    return len(span) == 1 and page.blocks[span.start].kind is Kind.TABLE


def _is_event(page: Page, span: range) -> bool:
    """Whether one dated line is all there is: "ann closed this 6 May 2024"."""
    texts = islice((block for block in page.blocks[span.start : span.stop] if block.text), 2)
    return len(list(texts)) == 1 and bool(_dated(page, span)) and not is_table(page, span)


def _dated(page: Page, span: range) -> set[int]:
    """The short blocks of a span that hold a clock or a day."""
    with_digits = signs_of(page).with_digits
    inside = with_digits[bisect_left(with_digits, span.start) : bisect_left(with_digits, span.stop)]
    return {index for index in inside if _is_dated(page.blocks[index].text)}


def _is_dated(text: str) -> bool:
    return len(text) <= _LONGEST and holds_stamp(text)


def _columns(text: str) -> int:
    return len(text) + sum(letter >= _WIDE for letter in text)
