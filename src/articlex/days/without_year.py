"""Days that are printed without their year: "10/5(火) 7:02", "5 октября, 09:40", "Oct 5 · 4 min read".

Such a print says no day by itself. It shows that a day which the markup states is that of the dateline.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from articlex.dates import find_dates
from articlex.days.printed import beside_headline
from articlex.facts import WHOLE_DAY
from articlex.page import Page
from articlex.regex import regex

#: Characters of the longest line that is read.
_MOST = 80
_YEAR = regex(r"\d{4}")
#: A number of a day, with the word behind it.
_NUMBER = regex(r"(?<![\d:])\d{1,2}(?![\d:])(\W{0,3}[^\W\d_]+)?")
#: Two numbers with a sign between them that are no part of a longer one.
_PAIR = regex(r"(?<![\d./:-])(\d{1,2})([./-])(\d{1,2})(?![\d/:-]|\.\d)")
#: The month of an East Asian day.
_CJK_MONTH = regex(r"\d{1,2}\s?[月월]")


def is_printed_without_year(page: Page, day: str) -> bool:
    """Whether a short line beside the headline prints month and day of ``day`` (ISO 8601), and no year."""
    if len(day) != WHOLE_DAY:
        return False
    beside = beside_headline(page)
    blocks = page.blocks[max(0, beside.start) : max(0, beside.stop)]
    lines = (block.text for block in blocks if 0 < len(block.text) <= _MOST)
    return any(_prints(line, day) for line in lines if not _YEAR.search(line))


def _prints(line: str, day: str) -> bool:
    """Whether ``line`` has the day, or would have it with the year of ``day`` in it."""
    numbers = {int(day[5:7]), int(day[8:])}
    if any({int(pair[1]), int(pair[3])} == numbers for pair in _PAIR.finditer(line)):
        return True
    found = chain.from_iterable(map(find_dates, _with_year(line, day[:4])))
    return any(one.value.day_iso() == day for one in found)


def _with_year(line: str, year: str) -> Iterator[str]:
    """``line`` with ``year`` where it may stand: "2021年10月5日", "Oct 5 2021", "5 октября 2021"."""
    if month := _CJK_MONTH.search(line):
        yield f"{line[: month.start()]}{year}{'년 ' if '월' in month[0] else '年'}{line[month.start() :]}"
    for number in _NUMBER.finditer(line):
        for end in {number.end(), number.start(1)} - {-1}:
            yield f"{line[:end]} {year}{line[end:]}"
