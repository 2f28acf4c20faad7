"""The day of a thread whose posts look alike: that of the first, printed where others print theirs."""

from __future__ import annotations

from collections.abc import Iterable

from articlex.dates.other_days import OTHER
from articlex.days.dateline import Candidate
from articlex.page import Page
from articlex.signs.flat_threads import flat_posts, is_table
from articlex.signs.looks import block_look

#: The share of the posts that print a day in such an element, at least.
_SHARE = 0.8
#: Labels of days that are not those of posts.
_OTHERS = OTHER | {"updated"}


def day_of_first_post(page: Page, printed: Iterable[Candidate]) -> str:
    """The day that the first post prints in the kind of element in which others print theirs; "" without one.

    ``printed`` are the dates of the page. A post also prints when it was changed or its author joined, and
    quotes others: but not in the same element as its day. The posts of a feed go back.
    """
    days = sorted((one for one in printed if one.label not in _OTHERS), key=_place)
    posts = flat_posts(page) if len(days) > 1 else []
    # A post that is one table has no elements to be compared: its first day counts.
    looks = [
        [
            ("" if is_table(page, post) else block_look(page, page.blocks[one.block]), one)
            for one in days
            if one.block in post
        ]
        for post in posts
    ]
    first = looks[0] if looks else []
    # Without a time a day further down may be that of a signature.
    for look, _ in [each for each in first if each[1].found.value.seconds is not None] or first[:1]:
        same = [next((other for each, other in post if each in ("", look)), None) for post in looks]
        found = [other.found.value.day_iso() for other in same if other]
        if 1 < len(found) >= _SHARE * len(posts):
            return found[0] if found[0] == min(found) else ""
    return ""


def _place(one: Candidate) -> tuple[int, int]:
    return one.block, one.found.start
