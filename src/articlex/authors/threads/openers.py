"""Who began a thread of similar posts: whoever stands in the first where others stand in theirs, or submitted
the story that they discuss, as a line with a date near the headline says."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import CLASS, OF_ELEMENTS, Authors
from articlex.authors.links import is_linked_person
from articlex.authors.outranking import NO_OUTRANKING, Outranking, outranking
from articlex.authors.threads.opener_candidates import OPENER
from articlex.dates import find_dates, parse_date
from articlex.dates.glued import unglued
from articlex.facts import day_of
from articlex.page import Page
from articlex.signs import headline_block
from articlex.signs.flat_threads import flat_posts
from articlex.signs.looks import block_look

#: The share of the other posts that have an element like that with the name in the first, at least.
_SHARE = 0.5
#: Sources of facts that read what the page prints.
_PRINTED = (*OF_ELEMENTS, "microdata")
#: The reason of the fact with the day of the page, and blocks between the headline and its line, at most.
_DAY, _NEAR = "sources-weighed", 4
_TIMES = frozenset(("time", "age"))
#: Posts of the shortest thread in which the opener answers, and characters of the longest line that names
#: who wrote a post.
_LEAST_POSTS, _LONGEST = 3, 60
#: Blocks above and below the headline in which a line says who submitted the story, characters of the longest
#: such line, and members that classes of elements below it name, at least.
_ABOVE, _BELOW, _LONGEST_DATED, _LEAST_OTHERS = 3, 6, 200, 2


def opener_over_alike(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Those who stand in the first post of a thread in an element in which the other posts have other names
    outrank all the rest but those whom more than markup of elements states."""
    posts = flat_posts(page) if candidates else []
    if not posts:
        return NO_OUTRANKING
    alike: dict[str, dict[int, set[str]]] = {}
    for number, span in enumerate(posts):
        for index in span:
            block = page.blocks[index]
            if 0 < len(block.text) <= _LONGEST:
                alike.setdefault(block_look(page, block), {}).setdefault(number, set()).add(block.text)
    first = posts[0]
    # The portrait of a member, which has no text, may stand in the same element as the name.
    began = {
        place
        for place, each in enumerate(candidates)
        if len(each.names) == 1
        and any(
            index in first and _names_posters(alike.get(block_look(page, page.blocks[index]), {}), len(posts))
            for index in each.blocks
        )
    }
    # A line on who edited the first post may stand in the element in which the others have their text.
    began = {place for place in began if OPENER in candidates[place].features} or began
    if not began:
        return NO_OUTRANKING
    below = {
        place for place, each in enumerate(candidates) if place not in began and each.is_only_of(*_PRINTED)
    }
    return outranking(began, below)


def dated_over_answerers(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Those in the line with the day of the page, near the headline, if one is a link to a person, outrank
    those with such links only below, who answer in another kind of element."""
    title = headline_block(page)
    line = _line_of_day(page, title)
    if title < 0 or line < 0:
        return NO_OUTRANKING
    signers = {place for place, each in enumerate(candidates) if line in each.blocks}
    if not any(is_linked_person(candidates[place]) for place in signers):
        return NO_OUTRANKING
    below = {
        place
        for place, each in enumerate(candidates)
        if is_linked_person(each) and min(each.blocks) > max(line, title) and not each.facts
    }
    return outranking(signers, below)


def _line_of_day(page: Page, title: int) -> int:
    """The block near the headline with an element that states the day of the page; -1 for none."""
    day = next((day_of(fact) for fact in page.facts if fact.reason == _DAY), "")
    near = range(title - _NEAR, title + _NEAR + 1)
    stated = (note for note in page.markup.annotations if note.name in _TIMES and note.block in near)
    dated = ((note.block, parse_date(note.value or note.content)) for note in stated)
    return next((block for block, found in dated if day and found and found.value.day_iso() == day), -1)


def is_opener(page: Page, names: Sequence[str]) -> bool:
    """Whether ``names`` are one person who began such a thread and answers in it, unlike authors of lists."""
    posts = flat_posts(page)
    if len(posts) < _LEAST_POSTS or len(names) != 1:
        return False
    times = [any(_is_name(page.blocks[index].text, names[0]) for index in span) for span in posts]
    return times[0] and 1 < sum(times) < len(times)


def _is_name(text: str, name: str) -> bool:
    """Whether a line is a name, or a short one that begins with it: "ann commented on 6 May 2024"."""
    return text == name or (text.startswith(f"{name} ") and len(text) <= _LONGEST)


def _names_posters(texts: dict[int, set[str]], posts: int) -> bool:
    """Whether enough of the other posts have such an element, and its text is not the same in all. ``texts``
    are those of each post by its number, ``posts`` is how many there are."""
    return len(texts) - 1 >= _SHARE * (posts - 1) and len(set().union(*texts.values())) > 1


def submitter_over_posters(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Members to whom a line with a date near the headline links outrank those that only classes of elements
    below that line name, if there are two of these at least."""
    title = headline_block(page)
    beside = range(max(title - _ABOVE, 0), title + _BELOW + 1) if title >= 0 else range(0)
    near = {
        place: [index for index in each.blocks if index in beside and _is_dated(page.blocks[index].text)]
        for place, each in enumerate(candidates)
        if len(each.names) == 1 and not each.facts and is_linked_person(each)
    }
    signers = {place for place, lines in near.items() if lines}
    if not signers:
        return NO_OUTRANKING
    end = max(index for lines in near.values() for index in lines)
    others = {place for place, each in enumerate(candidates) if _is_of_posts(each, end)}
    return outranking(signers, others) if len(others) >= _LEAST_OTHERS else NO_OUTRANKING


def _is_dated(text: str) -> bool:
    """Whether a line has a date."""
    return len(text) <= _LONGEST_DATED and bool(find_dates(unglued(text)))


def _is_of_posts(candidate: Authors, end: int) -> bool:
    """Whether only classes of elements below the block ``end`` name a candidate."""
    places = [*candidate.blocks, *(fact.block for fact in candidate.facts if fact.block is not None)]
    is_class = bool(candidate.facts) and candidate.is_only_of(CLASS)
    return is_class and min(places, default=0) > end
