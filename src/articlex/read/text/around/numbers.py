"""Numbers of list items on lines of their own, above the text of the item: text nodes, as in
``1. <a>Oak</a>``, or cells of a table that is a list.

A number is joined only to an item of one line. Search results have several, a name, an address and a date,
and a numbered name was taken for the headline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from articlex.read.text.lines import Line, measured
from articlex.regex import regex

_NUMBER = regex(r"(\d{1,3})[.)]\Z")
#: Fewest numbers of a list.
_FEWEST = 3


def with_numbers(lines: list[Line]) -> list[Line]:
    """``lines`` with the numbers that count from 1 on joined to the lines below them."""
    found = [place for place, line in enumerate(lines) if line.text[0].isdigit() and _NUMBER.match(line.text)]
    if len(found) < _FEWEST:
        return lines
    numbers = {place for run in _runs(lines, found) if len(run) >= _FEWEST for place in run}
    joined: list[Line] = []
    for place, line in enumerate(lines):
        if place - 1 in numbers:
            number = lines[place - 1]
            raw = f"{number.raw} {line.raw.lstrip()}"
            joined.append(measured(number.number, raw, f"{number.text} {line.text}", number.gap))
        elif place not in numbers:
            joined.append(line)
    return joined


def _runs(lines: Sequence[Line], found: Sequence[int]) -> Iterator[list[int]]:
    """Runs of those of the places ``found`` whose numbers count on from 1, one line between two of them."""
    run: list[int] = []
    last = 0
    for place, following in pairwise((*found, len(lines))):
        value = int(lines[place].text[:-1])
        has_text = place + 1 < following and not lines[place + 1].gap
        goes_on = value == last + 1 and (not run or place == run[-1] + 2)
        if not (has_text and (goes_on or value == 1)):
            yield run
            run, last = [], 0
            continue
        if not goes_on:
            yield run
            run = []
        run.append(place)
        last = value
    yield run
