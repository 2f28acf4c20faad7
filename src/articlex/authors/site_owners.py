"""Whoever made or owns the site, where the markup states them as the author: a byline right below the
headline outranks them."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import Authors
from articlex.authors.outranking import NO_OUTRANKING, Outranking, outranking
from articlex.bylines.given import begins_as_name, has_given_name
from articlex.bylines.lines import LABELLED_SHAPES, Line, read_line
from articlex.bylines.persons import is_person
from articlex.data.bylines import byline_words
from articlex.page import Page
from articlex.regex import regex
from articlex.signs import headline_block

#: Sources that read the text of an element, so that the page prints what they state.
_OF_ELEMENTS = frozenset(("class", "rel"))
_META = "html-meta"
#: Blocks below the headline with a byline; shapes of one without a label, and with a label but no person.
_BELOW, _ALONE, _OTHER = 4, frozenset(("bare", "dated", "bare-part")), "colon-other"
_COMPANY = regex("[\u4e00-\u9fff]{4}")


def byline_over_owner(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Persons and agencies in a byline right below the headline outrank candidates that a <meta> alone states
    and that are no persons: who owns or made the site."""
    owners = {place for place, each in enumerate(candidates) if _is_owner(each)}
    title = headline_block(page)
    if not owners or title < 0:
        return NO_OUTRANKING
    lines = [read_line(block.text) for block in page.blocks[title + 1 : title + 1 + _BELOW]]
    signing = {line.names for line in lines if line is not None and _signs(line)}
    signers = {
        place
        for place, each in enumerate(candidates)
        if each.names in signing and all(fact.source in _OF_ELEMENTS for fact in each.facts)
    }
    return outranking(signers, owners)


def _is_owner(candidate: Authors) -> bool:
    """Whether nothing but a <meta> states or prints a candidate, and it is no person."""
    is_meta = bool(candidate.facts) and all(fact.source == _META for fact in candidate.facts)
    return is_meta and not candidate.blocks and not any(map(has_given_name, candidate.names))


def _signs(line: Line) -> bool:
    """Whether a line has a byline word and a person or an agency, or is only known persons and a date."""
    if line.shape in LABELLED_SHAPES:
        return True
    if line.shape == _OTHER:
        return line.names[0].casefold() in byline_words().agencies
    # Four Chinese characters may as well be a company.
    return line.shape in _ALONE and all(
        is_person(name) and begins_as_name(name) and not _COMPANY.match(name) for name in line.names
    )
