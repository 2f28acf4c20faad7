"""Runs of dropped blocks that look like a menu or like a list of stories.

In HTML links tell them apart by their length. Raw page text has none; there lines of a menu are short, one as
the other and without a number, and half or more of those of a list are as long as titles and end as these do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate

from articlex.page import Block, Form, Role
from articlex.punctuation import QUESTION_MARKS
from articlex.signs import signs_of
from articlex.signs.page_names import is_longer_than_name
from articlex.signs.prose import STOPS
from articlex.stages.parts.leftovers.dropped import Dropped, Found
from articlex.tokens import width

#: The width of the longest title.
_TITLE = 150
#: The share of a block that has to be linked, and that of the blocks of a menu.
_LINKED = 0.6
#: Lines above and below a line that are asked as well.
_NEAR = 4
#: The share of these that may be longer than names, or have a number, in a menu, and inside the body, where
#: prices and ranks of members stand; that which must be longer, and that which may end as sentences do, in a
#: list of titles.
_OTHERS, _OTHERS_INSIDE, _TITLES, _SENTENCES = 0.25, 0.1, 0.5, 0.2
#: Lines of the shortest run without links, links of the shortest menu, and length of one inside the body.
_LEAST = {Form.TEXT: 3, Form.HTML: 6}
_LEAST_LINKS, _MANY = 3, 12
#: Lines right below the text that may be its tags or its share bar.
_TAIL = 10
_ENDS = (STOPS - QUESTION_MARKS) | set(":：*")


def runs_of_items(dropped: Dropped, chosen: Collection[int], least: int = 1) -> Found:
    """Each of the ``chosen`` blocks in a run of at least so many of them, with its role and the reason."""
    page = dropped.page
    below = next((block.index for block in page.blocks[dropped.last + 1 :] if block.text), -1)
    for run in _runs(page.blocks, chosen, page.form):
        if len(run) < least:
            continue
        linked = [block for block in run if block.links and block.link_chars >= _LINKED * len(block.text)]
        outside = dropped.is_outside(run[0].index)
        if page.form is Form.HTML and any(block.links for block in run):
            # A few links above the headline are what the site wants of the reader, not its stories.
            if run[0].index > dropped.first or len(linked) >= _LEAST_LINKS:
                yield from _linked(run, linked, outside)
        elif len(run) >= (_LEAST[page.form] if outside else _MANY):
            tail = _TAIL if run[0].index == below and dropped.last >= 0 else 0
            yield from _lines(dropped, run, tail, _OTHERS if outside else _OTHERS_INSIDE)


def menus_among(dropped: Dropped, chosen: Collection[int]) -> Found:
    """Those of the ``chosen`` links around which none is as long as a title."""
    for run in _runs(dropped.page.blocks, chosen, dropped.page.form):
        long = [is_longer_than_name(block) for block in run]
        for place, block in enumerate(run):
            if len(run) >= _LEAST_LINKS and not any(long[max(0, place - _NEAR) : place + _NEAR + 1]):
                yield block.index, Role.NAV, "short-links"


def _runs(blocks: Sequence[Block], chosen: Collection[int], form: Form) -> Iterator[list[Block]]:
    """The runs of chosen neighbours, blocks without text left out; a heading without a link begins one."""
    run: list[Block] = []
    for block in blocks:
        if not block.text:
            continue
        goes_on = block.index in chosen
        if run and (not goes_on or (block.level and not block.links and form is Form.HTML)):
            yield run
            run = []
        if goes_on:
            run.append(block)
    if run:
        yield run


def _linked(run: Sequence[Block], linked: Sequence[Block], outside: bool) -> Found:
    if len(linked) < min(2, len(run)):
        return
    titles = sum(is_longer_than_name(block) for block in linked)
    leads = sum(is_longer_than_name(block) for block in run) - titles
    if 2 * titles > len(linked) or 2 * (titles + leads) > len(run):
        yield from ((block.index, Role.RELATED, "linked-titles") for block in run)
    elif len(linked) >= max(_LEAST_LINKS if outside else _MANY, _LINKED * len(run)):
        yield from ((block.index, Role.NAV, "short-links") for block in run)


def _lines(dropped: Dropped, run: Sequence[Block], tail: int, others: float) -> Found:
    prose = signs_of(dropped.page).prose
    sizes = [width(block.text) for block in run]
    long = _sums_before(
        is_longer_than_name(block) and size <= _TITLE and block.text.count("|") < 2
        for block, size in zip(run, sizes, strict=True)
    )
    numbers = _sums_before(
        not any(map(str.isalpha, block.text)) or any(map(str.isdigit, block.text)) for block in run
    )
    sentences = _sums_before(block.text[-1] in _ENDS for block in run)
    is_below = run[0].index > dropped.last >= 0
    for place, block in enumerate(run):
        if place < tail or prose[block.index] or sizes[place] > _TITLE:
            continue
        start, end = max(0, place - _NEAR), min(place + _NEAR + 1, len(run))
        most, longer = end - start, long[end] - long[start]
        if max(longer, numbers[end] - numbers[start]) <= others * most:
            yield block.index, Role.NAV, "short-lines"
        elif (
            (is_below or block.tag == "option")
            and longer >= _TITLES * most
            and sentences[end] - sentences[start] <= _SENTENCES * most
        ):
            yield block.index, Role.RELATED, "titles"


def _sums_before(held: Iterable[bool]) -> list[int]:
    """How many are true before each place, and of all."""
    return [*accumulate(held, initial=0)]
