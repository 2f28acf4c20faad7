"""What is announced in raw page text: a list behind a colon, ingredients and steps, entries below a time.

Without markup nothing says what such lines are, and the scorer often leaves out short ones. Between a line
that ends in a colon and another block of the body they belong to the text: on 700 pages of five corpora 91
such runs are gold and 19 are not, most of these quotations in threads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from articlex.dates import Hints, find_dates
from articlex.options import Options
from articlex.page import Block, Form, Kind, Mark, Page, Role
from articlex.punctuation import COLONS
from articlex.regex import regex
from articlex.signs import signs_of
from articlex.signs.quotations import is_quoted
from articlex.stages.contract import Output, Stage
from articlex.stages.parts.ingredients import listed_ingredients
from articlex.stages.parts.lost_headings import lost_headings
from articlex.stages.parts.numbered_lines import numbered_lines
from articlex.stages.parts.outlines import outlined
from articlex.stages.parts.pictures.names import picture_names
from articlex.stages.parts.posts.stamped_posts import dated_posts
from articlex.stages.parts.posts.timed_entries import timed_entries

REASONS = {
    "announced": "The line stands between two blocks of the body, the first of which ends in a colon.",
    "ingredients": "The line stands in a list of ingredients above steps, or is one of these.",
    "heading": "The line looks like a heading, and a block of the body stands right below it.",
    "numbered": "The line is one of several that count on, of which at least a third is part of the body.",
    "outlined": "The line is amid sections with headings that count on in two levels, much of which is kept.",
    "entry": "The line is the time of an entry of which the text is part of the body, or its headline.",
}

#: Bytes of the shortest text that announces something, and most blocks that one announces; of which some are
#: kept. With 10, 16 and 20 of these the pages that differ gain 0.49, 0.57 and 0.55 in word F1 summed, and
#: have 3, 3 and 5 phrases more that are not wanted.
_LEAST, _MOST, _MOST_PARTLY = 20, 20, 16
#: Characters of the longest line that says whose words stand below it: "2 hours ago, Ann Example said:".
_ATTRIBUTION = 80
#: Lines of the shortest list that is left out with what announces it, and characters of the longest heading
#: above. Seven of 2,766 annotated pages have such lists, four of them gold: +0.12 in word F1 summed.
_LEAST_WHOLE, _MAX_HEADING = 2, 60
#: Posts of the shortest thread in which no list goes on into the next post.
_LEAST_POSTS = 3
#: Any day will do, to see that a line has "2 hours ago" in it.
_RELATIVE = Hints(reference=date(2020, 1, 1))
#: An emoticon, two colons around its name: ":grin:".
_FACE = regex(r":[\w+-]{2,20}:\Z")

_DROPPED = frozenset({Role.BOILERPLATE})


def run(page: Page, options: Options) -> Output:
    """Mark what was left out between a block of the body that ends in a colon and the next one."""
    blocks = [block for block in page.blocks if block.text]
    runs = (*_runs(blocks, page), *_left_out_whole(blocks, page))
    names = picture_names(page)
    announced = (block.index for left_out in runs for block in left_out)
    reasons = {index: "announced" for index in announced if index not in names}
    for block in listed_ingredients(page):
        if page.role(block.index) in _DROPPED:
            reasons.setdefault(block.index, "ingredients")
    for index in timed_entries(page):
        reasons.setdefault(index, "entry")
    for index in lost_headings(page):
        reasons.setdefault(index, "heading")
    kept = reasons.keys() | {mark.block for mark in page.marks if mark.role is Role.BODY}
    for index in numbered_lines(page, blocks, kept):
        reasons.setdefault(index, "numbered")
    for index in outlined(page, blocks, kept):
        reasons.setdefault(index, "outlined")
    for index, reason in reasons.items():
        yield Mark(index, Role.BODY, reason, 0.8)


def _runs(blocks: Sequence[Block], page: Page) -> Iterator[Sequence[Block]]:
    """The blocks left out among the lines between one that announces them and the next running text of the
    body.

    Of lines left out beside kept ones there, 300 of 491 are gold in 1,246 pages of six corpora, and 145 of
    180 in articles.
    """
    prose, marks, body = signs_of(page).prose, page.marks, Role.BODY
    title = next((mark.block for mark in marks if mark.role is Role.TITLE), -1)
    stamps = frozenset(dated_posts(page, title, _LEAST_POSTS))
    for place, block in enumerate(blocks):
        if marks[block.index].role is body and _announces(block):
            end = place + 1
            # Not beyond the longest list: each line of a page of fields may announce something.
            farthest = min(len(blocks), place + _MOST + 2)
            while end < farthest and _may_be_listed(page, blocks[end], prose):
                end += 1
            is_inside = end < len(blocks) and page.role(blocks[end].index) is Role.BODY
            listed = blocks[place + 1 : end]
            left_out = [each for each in listed if page.role(each.index) in _DROPPED]
            most = _MOST if len(left_out) == len(listed) else _MOST_PARTLY
            if is_inside and len(listed) <= most and not _holds_head(listed, stamps):
                yield left_out


def _holds_head(listed: Sequence[Block], stamps: frozenset[int]) -> bool:
    """Whether the line that dates the next post of a thread is among several: a list of days has more."""
    dated = sum(block.index in stamps for block in listed)
    return 0 < 2 * dated < len(listed)


def _left_out_whole(blocks: Sequence[Block], page: Page) -> Iterator[Sequence[Block]]:
    """The lines left out between two blocks of running text that are kept, if the first of them, or the one
    below a heading, announces the others."""
    prose, marks, body = signs_of(page).prose, page.marks, Role.BODY
    kept = (place for place, block in enumerate(blocks) if marks[block.index].role is body)
    for before, after in pairwise(kept):
        left_out = blocks[before + 1 : after]
        is_inside = prose[blocks[before].index] and prose[blocks[after].index]
        if not is_inside or not _LEAST_WHOLE <= len(left_out) <= _MOST:
            continue
        is_whole = all(page.role(each.index) in _DROPPED for each in left_out)
        if is_whole and _begins_with_announcement(left_out):
            yield left_out


def _begins_with_announcement(lines: Sequence[Block]) -> bool:
    """Whether the first of several lines announces the others, or the second does below a heading."""
    if _announces(lines[0]):
        return True
    heading = lines[0].text
    is_headed = len(heading) <= _MAX_HEADING and heading[-1] not in (*COLONS, ".")
    return is_headed and len(lines) > _LEAST_WHOLE and _announces(lines[1])


def _may_be_listed(page: Page, block: Block, prose: Sequence[bool]) -> bool:
    """Whether a block below an announcement is left out, or kept and no running text."""
    role = page.role(block.index)
    return role in _DROPPED or (role is Role.BODY and not prose[block.index])


def _announces(block: Block) -> bool:
    """Whether a block of the body ends in a colon that is neither a face nor that of an attribution."""
    text = block.text.rstrip()
    if text[-1:] not in COLONS or block.kind is Kind.CODE:
        return False
    if len(text.encode()) < _LEAST or _FACE.search(text) or is_quoted(block):
        return False
    return len(text) > _ATTRIBUTION or not ("@" in text or find_dates(text, _RELATIVE))


STAGE = Stage(
    name="announced",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.BODY}),
    overrides=_DROPPED,
    forms=frozenset({Form.TEXT}),
)
