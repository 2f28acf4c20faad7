"""The lines of raw page text that date the posts of a thread: they look alike, and the days never go back.

Comments below an article are dated so too, but running text stands before the first of them. The days of a
list of stories go back, or have no time.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articlex.dates import find_dates
from articlex.dates.fold import LETTER
from articlex.page import Form, Page
from articlex.punctuation import has_colon
from articlex.regex import NUMBER, regex
from articlex.signs import headline_block, once_a_stage, signs_of
from articlex.signs.stamps import holds_stamp

#: Posts of the shortest thread; the most blocks between the headline and the first post, and in a post.
_LEAST, _NEAR, _MOST_BLOCKS = 3, 20, 80
#: Characters of the longest line that dates a post, and of the shortest text of a post.
_LONGEST, _TEXT = 100, 20
#: The least share of the lines whose days do not go back; months of a year.
_SHARE, _MONTHS = 0.7, 12
#: Lines from the day of a post down to that on a change of it, at most.
_CHANGED = 1
_LETTERS = regex(rf"{LETTER}+")

#: Year, month, day, second; and the index of a line with the moment that it prints.
_Moment = tuple[int, int, int, int]
_Dated = tuple[int, _Moment]


@once_a_stage
def post_days(page: Page) -> list[int]:
    """The indexes of the lines that date the posts of a thread, in order; none in HTML and on other pages."""
    title = headline_block(page)
    if page.form is not Form.TEXT or title < 0:
        return []
    near = range(title - _NEAR, title + _NEAR + 1)
    signs = signs_of(page)
    # Few pages have such a line near the headline, and the lines of all others need not be read.
    if not any(_dated(page, index) for index in signs.with_digits if index in near):
        return []
    alike: dict[str, list[_Dated]] = {}
    for index in signs.with_digits:
        if found := _dated(page, index):
            shape, moment = found
            alike.setdefault(shape, []).append((index, moment))
    # Those behind no label first.
    for _, lines in sorted(alike.items()):
        lines = _without_now(lines, title)
        first = lines[0][0]
        if len(lines) < _LEAST or first not in near or signs.has_text_between(first, title):
            continue
        kept = max((_in_order(moments) for moments in (lines, _swapped(lines))), key=len)
        if len(kept) > 1 and kept[0] < title < kept[1] and lines[0][1] == _moment_of(lines, kept[1]):
            kept = kept[1:]  # a board says above the thread, too, when it was begun
        kept = _with_text(page, kept)
        is_filled = all(_is_filled(page, *pair) for pair in pairwise(kept))
        # Below the thread other threads may be dated alike.
        among = sum(index <= kept[-1] for index, _ in lines)
        if is_filled and len(kept) >= max(_LEAST, _SHARE * among):
            return kept
    return []


def _without_now(lines: list[_Dated], title: int) -> list[_Dated]:
    """``lines`` without the first if that stands above the headline and is later than the next: it says when
    somebody read the page."""
    is_now = len(lines) > 1 and lines[0][0] < title and lines[0][1] > lines[1][1]
    return lines[1:] if is_now else lines


def _moment_of(lines: Sequence[_Dated], line: int) -> _Moment:
    """The moment that a line prints."""
    return next(moment for index, moment in lines if index == line)


def _in_order(lines: Sequence[_Dated]) -> list[int]:
    """The indexes of ``lines`` without those of an earlier moment than one before: a post may quote
    another."""
    kept: list[_Dated] = []
    for line in lines:
        if not kept or line[1] >= kept[-1][1]:
            kept.append(line)
    return [index for index, _ in kept]


def _with_text(page: Page, days: Sequence[int]) -> list[int]:
    """``days`` without lines right below another, which say when a post was changed."""
    kept: list[int] = []
    for day in days:
        if not kept or day - kept[-1] > _CHANGED:
            kept.append(day)
    return kept


def _swapped(lines: Sequence[_Dated]) -> list[_Dated]:
    """``lines`` with day and month exchanged if the day can be a month."""
    return [
        (index, (year, day, month, second) if day <= _MONTHS else (year, month, day, second))
        for index, (year, month, day, second) in lines
    ]


def _dated(page: Page, index: int) -> tuple[str, _Moment] | None:
    """The shape of a day and a time in a short line, with figures as 0 and words as "a", and the moment; None
    for any other line."""
    text = page.blocks[index].text
    found = next(iter(find_dates(text)), None) if len(text) <= _LONGEST and holds_stamp(text) else None
    if found is None or not found.value.day or (second := found.value.seconds) is None:
        return None
    year, month, day = found.value[:3]
    shape = _LETTERS.sub("a", NUMBER.sub("0", text[found.start : found.end]))
    # A board prints in the same shape when its members joined, but behind a label.
    return f"{has_colon(text[: found.start])} {shape}", (year, month, day, second)


def _is_filled(page: Page, before: int, after: int) -> bool:
    """Whether there is text of a post between two lines."""
    inside = [block.text for block in page.blocks[before + 1 : after]]
    return any(len(text) >= _TEXT for text in inside) and len(inside) <= _MOST_BLOCKS
