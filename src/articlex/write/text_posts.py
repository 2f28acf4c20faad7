"""The posts of a thread in raw page text: who wrote each, when, and where its text begins and ends.

A post begins with a line that holds its day, in one form in all posts, and the days go forwards. Above that
line, or between it and the text, stands a name in most posts at one place: as far from the day, or from a
line that the posts have in common. Whoever began the thread has to be among the names.

Of 109 flattened threads whose posts are found in HTML 21 to 38 have posts, by the flattener: 1,934 in five of
them. 1,830 have the text of a post in HTML; 99 % of these have its day, 96 % of those with a name its name;
on 33 invented boards, of short threads, 98 and 90 %.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from articlex.authors.threads.post_names import are_names, column, names_before_days, without_label
from articlex.dates import Hints, find_dates
from articlex.days.hints import page_hints
from articlex.days.post_days import post_days
from articlex.facts import best_fact
from articlex.options import Options
from articlex.page import Field, Page, Role
from articlex.punctuation import COMMAS
from articlex.regex import regex
from articlex.signs import headline_block
from articlex.stages.parts.posts.stamped_posts import dated_posts, in_order, moment_of
from articlex.write.post import Post

#: Posts of the shortest thread, and the share of the lines with a day that date a post, at least: answers in
#: another order than that of their days are left alone.
_LEAST, _SHARE = 3, 0.8
#: Lines above and below the day of a post among which the name may stand.
_ABOVE, _BELOW = 14, 5
#: The share of the posts that have a line in common, at least, and lines from that to the name, at most.
_COMMON, _NEAR = 0.8, 3

#: A count, "12.9k", what stands for a portrait, "[avatar]", and signs of sentences.
_NO_NAME = regex(rf"^\d+[.,]\d|^\[|[{''.join(COMMAS)}。！？]")
_NUMBER = regex(r"\d[\d.,]*")

_BODY = Role.BODY  # see articlex.page

#: The lines around the day of a post that are not its text, and the place of that with the day.
_Head = tuple[range, int]


def text_posts(page: Page) -> tuple[Post, ...]:
    """The posts of a thread in order; none where the days are not those of posts, or have no names."""
    days = _days(page)
    heads = [_head(page, day, above) for day, above in zip(days, [headline_block(page), *days], strict=False)]
    names = _names(page, heads) if heads else []
    if not names:
        return ()
    hints = page_hints(page, Options())
    last = max(block.index for block in page.blocks if page.role(block.index) is _BODY)
    stops = [*(head.start for head, _ in heads[1:]), last + 1]
    posts = [
        # A line of the head may have been taken for text.
        Post(name, _date(page.blocks[day].text, hints), head.stop, stop)
        for name, day, (head, _), stop in zip(names, days, heads, stops, strict=True)
    ]
    # What stands below the last post may have a day as well.
    while not posts[-1].author:
        posts.pop()
    return (*posts,)


def _days(page: Page) -> list[int]:
    """The lines that date the posts, each with text of the body below; [] if text stands above the first, as
    where the day is below the text."""
    title = headline_block(page)
    days = post_days(page)
    if len(days) < _LEAST:
        stamps = dated_posts(page, title, _LEAST) if title >= 0 else []
        days = in_order(page, stamps) if stamps else []
        every = _with_text(page, [index for index in stamps if days and index <= days[-1]])
        if len(_with_text(page, days)) < _SHARE * len(every):
            return []
    posts = _with_text(page, days)
    is_below = any(_is_text(page, index) for index in range(title + 1, days[0])) if days else False
    if len(posts) < _LEAST or is_below or _is_twice(page, days, posts):
        return []
    return posts


def _is_twice(page: Page, days: Sequence[int], posts: Sequence[int]) -> bool:
    """Whether the day of the first post stands below the headline and again below its text: then the last of
    ``days`` is below all text, not among those of ``posts``, or both lines name who began the thread."""
    if moment_of(page, days[0]) != moment_of(page, days[1]):
        return False
    opener = _opener(page)
    is_named_twice = bool(opener) and all(opener in page.blocks[day].text for day in days[:2])
    return days[-1] != posts[-1] or is_named_twice


def _opener(page: Page) -> str:
    """Whoever began the thread, "" if unknown."""
    fact = best_fact(page, Field.AUTHORS)
    return fact.value[0] if fact and fact.value else ""


def _is_text(page: Page, index: int) -> bool:
    return page.role(index) is _BODY and bool(page.blocks[index].text)


def _with_text(page: Page, days: Sequence[int]) -> list[int]:
    """Those of ``days`` below which text of the body stands, down to the next."""
    return [
        day
        for day, stop in pairwise([*days, len(page.blocks)])
        if any(_is_text(page, index) for index in range(day + 1, stop))
    ]


def _head(page: Page, day: int, above: int) -> _Head:
    """The lines around ``day``, from the text of the post before, or from the line ``above``, to its own."""
    start = day
    while start > max(above + 1, day - _ABOVE) and page.role(start - 1) is not _BODY:
        start -= 1
    stop = day + 1
    while stop < min(day + 1 + _BELOW, len(page.blocks)) and page.role(stop) is not _BODY:
        stop += 1
    return range(start, stop), day


def _names(page: Page, heads: Sequence[_Head]) -> list[str]:
    """The name of the author of each post, "" for a post without one; [] if nothing tells them, or who began
    the thread is unknown: names, places and ranks look alike."""
    opener = _opener(page)
    # The opener may have a rank that no other has, "Topic starter", and so stand elsewhere.
    own = [opener if _is_in(page, head, opener) else "" for head in heads]
    found = []
    for names in _columns(page, heads) if opener else ():
        filled = [name or begun for name, begun in zip(names, own, strict=True)]
        told = _without_labels(page, heads, filled)
        # At another distance a button may stand in each of the others, and in the first its author.
        if told[0] == opener and are_names(told) and len({*told[1:]} - {""}) > 1:
            found.append((len({*told}), sum(map(bool, names)), told))
    return max(found, key=itemgetter(0, 1), default=(0, 0, []))[2]


def _is_in(page: Page, head: _Head, name: str) -> bool:
    """Whether one of the lines around a day is a name, or one above it or with it begins with the name of
    whoever began the thread."""
    return any(page.blocks[line].text == name for line in head[0]) or page.blocks[head[1]].text.startswith(
        name
    )


def _without_labels(page: Page, heads: Sequence[_Head], names: Sequence[str]) -> list[str]:
    """``names`` without those that stand around the day of a post by somebody else, too: ranks, buttons."""
    named = {*names}
    others = {
        text
        for (head, _), name in zip(heads, names, strict=True)
        if name
        for block in page.blocks[head.start : head.stop]
        if (text := block.text) != name and text in named
    }
    return ["" if name in others else name for name in names]


def _columns(page: Page, heads: Sequence[_Head]) -> Iterator[list[str]]:
    """Names at one place of the posts: before the day, or as far from the day or from a common line."""
    texts = [block.text for block in page.blocks]
    yield names_before_days([texts[day] for _, day in heads])
    anchors = [[day for _, day in heads], *_common_lines(texts, heads)]
    for lines in anchors:
        for step in range(-_ABOVE, _BELOW + 1):
            found = [
                texts[line + step] if line >= 0 and line + step in head else ""
                for line, (head, _) in zip(lines, heads, strict=True)
            ]
            yield column(["" if _NO_NAME.search(text) else without_label(text) for text in found])


def _common_lines(texts: Sequence[str], heads: Sequence[_Head]) -> Iterator[list[int]]:
    """Where lines stand that most heads have, -1 for a head without it."""
    places: dict[str, dict[int, int]] = {}
    for number, (head, _) in enumerate(heads):
        for line in head:
            places.setdefault(_shape(texts[line]), {}).setdefault(number, line)
    for found in places.values():
        if len(found) >= _COMMON * len(heads):
            yield [found.get(number, -1) for number in range(len(heads))]


def _shape(text: str) -> str:
    """A text with 0 for each number, with commas or points in it too: "25,064 posts"."""
    return _NUMBER.sub("0", text)


def _date(line: str, hints: Hints) -> str:
    """The day in a line in ISO 8601, with the time if it has one."""
    found = next(iter(find_dates(line, hints)), None)
    return found.value.iso() if found else ""
