"""The lines of raw page text that date the posts of a thread: alike from the day on, and never going back.

Below an article, whose comments are dated so too, running text stands before the first of them; the stories
of a list go back, or have but a day each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from articlex.dates import find_dates
from articlex.page import Form, Page
from articlex.punctuation import has_colon
from articlex.regex import regex
from articlex.signs import headline_block, once_a_stage, signs_of
from articlex.signs.stamps import holds_stamp

#: Posts of the shortest thread, blocks between the headline and the first, and of the longest post.
_LEAST, _NEAR, _MOST_BLOCKS = 3, 12, 80
#: Characters of the longest line that dates a post, and of the text of one, at least.
_LONGEST, _TEXT = 100, 20
#: The share of the lines that go on, at least; months of a year.
_SHARE, _MONTHS = 0.7, 12
_FIGURES, _LETTERS = regex(r"\d+"), regex(r"[^\W\d_]+")

#: A line, and the moment that it prints: year, month, day, second.
_Dated = tuple[int, tuple[int, int, int, int]]


@once_a_stage
def post_days(page: Page) -> list[int]:
    """The lines that date the posts of a thread, in order; none in HTML, and none where it is no thread."""
    title = headline_block(page)
    if page.form is not Form.TEXT or title < 0:
        return []
    alike: dict[str, list[_Dated]] = {}
    for shape, line in _dated(page):
        alike.setdefault(shape, []).append(line)
    prose = signs_of(page).prose
    # Those behind no label first.
    for _, lines in sorted(alike.items()):
        first = lines[0][0]
        if len(lines) < _LEAST or not title - _NEAR <= first <= title + _NEAR:
            continue
        if any(prose[min(first, title) + 1 : max(first, title)]):
            continue
        kept = max((_in_order(moments) for moments in (lines, _swapped(lines))), key=len)
        is_filled = all(_is_filled(page, *pair) for pair in pairwise(kept))
        if is_filled and len(kept) >= max(_LEAST, _SHARE * len(lines)):
            return kept
    return []


def _in_order(lines: Sequence[_Dated]) -> list[int]:
    """The lines but those of an earlier moment than one before, as of a post that another quotes."""
    kept: list[_Dated] = []
    for line in lines:
        if not kept or line[1] >= kept[-1][1]:
            kept.append(line)
    return [index for index, _ in kept]


def _swapped(lines: Sequence[_Dated]) -> list[_Dated]:
    """The lines with their days for months, where those may be."""
    return [
        (index, (year, day, month, second) if day <= _MONTHS else (year, month, day, second))
        for index, (year, month, day, second) in lines
    ]


def _dated(page: Page) -> Iterator[tuple[str, _Dated]]:
    """The short lines with a day and a clock, each with its looks from the day on."""
    for index in signs_of(page).figured:
        text = page.blocks[index].text
        if len(text) > _LONGEST or not holds_stamp(text):
            continue
        found = next(iter(find_dates(text)), None)
        if found and found.value.day and (second := found.value.seconds) is not None:
            year, month, day = found.value[:3]
            shape = _LETTERS.sub("a", _FIGURES.sub("0", text[found.start : found.end]))
            # A board says in the same way when its members joined, behind a label.
            is_labelled = has_colon(text[: found.start])
            yield f"{is_labelled} {shape}", (index, (year, month, day, second))


def _is_filled(page: Page, before: int, after: int) -> bool:
    """Whether a post stands between two lines."""
    inside = [block.text for block in page.blocks[before + 1 : after]]
    return any(len(text) >= _TEXT for text in inside) and len(inside) <= _MOST_BLOCKS
