"""Headlines of raw page text above a line with the date and the minutes to read: "28 Feb 2025 • 2 min read".

Such a line stands between headline, or byline, and text. A note of a few sentences repeats little of its
headline, and the teaser of another story below repeats much of its own.
"""

from __future__ import annotations

from articlex.bylines.given import begins_as_name
from articlex.bylines.lines import read_line
from articlex.page import Page
from articlex.signs import signs_of
from articlex.titles.candidate import Candidate, Ranked
from articlex.titles.no_headlines import is_dateline

#: Lines from that line to the text, a button among them, and lines above it with the headline: the author,
#: perhaps twice, and portraits stand between.
_ABOVE_TEXT, _ABOVE_DAY = 4, 5
#: The chance of a headline there, at least.
_LEAST = 0.01


def above_minutes(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest line above date and minutes, if the likeliest of all is below the start of the text, or
    is a byline above the date."""
    signs = signs_of(page)
    start = next((index for index, is_prose in enumerate(signs.prose) if is_prose), None)
    if start is None or len(ranked) < 2:
        return None
    day = next(
        (i for i in range(max(start - _ABOVE_TEXT, 0), start) if is_dateline(page.blocks[i].text)), None
    )
    if day is None:
        return None
    best, lines = ranked[0].candidate, range(day - _ABOVE_DAY, day)
    if best.blocks[0] < start and not (best.blocks[0] in lines and _names_people(best.text)):
        return None
    return next((each for chance, each in ranked[1:] if chance >= _LEAST and _is_there(each, lines)), None)


def _is_there(candidate: Candidate, lines: range) -> bool:
    """Whether a candidate is printed in ``lines`` only, as no section is, and is no byline."""
    return all(index in lines for index in candidate.blocks) and not _names_people(candidate.text)


def _names_people(text: str) -> bool:
    """Whether a line is nothing but names of persons, one of which begins with a known given name."""
    line = read_line(text)
    if line is None or line.shape != "bare" or not line.are_persons:
        return False
    return any(map(begins_as_name, line.names))
