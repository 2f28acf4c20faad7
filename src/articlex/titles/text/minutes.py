"""Headlines of raw page text above the day of the text and the minutes to read it.

A note of a few sentences says little of its headline, and the lead of another story below it says much of
that story's. The line "28 Feb 2025 • 2 min read" is printed between the headline, or who wrote the text, and
the text.
"""

from __future__ import annotations

from articlex.bylines.given import begins_as_name
from articlex.bylines.lines import read_line
from articlex.bylines.persons import is_person
from articlex.page import Page
from articlex.signs import signs_of
from articlex.titles.candidate import Candidate, Ranked, with_first
from articlex.titles.no_headlines import is_dateline

#: Lines between the day and the text, of which a button is one, and lines above the day: the headline, who
#: wrote the text, perhaps twice, and their pictures.
_ABOVE_TEXT, _ABOVE_DAY = 4, 5
#: The least chance of a headline there.
_LEAST = 0.01


def above_minutes(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with the line first above the day with the minutes, where the likeliest stands below the
    beginning of the text or says who wrote it."""
    signs = signs_of(page)
    start = next((index for index, is_prose in enumerate(signs.prose) if is_prose), None)
    if start is None or len(ranked) < 2:
        return ranked
    day = next(
        (i for i in range(max(start - _ABOVE_TEXT, 0), start) if is_dateline(page.blocks[i].text)), None
    )
    if day is None:
        return ranked
    best, lines = ranked[0][1], range(day - _ABOVE_DAY, day)
    if best.blocks[0] < start and not (best.blocks[0] in lines and _names_people(best.text)):
        return ranked
    found = next((each for chance, each in ranked[1:] if chance >= _LEAST and _is_there(each, lines)), None)
    return with_first(found, ranked) if found else ranked


def _is_there(candidate: Candidate, lines: range) -> bool:
    """Whether a candidate is printed in ``lines`` alone, as the name of a section is not that stands above
    other stories too, and names nobody."""
    return all(index in lines for index in candidate.blocks) and not _names_people(candidate.text)


def _names_people(text: str) -> bool:
    """Whether a line has nothing but names of persons, one of which begins with a given name."""
    line = read_line(text)
    if line is None or line.shape != "bare" or not all(map(is_person, line.names)):
        return False
    return any(map(begins_as_name, line.names))
