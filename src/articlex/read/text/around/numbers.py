"""Numbers that stand on a line of their own above what they count: text nodes as in ``1. <a>Oak</a>``, and
cells of a table that is a list.

Where more lines stand between two of them they stay by themselves: a result of a search has a name, an
address and a day, and a name with a number before it was taken for the headline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from articlex.read.text.lines import Line, measured
from articlex.regex import regex

NUMBER = regex(r"(\d{1,3})[.)]\Z")
#: Numbers of the shortest list that is believed.
FEWEST = 3


def with_numbers(lines: list[Line]) -> list[Line]:
    """``lines`` with the numbers that count from 1 on before the lines between them."""
    found = [place for place, line in enumerate(lines) if line.text[0].isdigit() and NUMBER.match(line.text)]
    if len(found) < FEWEST:
        return lines
    numbers = {place for run in _runs(lines, found) if len(run) >= FEWEST for place in run}
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
    """The places of numbers that count on from 1, with one line between two of them."""
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
