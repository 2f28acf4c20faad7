"""Titles of manuals, whose <title> has the manual's name beside the part that heads the page.

Generators write "Harbour manual 2.4: Greasing the crane", "Harbour manual: Section 3.7" or "Greasing the
crane (Harbour manual)" into <title>, and "3.7 Greasing the crane" above the text; others the manual's name
into an h1 at the top of each page. On the annotated pages a heading without a number that is an end of
<title> is as often the name of the site, printed by a logo.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from articlex.page import Page
from articlex.regex import regex
from articlex.signs import Place, signs_of
from articlex.titles.candidate import Candidate, Ranked
from articlex.titles.html.candidates import MAX_PARTS
from articlex.titles.trim import around_colon, clean_title, split_title
from articlex.tokens import fold

#: The number of a section and the rest of its heading: "3.7 Greasing", "A.5.2 Greasing", "12. Greasing".
_SECTION = regex(r"(\d{1,3}(?:\.\d{1,3}){0,4}|[A-Z](?:\.\d{1,3}){1,4})\.?[ \u00a0]+(\S.*)\Z")
#: The name of a page of a manual with the number of its chapter: "crane(8)".
_MANUAL_PAGE = regex(r"[\w.:+-]{1,60}\(\d[a-z]{0,3}\)\Z")
#: A manual's name in brackets at the end of <title>.
_IN_BRACKETS = regex(r"(.{1,200}\S) \([^()]{3,100}\)\Z")
_ELSEWHERE = frozenset({"header", "nav", "footer", "aside"})
#: Headings among which the first of the content is sought.
_MOST_HEADINGS = 20


def past_manual(page: Page, ranked: Ranked) -> Candidate | None:
    """What heads the page, if the likeliest title is that with the name of a manual beside it in <title>, or
    that name alone."""
    best = ranked[0].candidate
    if len(ranked) < 2 or any(_is_in_content(page, index) for index in best.blocks):
        return None
    title = clean_title(page.markup.title)
    whole = fold(title)
    ends = [end for end, rest in _ends(title) if best.key in (whole, fold(rest))]
    if not ends:
        return None
    is_above = any(_is_elsewhere(page, index) for index in best.blocks)
    headings = islice((block.index for block in page.blocks if block.level), _MOST_HEADINGS)
    first = next((index for index in headings if _is_in_content(page, index)), None)
    for _, each in ranked[1:]:
        heads = first in each.blocks
        if heads and (_is_numbered(each, ends) or (is_above and each.text in ends)):
            return each
        if not heads and each.text in ends and _MANUAL_PAGE.match(each.text):
            return each
    return None


def past_part(page: Page, ranked: Ranked) -> Candidate | None:
    """What <title> says as a whole, if a line of the content prints that above the likeliest title, and this
    is a heading without a word of it: the sections of a page have headings, and its name none."""
    best, title = ranked[0].candidate, fold(page.markup.title)
    whole = next((each for _, each in ranked[1:] if each.key == title), None)
    if whole is None or whole.blocks or not best.blocks or not whole.words.isdisjoint(best.words):
        return None
    above = page.blocks[: min(best.blocks)]
    alike = [block for block in above if block.text and fold(block.text) == whole.key]
    if not alike or any(block.links or block.hidden for block in alike):
        return None
    first = alike[0].index
    return None if _is_elsewhere(page, first) else replace(whole, blocks=[first])


def _is_numbered(heading: Candidate, ends: Sequence[str]) -> bool:
    """Whether a heading has the number of a section, and is an end of <title>, with its number or without;
    or its number is all that an end has, behind a word."""
    found = _SECTION.match(heading.text)
    if found is None:
        return False
    number, keys = found[1], (heading.key, fold(found[2]))
    return any(fold(end) in keys or end.split()[1:] == [number] for end in ends)


def _ends(title: str) -> Iterator[tuple[str, str]]:
    """The ends of a title, each with the rest; none of a title that is a list of keywords."""
    split = split_title(title)
    count = len(split.parts)
    if count > MAX_PARTS:
        return
    pairs = [(split.joined(0, at), split.joined(at, count)) for at in range(1, count)]
    for before, behind in (*pairs, around_colon(title)):
        if before and behind:
            yield before, behind
            yield behind, before
    if bracketed := _IN_BRACKETS.match(title):
        yield bracketed[1], title[bracketed.end(1) :]


def _is_in_content(page: Page, index: int) -> bool:
    """Whether a block is a heading that is shown, in no part of the page but its content."""
    block = page.blocks[index]
    in_place = block.level > 0 and signs_of(page).places[index] is Place.NONE and not block.hidden
    return in_place and not _is_elsewhere(page, index)


def _is_elsewhere(page: Page, index: int) -> bool:
    """Whether a block is in an element of its own for the top, the side or the end of a page."""
    return not _ELSEWHERE.isdisjoint(node.tag for node in page.around(page.blocks[index]))
