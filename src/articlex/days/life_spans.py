"""The days of somebody's life in a notice of a death: "born 4 May 1938, died 9 March 2024"."""

from __future__ import annotations

from articlex.days.dateline import Candidate
from articlex.page import Page
from articlex.regex import regex

#: The day of a birth in 1850 to 1999, the year last or, as in East Asia, first. A line with no more than the
#: year may be a newspaper's: "Since 1968. Tuesday, 24 November 2015".
_BIRTH = regex(
    r"(?<!\d)\d{1,2}[^\d\n]{1,12}(1(?:8[5-9]|9\d)\d)(?!\d)"
    r"|(?<!\d)(1(?:8[5-9]|9\d)\d)[年./년-]\s?\d{1,2}[月./월-]\s?\d{1,2}(?!\d)"
)
#: Characters of the longest line of two days, and between these; years of the shortest life, as a span of
#: fewer is that of an event or of somebody's office.
_MAX_LINE, _BETWEEN, _LEAST_YEARS = 120, 30, 15


def ends_life(page: Page, one: Candidate) -> bool:
    """Whether a printed day stands right behind one of a year long before it, in a short line."""
    text = page.blocks[one.block].text
    line = next((each for each in text.split("\n") if one.found.raw in each), "")
    if one.label or len(line) > _MAX_LINE:
        return False
    before = line.partition(one.found.raw)[0]
    births = [found for found in _BIRTH.finditer(before) if len(before) - found.end() <= _BETWEEN]
    years = (int(found[1] or found[2]) for found in births)
    return any(one.found.value.year - year >= _LEAST_YEARS for year in years)
