"""Days of other stories: in lists of blocks that look alike, each with a linked title and a date behind it.

The last item of such a list in a sidebar stands right above the text, as a dateline does. (Raw page text has
no links: :mod:`articlex.signs.listed_days`.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articlex.dates.value import Found
from articlex.days.printed import DatedBlock
from articlex.page import Block, Page
from articlex.signs.listed_days import listed_days
from articlex.signs.person_addresses import says_person
from articlex.tokens import fold

#: Blocks that make a list, and bytes of a title, at least: the name of a member of a forum is shorter.
_LEAST, _TITLE = 3, 15


def without_teasers(page: Page, dated: Sequence[DatedBlock]) -> list[DatedBlock]:
    """``dated`` without the blocks of such lists."""
    listed = listed_days(page)
    if listed:
        return [one for one in dated if one.block.index not in listed]
    titles = {block.index: title for block, _, dates in dated if (title := _title(page, block, dates))}
    long = [index for index, title in titles.items() if len(title.encode()) >= _TITLE]
    times = Counter(look(page, page.blocks[index]) for index in long)
    lists = {each for each, number in times.items() if number >= _LEAST}
    return [one for one in dated if one.block.index not in titles or look(page, one.block) not in lists]


def look(page: Page, block: Block) -> tuple[str, str]:
    """The look of a block: the tag, and class and id as written, of the element that it stands in."""
    node = page.nodes[block.node]
    return node.tag, node.shape


def _title(page: Page, block: Block, dates: Sequence[Found]) -> str:
    """The text of the link with which a block begins, if it leads to another page (not to a person's) and the
    date stands behind it; else ""."""
    first = next((run for run in block.runs if run.text.strip()), None)
    if first is None or first.href is None or says_person(first.href):
        return ""
    is_own = fold(first.text) in fold(page.markup.title) or any(found.raw in first.text for found in dates)
    return "" if is_own else first.text
