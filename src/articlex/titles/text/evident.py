"""Headlines of raw page text that are evident from the lines around, whatever the models say."""

from __future__ import annotations

from articlex.bylines.given import begins_as_name
from articlex.bylines.impossible import is_name
from articlex.bylines.label_tests import may_be_labelled
from articlex.bylines.lines import LABELLED_SHAPES, read_line
from articlex.dates.parse import find_dates
from articlex.page import Page
from articlex.signs.replies import is_reply, may_be_reply
from articlex.titles.candidate import Candidate, Ranked, Weighed
from articlex.tokens import fold

#: The chance from which on names above a date are a headline.
SURE = 0.5
#: Characters of the longest line that is a date. Of 5,637 flattened pages with a title three had a date for
#: it, all wrongly.
_LONGEST_DATE = 80
#: Replies in a thread by which its subject is told, at least.
_LEAST_REPLIES = 2
#: Lines above a byline among which the headline is looked for.
_ABOVE = 3


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


def above_byline(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest of the lines right above the likeliest one, if that is a byline."""
    first = ranked[0].candidate.blocks[0]
    above = range(first - _ABOVE, first)
    if not _is_byline(page, ranked[0]):
        return None
    return next((each for _, each in ranked if any(index in above for index in each.blocks)), None)


def _is_byline(page: Page, weighed: Weighed) -> bool:
    """Whether a line names authors behind a label, stands behind one above a day, or is a name above a day:
    the last unless it is likely enough, on a page about somebody."""
    text, below = weighed.candidate.text, weighed.candidate.blocks[-1] + 1
    line = read_line(text) if may_be_labelled(text) else None
    if line and line.shape in LABELLED_SHAPES:
        return True
    is_person = weighed.chance < SURE and begins_as_name(text) and is_name(text)
    if below >= len(page.blocks) or not (line or is_person):
        return False
    day = page.blocks[below].text
    return len(day) <= _LONGEST_DATE and bool(find_dates(day))


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
