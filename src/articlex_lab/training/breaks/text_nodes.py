"""A page with a line for each of its text nodes, and what the HTML has between each two of the lines."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from enum import IntEnum
from importlib import import_module
from typing import Any, NamedTuple

from articlex_lab.corpora.flatteners import decode

#: Elements that begin and end on a line of their own in the style sheet of the HTML standard (section 15.3),
#: or show no text in the line that they stand in.
BLOCKS = frozenset(
    """address article aside audio blockquote body button canvas caption center dd details dialog dir div
    dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe legend
    li main menu nav noscript object ol optgroup option p pre script section select style summary
    table tbody td template textarea tfoot th thead title tr ul video""".split()
)

#: Share of linked text from which a block is a row of links, each of them a line of its own.
MOST_LINKED = 0.8


class Between(IntEnum):
    """What is between two lines; of several things the greatest."""

    #: Text goes on: the text nodes are in one block, or the lines in one text node.
    NOTHING = 0
    #: The same in a block that is mostly links.
    LINKS = 1
    #: The end of a line of code.
    CODE = 2
    #: A ``<br>``.
    LINE_BREAK = 3
    BLOCK = 4


class Flattened(NamedTuple):
    """A page by ``get_text("\\n")``, and what is below each line that shows something, by the number of the
    line from 1; nothing is said of the last one."""

    text: str
    below: dict[int, Between]


class _Text(NamedTuple):
    """A text node: what was before it, and the block that it is in."""

    text: str
    before: Between
    block: Any


def flattened(page: bytes, strip: bool) -> Flattened:
    """``page`` as BeautifulSoup's ``get_text("\\n", strip=strip)`` prints it."""
    linked: dict[int, bool] = {}
    below: dict[int, Between] = {}
    number, shown, between = 0, 0, Between.BLOCK
    nodes = list(_nodes(page, strip))
    for node in nodes:
        between = max(between, node.before)
        for place, row in enumerate(node.text.split("\n")):
            number += 1
            if place:
                between = max(between, Between.CODE if _is_code(node.block) else Between.NOTHING)
            if row.strip():
                if shown:
                    is_link = between is Between.NOTHING and _is_linked(node.block, linked)
                    below[shown] = Between.LINKS if is_link else between
                shown, between = number, Between.NOTHING
    return Flattened("\n".join(node.text for node in nodes), below)


def nodes_between(page: bytes, strip: bool) -> Iterator[tuple[str, Between]]:
    """The text nodes of ``page`` that ``get_text(strip=strip)`` prints, lines of code apart.

    Each with what is between it and the one before it that shows something.
    """
    linked: dict[int, bool] = {}
    between = Between.BLOCK
    for node in _nodes(page, strip):
        between = max(between, node.before)
        code = "\n" in node.text and _is_code(node.block)
        for place, row in enumerate(node.text.splitlines(keepends=True) if code else [node.text]):
            if place:
                between = max(between, Between.CODE)
            is_link = between is Between.NOTHING and row.strip() and _is_linked(node.block, linked)
            yield row, Between.LINKS if is_link else between
            if row.strip():
                between = Between.NOTHING


def _nodes(page: bytes, strip: bool) -> Iterator[_Text]:
    """The text nodes of ``page`` that ``get_text(strip=strip)`` prints, in their order."""
    soup = import_module("bs4")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # XHTML that it takes for XML
        tree = soup.BeautifulSoup(decode(page), "lxml")
    nodes = _texts(tree, soup.NavigableString, Between.BLOCK)
    return _without_blank(node._replace(text=node.text.strip()) for node in nodes) if strip else nodes


def _texts(tree: Any, kind: type, before: Between) -> Iterator[_Text]:
    """The text nodes of a tree that ``get_text()`` prints, in their order."""
    printed = tree.interesting_string_types
    open_elements = [(tree, iter(tree.children))]
    while open_elements:
        element, children = open_elements[-1]
        child = next(children, None)
        if child is None:
            open_elements.pop()
            before = max(before, _beside(element.name))
        elif isinstance(child, kind):
            if type(child) in printed:
                yield _Text(str(child), before, _block(element))
                before = Between.NOTHING
        else:
            before = max(before, _beside(child.name))
            open_elements.append((child, iter(child.children)))


def _beside(name: str) -> Between:
    """What is before and behind an element."""
    if name == "br":
        return Between.LINE_BREAK
    return Between.BLOCK if name in BLOCKS else Between.NOTHING


def _without_blank(nodes: Iterable[_Text]) -> Iterator[_Text]:
    """``nodes`` without those that show nothing; what was before such a one is before the next."""
    before = Between.NOTHING
    for node in nodes:
        before = max(before, node.before)
        if node.text:
            yield node._replace(before=before)
            before = Between.NOTHING


def _block(element: Any) -> Any:
    """The innermost block around the text in an element."""
    while element.name not in BLOCKS and element.parent is not None:
        element = element.parent
    return element


def _is_code(block: Any) -> bool:
    return block.name == "pre" or block.find_parent("pre") is not None


def _is_linked(block: Any, known: dict[int, bool]) -> bool:
    """Whether nearly all text of a block is linked."""
    if id(block) not in known:
        size = _size(block)
        links = sum(map(_size, block.find_all("a")))
        known[id(block)] = links > MOST_LINKED * size
    return known[id(block)]


def _size(element: Any) -> int:
    return len("".join(element.get_text().split()))
