"""Who began a thread whose posts all look alike: whoever is in the first where others are in the rest."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import Authors
from articlex.authors.links import is_linked_person
from articlex.dates import parse_date
from articlex.page import Block, Page
from articlex.signs import headline_block
from articlex.signs.flat_threads import flat_posts
from articlex.signs.looks import without_numbers

#: How many of the other posts have a name in an element like that of the first one's, at least.
_SHARE = 0.5
#: Sources of facts that are read off what a page prints.
_PRINTED = frozenset(("class", "rel", "microdata"))
#: What tells the day of the page, and how far from the headline its line is, at most.
_DAY, _NEAR = "sources-weighed", 4
_TIMES = frozenset(("time", "age"))
#: Posts of a thread in which somebody answers, and characters of a line that says who does.
_LEAST_POSTS, _LONGEST = 3, 60


def openers(page: Page, candidates: Sequence[Authors]) -> tuple[set[int], set[int]]:
    """The places of the candidates that stand in the first post in the element in which others name who wrote
    them, and the places of all others but those whom the head of the page states.

    Both sets are empty where the page is no such thread, or nobody is the first one's author.
    """
    posts = flat_posts(page) if candidates else []
    if not posts:
        return set(), set()
    alike: dict[str, dict[int, set[str]]] = {}
    for number, span in enumerate(posts):
        for index in span:
            block = page.blocks[index]
            if block.text:
                alike.setdefault(_look(page, block), {}).setdefault(number, set()).add(block.text)
    first = posts[0]
    # The picture of a member may stand in one element with the name, and has no text.
    began = {
        place
        for place, each in enumerate(candidates)
        if len(each.names) == 1
        and any(
            index in first and _names_posters(alike.get(_look(page, page.blocks[index]), {}), len(posts))
            for index in each.blocks
        )
    }
    if not began:
        return set(), set()
    below = {
        place
        for place, each in enumerate(candidates)
        if place not in began and all(fact.source in _PRINTED for fact in each.facts)
    }
    return began, below


def beside_day(page: Page, candidates: Sequence[Authors]) -> tuple[set[int], set[int]]:
    """The places of the candidates in the line of the page's day near the headline, where a link leads to a
    person, and of those to whom links lead below it alone: who answers, in an element of another look.

    Both sets are empty without either.
    """
    title = headline_block(page)
    line = _line_of_day(page, title)
    if title < 0 or line < 0:
        return set(), set()
    signers = {place for place, each in enumerate(candidates) if line in each.blocks}
    if not any(is_linked_person(candidates[place]) for place in signers):
        return set(), set()
    below = {
        place
        for place, each in enumerate(candidates)
        if is_linked_person(each) and min(each.blocks) > max(line, title) and not each.facts
    }
    return (signers, below) if below else (set(), set())


def _line_of_day(page: Page, title: int) -> int:
    """The block near the headline in which an element states the day of the page; -1 if none does."""
    day = next((str(fact.value)[:10] for fact in page.facts if fact.reason == _DAY), "")
    near = range(title - _NEAR, title + _NEAR + 1)
    stated = (note for note in page.markup.annotations if note.name in _TIMES and note.block in near)
    dated = ((note.block, parse_date(note.value or note.content)) for note in stated)
    return next((block for block, found in dated if day and found and found.value.day_iso() == day), -1)


def is_opener(page: Page, names: Sequence[str]) -> bool:
    """Whether somebody who began such a thread answers in it as well, as nobody does in a list of stories."""
    posts = flat_posts(page)
    if len(posts) < _LEAST_POSTS or len(names) != 1:
        return False
    times = [any(_is_name(page.blocks[index].text, names[0]) for index in span) for span in posts]
    return times[0] and 1 < sum(times) < len(times)


def _is_name(text: str, name: str) -> bool:
    """Whether a line is a name, or begins with it and says when: "ann commented on 6 May 2024"."""
    return text == name or (text.startswith(f"{name} ") and len(text) <= _LONGEST)


def _names_posters(texts: dict[int, set[str]], posts: int) -> bool:
    """Whether most posts have such an element, and not all of them the same text in it."""
    return len(texts) - 1 >= _SHARE * (posts - 1) and len(set().union(*texts.values())) > 1


def _look(page: Page, block: Block) -> str:
    """What the element of a block is, but for the numbers in its names."""
    node = page.nodes[block.node]
    return without_numbers(f"{block.kind} {node.tag} {node.shape}")
