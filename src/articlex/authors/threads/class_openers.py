"""Who began a thread, by the classes of its posts: the first of several similar elements that name the
authors, right below the headline of a page of a board."""

from __future__ import annotations

from articlex.authors.gathering import Gathering
from articlex.authors.threads.printed_openers import FEATURE
from articlex.authors.unsigned import page_kind
from articlex.page import Page
from articlex.signs import headline_block, signs_of
from articlex.signs.looks import without_numbers

#: Elements that name authors of posts, at least, and blocks from the headline to the first of them, at most.
_LEAST, _BELOW = 3, 12
#: The source of facts that a class attribute states.
_CLASS = "class"


def add_class_opener(found: Gathering) -> None:
    """Add whoever the first of several similar elements names, on a page of a board."""
    page = found.page
    title = headline_block(page) if page_kind(page).kind == "forum" else -1
    named = _names_by_class(page, title) if title >= 0 else {}
    alike: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for index, names in named.items():
        block = page.blocks[index]
        if block.text.strip() in names:
            node = page.nodes[block.node]
            # Of two nested elements the inner one has the name without the rank: "ann" in "ann Admin".
            name = min(names, key=len)
            alike.setdefault(without_numbers(f"{node.tag} {node.shape}"), []).append((index, (name,)))
    for posts in alike.values():
        index, first = posts[0]
        posters = [each for _, each in posts]
        is_thread = len(posters) >= _LEAST and len(set(posters)) > 1
        if is_thread and index - title <= _BELOW and not any(signs_of(page).prose[title + 1 : index]):
            found.entry(first, index).features.add(FEATURE)
            return


def _names_by_class(page: Page, title: int) -> dict[int, list[str]]:
    """For each block below the headline the names that classes of its elements state one at a time."""
    named: dict[int, list[str]] = {}
    for fact in page.facts:
        if fact.source != _CLASS or fact.block is None or not isinstance(fact.value, tuple):
            continue
        if title < fact.block < len(page.blocks) and len(fact.value) == 1:
            named.setdefault(fact.block, []).append(fact.value[0])
    return named
