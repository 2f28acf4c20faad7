"""Who began a thread of raw page text: whoever stands as far from the day of the first post as others do from
the days of theirs."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import Authors, Gathering, with_feature
from articlex.bylines.names import read_names
from articlex.bylines.persons import is_handle, is_person
from articlex.data.labels import meaning_of
from articlex.days.post_days import post_days
from articlex.page import Page
from articlex.punctuation import has_colon
from articlex.regex import LETTER
from articlex.signs import headline_block

FEATURE = "opener"

#: How far above and below the day of a post the name may stand, and characters of the longest.
_ABOVE, _BELOW, _LONGEST = 14, 5, 40
#: The share of the posts that have a name there, at least.
_SHARE = 0.8


def add_opener(found: Gathering) -> None:
    """Whoever began the thread that the page is, if somebody writes in it more than once."""
    days = post_days(found.page)
    if not days:
        return
    above, below = zip(*(_around(found.page, day) for day in days), strict=True)
    columns = [_column(lines, step) for lines in (above, below) for step in range(_ABOVE)]
    # A button stands behind each of the others, in the place of the first one's name.
    named = [texts for texts in columns if len(set(texts[1:])) > 1 and len(set(texts)) < len(texts)]
    if not named:
        return
    opener = max(named, key=lambda texts: len(set(texts)))[0]
    for index in range(max(days[0] - _ABOVE, 0), days[0] + _BELOW + 1):
        if found.page.blocks[index].text == opener:
            found.entry(read_names(opener) or (opener,), index).features.add(FEATURE)
            return


def opening(page: Page, candidates: Sequence[Authors]) -> tuple[set[int], set[int]]:
    """The place of who began the thread, and those of all others; both sets are empty without one."""
    return with_feature(candidates, FEATURE)


def _around(page: Page, day: int) -> tuple[list[str], list[str]]:
    """The lines above the day of a post, the nearest first, and those below it, without the headline."""
    title = page.blocks[headline_block(page)].text
    above = [block.text for block in page.blocks[max(day - _ABOVE - 1, 0) : day]][::-1]
    below = [block.text for block in page.blocks[day + 1 : day + _BELOW + 1]]
    return [text for text in above if title not in text], [text for text in below if title not in text]


def _column(lines: Sequence[Sequence[str]], step: int) -> list[str]:
    """The lines at one distance from the days of the posts, where nearly all are names and the first is."""
    found = [each[step] if step < len(each) else "" for each in lines]
    names = [line for line in found if is_called(line)]
    return names if names[:1] == found[:1] and len(names) >= _SHARE * len(lines) else []


def is_called(line: str) -> bool:
    """Whether a line may be what somebody is called in a thread, and is no label."""
    if not 1 < len(line) <= _LONGEST or has_colon(line) or "/" in line or LETTER.search(line) is None:
        return False
    return (is_handle(line) or is_person(line)) and not meaning_of(line)
