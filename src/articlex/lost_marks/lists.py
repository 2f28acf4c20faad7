"""Lines of raw page text that are items of lists without bullets.

A single item means nothing, and one that is missed breaks its list: the lines right below each other are
decided on together, as those that are items and those that are none with the greatest sum of log-odds, in
which each list costs something (the Viterbi algorithm; Viterbi, "Error bounds for convolutional codes",
1967). The trees were fitted on pages whose HTML says what its items are
(``articlex_lab/training/lost_marks``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import inf

from articlex.lost_marks.runs import runs
from articlex.page import Block, Kind

#: Log-odds above which a line speaks for a list. On sites not fitted on, where bullets were lost, -0.5,
#: -0.25, -0.1 and 0.25 find 0.56, 0.52, 0.49 and 0.41 of the lists, and 0.76, 0.80, 0.82 and 0.87 of what
#: is so found is a list in HTML. At -0.1 the last item of some short lists is missed. Of 46 others that a
#: first fit found at 0, more than half read as lists.
LIKELY = -0.25
#: What the beginning of a list costs, and the most that one line can say. With 0, 1 and 3, 0.45, 0.45 and
#: 0.40 of the lists are found, and 0.75, 0.79 and 0.82 of what is found is one.
_BEGINNING, _MOST = 2.0, 6.0
#: Items of the shortest list.
_FEWEST = 2


def are_items_marked(blocks: Sequence[Block]) -> bool:
    """Whether items of lists are marked in an article: then all are."""
    return any(block.kind is Kind.LIST_ITEM for block in blocks)


def likely_lists(lines: Sequence[int], odds: Sequence[float], likely: float = LIKELY) -> list[list[int]]:
    """The lists among ``lines``, places of blocks in ascending order: the places in ``lines`` of the items of
    each, of which there are at least two. ``odds`` are their log-odds, -inf for a line that is something
    else."""
    lists = []
    for run in runs(lines):
        items = _items([odds[place] for place in run], likely)
        for is_list, group in groupby(zip(run, items, strict=True), key=lambda pair: pair[1]):
            places = [place for place, _ in group]
            if is_list and len(places) >= _FEWEST:
                lists.append(places)
    return lists


def _items(odds: Sequence[float], likely: float) -> list[bool]:
    """Which lines of a run are items."""
    outside, inside = 0.0, -_BEGINNING
    #: For each line: whether that above it is an item, if it is none itself; and if it is one.
    above: list[tuple[bool, bool]] = []
    for odd in odds:
        gain = odd if odd == -inf else max(-_MOST, min(_MOST, odd - likely))
        above.append((inside > outside, inside >= outside - _BEGINNING))
        outside, inside = max(outside, inside), max(inside, outside - _BEGINNING) + gain
    items = []
    is_item = inside > outside
    for if_none, if_item in reversed(above):
        items.append(is_item)
        is_item = if_item if is_item else if_none
    return items[::-1]
