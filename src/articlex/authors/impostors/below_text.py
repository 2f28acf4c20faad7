"""Names below the text that are not its author's: who changed the page, reviewers, headings of one word; and
customers who review a product on its page, whom the markup calls authors, of their reviews."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from articlex.authors.gathering import OF_ELEMENTS, Authors
from articlex.bylines.given import has_given_name
from articlex.dates import Found, find_dates
from articlex.dates.labels import label_before
from articlex.page import Block, Form, Kind, Page, Role
from articlex.signs import headline_block, signs_of

#: Characters of the longest line on a change or on a review.
_MAX_LINE = 120
#: What replaces the name and the day in the form of a line.
_NAME, _DAY = "\0", "\1"
#: Words in class and id of the element with the reviews. "Review" may be the page itself, by a critic.
_REVIEWS = frozenset({"reviews"})


def not_of_text(page: Page, candidates: Sequence[Authors]) -> set[int]:
    """The indices of the candidates that no markup states and that only blocks below the text name: lines on
    the last change ("Last updated on May 3, 2024 by Anna"), headings of one word ("Reviews"), or lines of one
    form with different names ("Rated by Ann on 3 May 2024")."""
    end = signs_of(page).last
    below = {
        place: [page.blocks[index] for index in each.blocks]
        for place, each in enumerate(candidates)
        if each.blocks and not each.facts and not each.among and min(each.blocks) > end
    }
    found: set[int] = set()
    forms: defaultdict[str, set[int]] = defaultdict(set)
    for place, blocks in below.items():
        name = candidates[place].names[0]
        dated = [(block, find_dates(block.text) if len(block.text) <= _MAX_LINE else []) for block in blocks]
        if all(_says_change(block.text, dates, name) or _heads_part(block, name) for block, dates in dated):
            found.add(place)
        for form in {_form(block.text, dates, name) for block, dates in dated}:
            if form:
                forms[form].add(place)
    return found.union(*(places for places in forms.values() if len(places) > 1))


def _says_change(text: str, dates: Sequence[Found], name: str) -> bool:
    """Whether a line has a label of a change ("Updated"), a day, and the name behind that."""
    return bool(dates) and label_before(text[: dates[0].start]) == "updated" and name in text[dates[0].end :]


def _heads_part(block: Block, name: str) -> bool:
    """Whether a block is a heading of one word, and that no given name."""
    return block.kind is Kind.HEADING and block.text == name and " " not in name and not has_given_name(name)


def _form(text: str, dates: Sequence[Found], name: str) -> str:
    """A line without its day and the name; "" if it has no day, or no other letters."""
    if not dates or name not in text:
        return ""
    form = f"{text[: dates[0].start]}{_DAY}{text[dates[0].end :]}".replace(name, _NAME, 1)
    return form if any(map(str.isalpha, form)) else ""


def commenters(page: Page, candidates: Sequence[Authors]) -> set[int]:
    """The indices of the candidates whom only comments below the text of an HTML page name, and elements
    there whose class says so."""
    if page.form is not Form.HTML:
        return set()
    end = signs_of(page).last
    return {
        place
        for place, each in enumerate(candidates)
        if each.is_only_of(*OF_ELEMENTS)
        and (blocks := {*each.blocks, *(fact.block for fact in each.facts)})
        and all(block is not None and block > end and page.role(block) is Role.COMMENT for block in blocks)
    }


def of_reviews(page: Page, candidates: Sequence[Authors]) -> set[int]:
    """The indices of the candidates that only reviews name, on a page with a price."""
    signs = signs_of(page)
    if not signs.makeup.prices:
        return set()
    title = headline_block(page)
    nodes = (page.nodes[number] for number in signs.elements.called(_REVIEWS))
    spans = [(node.first, node.last) for node in nodes if not node.first <= title < node.last]
    if not spans:
        return set()
    return {
        place
        for place, candidate in enumerate(candidates)
        if (blocks := {*candidate.blocks, *(fact.block for fact in candidate.facts)})
        and all(block is not None and any(first <= block < last for first, last in spans) for block in blocks)
    }
