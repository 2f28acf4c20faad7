"""The day of the first post of a thread, if that of a later post has been taken for the day of the page."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.dates.other_days import OTHER
from articlex.days.days import Day
from articlex.days.post_days import post_days
from articlex.facts import WHOLE_DAY
from articlex.page import Page
from articlex.signs.flat_threads import flat_posts


def opening_day(page: Page, claimed: Day, days: Sequence[Day]) -> Day | None:
    """The first of ``days``, likeliest first, that the first post prints, if ``claimed`` is printed only in
    later posts and no source states it; else None. A board may print who began the thread, and when, above
    the headline."""
    if claimed.facts or not claimed.printed:
        return None
    lines = post_days(page)
    posts = flat_posts(page) or [range(line, line + 1) for line in lines]
    if not posts or min(one.block for one in claimed.printed) < posts[0].stop:
        return None
    for day in days:
        printed = (one.block for one in day.printed if one.label not in OTHER)
        if len(day.day) == WHOLE_DAY and any(block in posts[0] for block in printed):
            return day
    return None
