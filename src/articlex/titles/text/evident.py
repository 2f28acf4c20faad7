"""Headlines of raw page text that are evident from the lines around, whatever the models say."""

from __future__ import annotations

from itertools import takewhile

from articlex.dates.parse import find_dates
from articlex.page import Kind, Page
from articlex.signs import signs_of
from articlex.signs.replies import is_reply, may_be_reply
from articlex.titles.candidate import Candidate, Ranked
from articlex.titles.trim import split_title
from articlex.tokens import fold

#: Characters of the longest line that is a date. Of 5,637 flattened pages with a title three had a date for
#: it, all wrongly.
_LONGEST_DATE = 80
#: Replies in a thread by which its subject is told, at least.
_LEAST_REPLIES = 2
#: Bytes of running text above a heading that make it one of a section.
_TEXT_ABOVE = 200
#: Items of a menu, at least.
_LEAST_ITEMS = 3


def answered(page: Page, ranked: Ranked) -> Candidate | None:
    """The subject of a thread, which stands above each reply behind a mark: "Re: The bridge opens".

    Two replies are needed: the page of a single one in a mail archive prints the subject below, in a link.
    """
    marked = [block for block in page.blocks if may_be_reply(block.text)]
    if len(marked) < _LEAST_REPLIES:
        return None
    replies = [(block.index, block.text, fold(block.text)) for block in marked]
    for _, each in ranked:
        found = [index for index, text, said in replies if is_reply(text, said, each.key)]
        if len(found) >= _LEAST_REPLIES and each.blocks[0] < found[0]:
            return each
    return None


def sole_heading(page: Page, ranked: Ranked) -> Candidate | None:
    """The only heading of the first level in a page that is Markdown, unless it is the site's name."""
    headings = [block for block in page.blocks if block.level == 1 and block.kind is Kind.HEADING]
    if len(headings) != 1 or not headings[0].lines[0].lstrip().startswith("# "):
        return None
    sole = headings[0].index
    if signs_of(page).prose_before[sole] >= _TEXT_ABOVE or _heads_a_menu(page, sole):
        return None
    if _is_stated_behind(page, sole, ranked[0].candidate):
        return None
    return next((each for _, each in ranked if sole in each.blocks and not _is_part(page, each)), None)


def _heads_a_menu(page: Page, sole: int) -> bool:
    """Whether the heading ``sole`` is the site's name: it is printed above as well, and a menu and another
    heading follow before any running text."""
    text, items = page.blocks[sole].text, 0
    if all(block.text != text for block in page.blocks[:sole]):
        return False
    prose = signs_of(page).prose
    for block in takewhile(lambda block: not prose[block.index], page.blocks[sole + 1 :]):
        items += block.kind is Kind.LIST_ITEM
        if block.kind is Kind.HEADING and block.level > 1:
            return items >= _LEAST_ITEMS
    return False


def _is_stated_behind(page: Page, sole: int, best: Candidate) -> bool:
    """Whether the heading ``sole`` is the site's name: the first line, a <title>, has it behind the likeliest
    line, which stands below the heading: "Old ropes :: Harbour Days"."""
    first, *others = split_title(page.blocks[0].text).parts
    if not others or best.blocks[-1] <= sole or fold(first) != best.key:
        return False
    return fold(page.blocks[sole].text) in map(fold, others)


def _is_part(page: Page, candidate: Candidate) -> bool:
    """Whether a candidate is only a part of its line: it is shorter by more than two characters."""
    return len(candidate.text) < len(page.blocks[candidate.blocks[0]].text) - 2


def past_dates(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest line that is no date, if the likeliest one is a date."""
    if not _is_date(ranked[0].candidate.text):
        return None
    return next((each for _, each in ranked[1:] if not _is_date(each.text)), None)


def _is_date(text: str) -> bool:
    """Whether a line is mostly a date, or begins with date and time: "2024年5月12日10:20 河西网 王小明"."""
    dates = find_dates(text) if len(text) <= _LONGEST_DATE and any(map(str.isdecimal, text)) else []
    if not dates:
        return False
    is_moment = not dates[0].start and dates[0].value.seconds is not None
    return is_moment or 2 * sum(len(found.raw) for found in dates) >= len(text)
