"""The entries of a live report, each with one time of day.

The scorer takes them for a list of other news, as which such lists mostly stand beside articles. No page of
the corpora is such a report.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from articlex.page import Block, Node, Page
from articlex.regex import LETTER, regex
from articlex.signs import signs_of
from articlex.stages.parts.left_out import NAMELESS
from articlex.stages.parts.posts.timed_entries import is_time, times_of_day

#: https://schema.org/LiveBlogPosting
_LIVE = regex(r'"@type"\s*:\s*(?:\[[^\]]*)?"LiveBlogPosting"')
#: Entries of the shortest report.
_LEAST = 3
#: Characters of text for each link in it, at least: a block with less is buttons.
_PER_LINK = 40


def live_entries(page: Page) -> Iterator[int]:
    """The left-out blocks with text in the entries of a report that the markup calls one, or of which each
    entry has a headline and a sentence without links, but for words that several entries have; those of other
    lists are links, those of comments have no headline."""
    times = times_of_day(page)
    if len(times) < _LEAST:
        return
    is_called = any(_LIVE.search(data) for data in page.markup.json_ld)
    siblings: dict[tuple[int, str], list[Node]] = {}
    for entry in (_entry(page, index, times) for index in times):
        siblings.setdefault((entry.parent, entry.tag), []).append(entry)
    for entries in siblings.values():
        if len(entries) >= _LEAST and (is_called or all(_tells(page, entry) for entry in entries)):
            inside = [block for entry in entries for block in page.blocks[entry.first : entry.last]]
            # What several entries have word by word is a control of the page, as one that shares an entry is.
            printed = Counter(block.text for block in inside if not is_time(block.text))
            yield from (
                block.index for block in inside if printed[block.text] <= 1 and _may_be_kept(page, block)
            )


def _entry(page: Page, index: int, times: list[int]) -> Node:
    """The largest element around the time in block ``index`` that holds no other of the blocks ``times``."""
    block = page.blocks[index]
    found = page.nodes[block.node]
    for node in page.around(block):
        if bisect_left(times, node.last) - bisect_left(times, node.first) > 1:
            break
        found = node
    return found


def _tells(page: Page, entry: Node) -> bool:
    """Whether an entry has a headline without a link and a sentence without one."""
    plain = [block for block in page.blocks[entry.first : entry.last] if block.text and not block.links]
    signs = signs_of(page)
    return any(block.level for block in plain) and any(signs.prose[block.index] for block in plain)


def _may_be_kept(page: Page, block: Block) -> bool:
    """Whether a block says something, is no link alone, and has no role but that nothing was known of it."""
    is_said = LETTER.search(block.text) is not None or is_time(block.text)
    has_text = block.links < max(1, len(block.text) // _PER_LINK)
    return is_said and has_text and page.role(block.index) in NAMELESS
