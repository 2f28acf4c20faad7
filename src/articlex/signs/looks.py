"""Elements of one look: the posts of a thread, the reviews of a product, the cards of a list."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import islice
from operator import itemgetter

from articlex.page import Block, Page
from articlex.regex import NUMBER
from articlex.signs.once import once_a_page
from articlex.signs.reading import signs_of

#: Class words of columns beside the text, whose elements may look like its items, and words behind which they
#: name what stands beside an element or is missing: XenForo has posts and column in a "main--withSidebar".
_BESIDE = frozenset("side sidebar aside".split())
_HAVING = frozenset("with without has no".split())
#: Elements whose class may say on which side the column stands: "sidebar-right".
_WHOLE = frozenset({"html", "body"})

#: The look of a block with the elements around it.
LookAround = tuple[int, tuple[tuple[str, str], ...]]

#: What no shape holds, since no attribute does.
_BETWEEN = "\0"


@once_a_page
def looks(page: Page) -> list[list[int]]:
    """The nodes with blocks, grouped by look and without those in a side column or inside one of their look.

    Nodes look alike if they share tag, class, id and role, whatever numbers are in these.
    """
    return _looks(page, unnamed=False)


def looks_with_unnamed(page: Page) -> list[list[int]]:
    """The same; nodes that have neither class nor id nor role count as well, and look alike if they stand in
    the same element."""
    return _looks(page, unnamed=True)


@once_a_page
def names_of_looks(page: Page) -> list[str]:
    """The shape of each of ``signs_of(page).elements.named`` with "#" for each number."""
    shapes = [node.shape for node in signs_of(page).elements.named]
    # All shapes at once: to start a search takes longer than to search one shape.
    return without_numbers(_BETWEEN.join(shapes)).split(_BETWEEN) if shapes else []


def _looks(page: Page, *, unnamed: bool) -> list[list[int]]:
    nodes, elements = page.nodes, signs_of(page).elements
    found: dict[tuple[str, Hashable], list[int]] = {}
    alike: list[list[int] | None] = []
    for node, name in zip(elements.named, names_of_looks(page), strict=True):
        alike.append(found.setdefault((node.tag, name), []) if name else None)
    named = elements.names_with(_BESIDE)
    columns = (place for place in named if elements.named[place].tag not in _WHOLE)
    beside_names = {place for place in columns if _is_column(elements.named[place].words)}
    beside: set[int] = set()
    for place, (number, node) in enumerate(zip(elements.number, nodes, strict=True)):
        if number in beside_names or node.parent in beside:
            beside.add(place)
            continue
        same = alike[number]
        if same is None and unnamed and node.first < node.last:
            same = found.setdefault((node.tag, node.parent), [])
        if same is None or node.first == node.last:
            continue
        if not same or nodes[same[-1]].last <= node.first:
            same.append(place)
    # In the order in which they begin.
    return sorted(filter(None, found.values()), key=itemgetter(0))


def _is_column(words: Sequence[str]) -> bool:
    """Whether an element with these words is a side column, not one that has a side column in it."""
    named = (place for place, word in enumerate(words) if word in _BESIDE)
    return any(place == 0 or words[place - 1] not in _HAVING for place in named)


def block_look(page: Page, block: Block) -> str:
    """The kind of a block with the tag and the names of its element, the same for a part of each post."""
    node = page.nodes[block.node]
    return without_numbers(f"{block.kind} {node.tag} {node.shape}")


def look_around(page: Page, block: Block, count: int) -> LookAround:
    """The level of a block, and the tag and the names of ``count`` elements around it, from the innermost."""
    return block.level, tuple((node.tag, node.shape) for node in islice(page.around(block), count))


def without_numbers(shape: str) -> str:
    """The shape of an element with "#" for each number: "post-17 even" and "post-18 even" are one look."""
    return NUMBER.sub("#", shape)
