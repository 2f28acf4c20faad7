"""Days on which later posts of a thread, or comments below an article, were changed: "Last edited: 7 May"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from articlex.days.dateline import Candidate
from articlex.page import Form, Page
from articlex.signs import signs_of

#: Elements around a line by whose tags and classes it looks like another one.
_AROUND = 2

_Look = tuple[tuple[str, frozenset[str]], ...]


def of_first_post(page: Page, printed: Sequence[Candidate], day: str) -> list[Candidate]:
    """The printed dates of an HTML page above the head of the second post: a date that looks like one of the
    claimed ``day`` above it, with running text between the two."""
    heads = [one for one in printed if not one.label]
    if page.form is not Form.HTML or not any(one.label == "updated" for one in printed):
        return list(printed)
    first: dict[_Look, int] = {}
    has_text = signs_of(page).has_text_between
    for one in heads:
        look = _look(page, one)
        if look in first and has_text(first[look], one.block):
            return [each for each in printed if each.block < one.block]
        if look not in first and one.found.value.day_iso() == day:
            first[look] = one.block
    return list(printed)


def _look(page: Page, one: Candidate) -> _Look:
    """The tags and classes of the elements around a date, without the numbers of posts."""
    nodes = islice(page.around(page.blocks[one.block]), _AROUND)
    return tuple((node.tag, frozenset(filter(str.isalpha, node.words))) for node in nodes)
