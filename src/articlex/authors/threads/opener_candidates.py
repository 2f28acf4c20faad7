"""Who began a thread. In raw page text: whoever stands as far from the day of the first post as others do
from the days of theirs, or first above what the page says of a member ("Joined: 11 Mar 2003"). In HTML:
whoever the first of several similar elements names, right below the headline."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import CLASS, Gathering
from articlex.authors.threads.confirmed_openers import confirmed_opener
from articlex.authors.threads.post_names import (
    IN_BRACKETS,
    are_names,
    column,
    is_called,
    names_before_days,
    without_label,
)
from articlex.bylines.names import read_names
from articlex.bylines.persons import is_handle
from articlex.dates.other_days import JOINED, other_day
from articlex.days.post_days import post_days
from articlex.page import Block, Page
from articlex.page_kinds import page_kind
from articlex.regex import regex
from articlex.signs import headline_block, signs_of
from articlex.signs.flat_threads import flat_posts
from articlex.signs.looks import block_look, without_numbers

#: Feature of who began the thread.
OPENER = "opener"

#: Lines above and below the day of a post among which the name may stand, and characters of the longest name.
_ABOVE, _BELOW = 14, 5
#: The share of the posts that have a name there, at least.
_SHARE = 0.8
#: Lines on membership in a thread, at least, and lines from a name down to its own, at most: rank, portrait.
_FEWEST_MEMBERS, _MOST_RANKS = 2, 4
#: What stands before the first figure of a line; a figure behind letters; characters that are read.
_FIRST_FIGURE, _MAY_TELL, _MOST_MEMBER = regex(r"\D{3,40}(?=\d)"), regex(r"\d(?<=\D{3}\d)"), 160
#: Elements of one class that name authors of posts, at least, and blocks from the headline to the first of
#: them, at most.
_LEAST_NAMED, _NEAR = 3, 12


def add_opener(found: Gathering) -> None:
    """Add whoever began the thread, unless another step has: by the days of the posts, by the elements that
    posts have in common, else by membership."""
    is_known = any(OPENER in candidate.features for candidate in found.entries.values())
    if not is_known and not _add_beside_days(found) and not _add_in_first_post(found):
        _add_member(found)


def _add(found: Gathering, opener: str, index: int) -> None:
    """Add the name of whoever began the thread, which the block ``index`` prints."""
    found.entry(read_names(opener) or (opener,), index).features.add(OPENER)


def _add_member(found: Gathering) -> None:
    """Add the first name above lines on when somebody became a member: "Joined: 11 Mar 2003"."""
    blocks, with_digits = found.page.blocks, found.signs.with_digits
    members = [(index, at) for index in with_digits if (at := _membership(blocks[index].text)) >= 0]
    if len(members) < _FEWEST_MEMBERS:
        return
    above = [
        [
            *blocks[index].text.split("\n")[:at][::-1],
            *(block.text.partition("\n")[0] for block in blocks[max(index - _MOST_RANKS, 0) : index][::-1]),
        ]
        for index, at in members
    ]
    columns = [texts for step in range(_MOST_RANKS) if len(set(texts := _column(above, step))) > 1]
    # Ranks ("Member", "Moderator") stand nearer to these lines than names do, but fewer of them differ.
    opener = max(columns[::-1], key=lambda texts: len(set(texts)), default=[""])[0]
    first = members[0][0]
    # "Original Poster" is a rank; with it, names of two words are lost.
    for block in blocks[max(first - _MOST_RANKS, 0) : first + 1][::-1] if is_handle(opener) else ():
        if opener in block.text.split("\n"):
            _add(found, opener, block.index)
            return


def _membership(text: str) -> int:
    """Which of the first lines of a block is on membership, a label and a day; -1 for none."""
    if _MAY_TELL.search(text, 0, _MOST_MEMBER) is None:
        return -1
    for at, line in enumerate(text[:_MOST_MEMBER].split("\n")):
        before = _FIRST_FIGURE.match(line)
        if before and other_day(before[0]) == JOINED:
            return at
    return -1


def _add_beside_days(found: Gathering) -> bool:
    """Add whoever began the thread, by the days of the posts; returns whether somebody was found."""
    days = post_days(found.page) if found.zones.is_text else []
    if not days:
        return False
    if are_names(names := names_before_days([found.page.blocks[day].text for day in days])):
        _add(found, names[0], days[0])
        return True
    if confirmed := confirmed_opener(found.page, days):
        name = without_label(IN_BRACKETS.sub("", confirmed.text))
        found.entry((name,), confirmed.index).features.add(OPENER)
        return True
    above, below = zip(*(_around(found.page, day) for day in days), strict=True)
    columns = [_column(lines, step) for lines in (above, below) for step in range(_ABOVE)]
    # At another distance a button may stand for each of the others, and for the first its author.
    named = [texts for texts in columns if len(set(texts[1:])) > 1 and len(set(texts)) < len(texts)]
    if not named:
        return False
    opener = max(named, key=lambda texts: len(set(texts)))[0]
    around = found.page.blocks[max(days[0] - _ABOVE - 1, 0) : days[0] + _BELOW + 1]
    index = next(block.index for block in around if block.text == opener)
    _add(found, opener, index)
    return True


def _add_in_first_post(found: Gathering) -> bool:
    """Add whoever is alone in an element of the first post where others are in theirs; returns whether
    somebody is. Ranks and short answers stand in such elements too, but below the names."""
    page, posts = found.page, flat_posts(found.page)
    called: dict[str, dict[int, Block]] = {}
    for number, span in enumerate(posts if len(posts) >= _LEAST_NAMED else ()):
        for block in page.blocks[span.start : span.stop]:
            if is_called(block.text):
                called.setdefault(block_look(page, block), {}).setdefault(number, block)
    often = [each for each in called.values() if 0 in each and len(each) >= _SHARE * len(posts)]
    # Headings of several words are those of a live report, unless somebody posts again.
    columns = [
        each
        for each in often
        if _differing(each) > 1
        and (_differing(each) < len(each) or not each[0].level or is_handle(each[0].text))
    ]
    if not columns:
        return False
    opener = min((each[0] for each in columns), key=lambda block: block.index)
    _add(found, opener.text, opener.index)
    return True


def _differing(blocks: dict[int, Block]) -> int:
    """How many texts of the blocks differ."""
    return len({block.text for block in blocks.values()})


def _around(page: Page, day: int) -> tuple[list[str], list[str]]:
    """The lines above the day of a post, nearest first, and those below it, without the headline."""
    title = page.blocks[headline_block(page)].text
    above = [block.text for block in page.blocks[max(day - _ABOVE - 1, 0) : day]][::-1]
    below = [block.text for block in page.blocks[day + 1 : day + _BELOW + 1]]
    return [text for text in above if title not in text], [text for text in below if title not in text]


def _column(lines: Sequence[Sequence[str]], step: int) -> list[str]:
    """The names at one distance from the days of the posts; [] if the first, or too many, are none."""
    found = [each[step] if step < len(each) else "" for each in lines]
    names = [name for name in column(found) if name]
    return names if names[:1] == found[:1] and len(names) >= _SHARE * len(lines) else []


def add_class_opener(found: Gathering) -> None:
    """Add whoever the first of several similar elements names, on a page of a board."""
    page = found.page
    title = headline_block(page) if page_kind(page).kind == "forum" else -1
    named = _names_by_class(page, title) if title >= 0 else {}
    alike: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for index, names in named.items():
        block = page.blocks[index]
        if block.text.strip() in names:
            node = page.nodes[block.node]
            # Of two nested elements the inner one has the name without the rank: "ann" in "ann Admin".
            name = min(names, key=len)
            alike.setdefault(without_numbers(f"{node.tag} {node.shape}"), []).append((index, (name,)))
    for posts in alike.values():
        index, first = posts[0]
        posters = [each for _, each in posts]
        is_thread = len(posters) >= _LEAST_NAMED and len(set(posters)) > 1
        if is_thread and index - title <= _NEAR and not signs_of(page).has_text_between(title, index):
            found.entry(first, index).features.add(OPENER)
            return


def _names_by_class(page: Page, title: int) -> dict[int, list[str]]:
    """For each block below the headline the names that classes of its elements state one at a time."""
    named: dict[int, list[str]] = {}
    for fact in page.facts:
        if fact.source != CLASS or fact.block is None or not isinstance(fact.value, tuple):
            continue
        if title < fact.block < len(page.blocks) and len(fact.value) == 1:
            named.setdefault(fact.block, []).append(fact.value[0])
    return named
