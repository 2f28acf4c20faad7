"""Cards of other stories in raw page text, each with its day.

Without markup the lead of another story reads like a paragraph of this one. The rhythm of the cards gives
them away: days at equal distances with a paragraph and a few short lines between them. Answers and comments
have such a rhythm too, but their days run on from that of the article.

Of the 2,431 pages of two corpora, as raw page text, 73 hold such runs. The body changes on 11 of them, on
nine for the better: by 1.15 of F1 in sum on four of `multilingual` and 0.07 on five of `wcxb-dev`, which
loses 0.08 on a page that keeps reviews and one that is a list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from articlex.dates import find_dates
from articlex.dates.value import Hints
from articlex.days.hints import page_hints
from articlex.facts import best_fact, day_of, is_believed
from articlex.options import Options
from articlex.page import Block, Field, Form, Mark, Page, Role
from articlex.signs import signs_of
from articlex.signs.stamps import closes_reference
from articlex.stages.contract import Output, Stage

_BODY = Role.BODY  # see articlex.page

REASONS = {
    "dated-card": "The block is part of a run of equal cards of other stories, each with its day.",
}

#: Cards of the shortest run (two may as well be posts of a thread), and most blocks from one day to the next.
_LEAST, _APART = 3, 7
#: Characters of the longest line with the day of a card, bytes of the shortest lead, and days that are read.
_LINE, _LEAD, _MOST = 80, 90, 200
#: The share of the short lines of a run that may be kept; with more the run is the content of a list.
_KEPT = 0.2
_OWN = frozenset({Role.BODY, Role.BOILERPLATE})


class _Line(NamedTuple):
    """A short line with a day: its place among the blocks with text, and the day."""

    place: int
    day: str


def run(page: Page, options: Options) -> Output:
    """Mark cards that were kept or left out."""
    for index in dict.fromkeys(_dated_cards(page, options)):
        if page.role(index) in _OWN:
            yield Mark(index, Role.RELATED, "dated-card", 0.8)


def _dated_cards(page: Page, options: Options) -> Iterator[int]:
    """Indices of the blocks of cards below the beginning of the body, which is below the day of the article.

    A block that ends one run and begins the next comes twice.
    """
    published = best_fact(page, Field.DATE_PUBLISHED)
    if published is None or published.block is None or not is_believed(published):
        return
    blocks = [block for block in page.blocks if block.text]
    kept = {mark.block for mark in page.marks[published.block + 1 :] if mark.role is _BODY}
    first = next((place for place, block in enumerate(blocks) if block.index in kept), None)
    if first is None:
        return
    dated = _dated_lines(page, blocks, first + 1, page_hints(page, options))
    for lines in _rhythms(blocks, dated):
        if _counts_on(day_of(published), lines) or _is_kept_list(page, blocks, lines):
            continue
        if _follows(page, blocks, lines, published.block):
            yield from (block.index for block in _cards(blocks, lines, first))


def _dated_lines(page: Page, blocks: Sequence[Block], start: int, hints: Hints) -> list[_Line]:
    """The short lines with a day from ``start`` on, where these may be those of cards. Of a line with two
    days the last counts."""
    with_digits = set(signs_of(page).with_digits)
    places = [
        place
        for place, block in enumerate(blocks[start:], start)
        if block.index in with_digits and len(block.text) <= _LINE and not closes_reference(block.text)
    ]
    lines: list[_Line] = []
    for place in chain.from_iterable(_possible_runs(blocks, places)):
        if len(lines) < _MOST and (found := find_dates(blocks[place].text, hints)):
            lines.append(_Line(place, found[-1].value.day_iso()))
    return lines


def _possible_runs(blocks: Sequence[Block], places: Sequence[int]) -> Iterator[Sequence[int]]:
    """The ``places`` in stretches that may hold a run, whichever of them have a day: to find that out takes
    longer than all else, and half of them stand in no such stretch."""
    leads = list(accumulate(map(_is_lead, blocks), initial=0))
    start = 0
    for end in range(1, len(places) + 1):
        last, after = places[end - 1], places[end] if end < len(places) else len(blocks) + _APART
        if after - last > _APART or leads[after] - leads[last + 1] > 1:
            if end - start >= _LEAST and leads[last] > leads[places[start]]:
                yield places[start:end]
            start = end


def _rhythms(blocks: Sequence[Block], lines: Sequence[_Line]) -> list[list[_Line]]:
    """The runs of days at equal distances, with a paragraph between most of them."""
    runs: list[list[_Line]] = []
    for line in lines:
        before = runs[-1][-1] if runs else None
        if before is None or line.place - before.place > _APART or _leads(blocks, before, line) > 1:
            runs.append([line])
        elif line.place > before.place + 1:
            runs[-1].append(line)
    return [run for run in runs if _is_rhythm(blocks, run)]


def _is_rhythm(blocks: Sequence[Block], run: Sequence[_Line]) -> bool:
    steps = [after.place - before.place for before, after in pairwise(run)]
    leads = sum(_leads(blocks, before, after) for before, after in pairwise(run))
    return len(run) >= _LEAST and max(steps) - min(steps) <= 1 and 2 * leads >= len(steps)


def _leads(blocks: Sequence[Block], before: _Line, after: _Line) -> int:
    return sum(map(_is_lead, blocks[before.place + 1 : after.place]))


def _is_lead(block: Block) -> bool:
    return len(block.text.encode()) >= _LEAD


def _counts_on(published: str, lines: Sequence[_Line]) -> bool:
    """Whether the days go up, from that on which the article was published, as those of answers do.

    If there is but one block between two days, the first day may be earlier than the article: these may be
    comments, a name with a day and a text, and the day of the article that of a later change.
    """
    days = [line.day for line in lines]
    if lines[-1].place - lines[0].place > 2 * (len(lines) - 1):
        days.insert(0, published)
    return all(before <= after for before, after in pairwise(days))


def _is_kept_list(page: Page, blocks: Sequence[Block], lines: Sequence[_Line]) -> bool:
    """Whether the run is the content of a list: more of its short lines are kept than a few."""
    short = [block for block in blocks[lines[0].place : lines[-1].place + 1] if not _is_lead(block)]
    kept = sum(page.role(block.index) is _BODY for block in short)
    return kept > _KEPT * len(short)


def _follows(page: Page, blocks: Sequence[Block], lines: Sequence[_Line], own: int) -> bool:
    """Whether no dateline stands within one card above the run: there the first post of a thread has its day.

    ``own`` is the block that prints the day of the article.
    """
    step = max(after.place - before.place for before, after in pairwise(lines))
    above = blocks[max(lines[0].place - step - 1, 0) : lines[0].place]
    return not any(block.index == own or page.role(block.index) is Role.DATE for block in above)


def _cards(blocks: Sequence[Block], lines: Sequence[_Line], first: int) -> Sequence[Block]:
    """The blocks of the cards: each begins with its day, or ends with it if the first two are alike so."""
    steps = Counter(after.place - before.place for before, after in pairwise(lines))
    step = steps.most_common(1)[0][0]
    start, end = lines[0].place, lines[-1].place + 1
    shapes = [[_is_lead(block) for block in blocks[line.place - step + 1 : line.place]] for line in lines[:2]]
    if start - step + 1 > first and shapes[0] == shapes[1]:
        return blocks[start - step + 1 : end]
    return blocks[start : end + step - 1]


STAGE = Stage(
    name="dated_cards",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.RELATED}),
    overrides=_OWN,
    forms=frozenset({Form.TEXT}),
)
