"""Standfirsts: the sentence or two below a headline that sum up an article, in an element with that name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from articlex.page import KEPT, Block, Kind, Page
from articlex.page_kinds import page_kind
from articlex.signs.headline import headline_block
from articlex.stages.parts.left_out import NAMELESS

#: Names of such an element. Of 120 that were left out below the headline of annotated articles, by these
#: names and those of summaries, 47 of 53 are gold in `multilingual` and `news` and 20 of 59 in `wcxb-dev`,
#: which has another convention. Of the phrases that `snippets` asks for eight more are kept, and two that it
#: bans. Word F1 +0.25 in sum, `multilingual` +0.30, `wcxb-dev` -0.08.
_NAMES = frozenset(
    "subtitle subhead subheadline subheader subheading standfirst strapline deck lead lede ingress "
    "epigraph bajada entradilla chapo vorspann".split()
)
_SUB_TITLE = frozenset({"sub", "title"})
#: Elements around the block that are looked at, and characters of the shortest.
_AROUND, _LEAST = 2, 25
_KINDS = frozenset({Kind.PARAGRAPH, Kind.HEADING})


def standfirst(page: Page) -> Sequence[int]:
    """The block right below the headline of an HTML page that was left out, if an element around it is named
    a standfirst, it has no link, and nothing that is kept says the same."""
    index = headline_block(page)
    if index < 0 or page_kind(page).kind == "forum":
        return ()
    below = next((block for block in page.blocks[index + 1 :] if block.text), None)
    if below is None or below.links or len(below.text) < _LEAST or below.kind not in _KINDS:
        return ()
    if page.role(below.index) not in NAMELESS or not _is_named(page, below):
        return ()
    kept = [block.text for block in page.blocks if page.role(block.index) in KEPT]
    return (below.index,) if kept and not any(below.text in text for text in kept) else ()


def _is_named(page: Page, block: Block) -> bool:
    around = islice(page.around(block), _AROUND)
    return any(not _NAMES.isdisjoint(node.words) or _SUB_TITLE.issubset(node.words) for node in around)
