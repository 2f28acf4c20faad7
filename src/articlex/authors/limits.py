"""From which probability that a page names no author its likeliest one is not claimed, where the evidence is
better than the model has learned to see."""

from __future__ import annotations

from collections.abc import Callable

from articlex.authors.credited import credits_author
from articlex.authors.fields import labelled_text
from articlex.authors.gathering import CLASS, Authors
from articlex.authors.links import TO_PERSON
from articlex.authors.papers import heads_paper
from articlex.authors.stated_papers import HANDLE, LABELLED
from articlex.authors.threads.opener_candidates import OPENER
from articlex.authors.threads.openers import is_opener
from articlex.facts import RECORD
from articlex.page import Form, Page
from articlex.signs import headline_block, signs_of
from articlex.signs.accounts import is_account

#: Bytes of running text of a page that is no imprint, at least: an imprint names its editor too.
_LEAST_PROSE = 500
#: Features of a person behind a byline word in the line right below the headline, or in the next one. Such
#: names are claimed in any case: on every third annotated page they were never denied, and never wrong.
_BELOW_TITLE = frozenset(f"line:{kind}@title+{steps}" for kind in ("by", "colon") for steps in (1, 2))
_KNOWN = frozenset(("only:by-person@title", "only:colon-person@title"))
#: Features of the first link, beside the headline.
_FIRST_LINK = frozenset(("link:1", "link:title:1"))
#: Features of a person whom the markup states and a line prints; how far below the headline that may stand.
_PERSON, _BELOW_HEADLINE = frozenset(("person", "sources:1:printed", "given:2")), 2
_GIVEN = frozenset(("given:1:person", "given:2:person"))
_STATED, _STATED_GIVEN = "article:from:json-ld", frozenset(("given:1:from:json-ld", "given:2:from:json-ld"))


def limit_for(page: Page, best: Authors) -> float | None:
    """The limit for the likeliest candidate ``best``, from the first row that holds; None if none does."""
    signs = signs_of(page)
    is_prose = not signs.makeup.prices and signs.prose_before[-1] >= _LEAST_PROSE
    rows = (*_LIMITS, *_LIMITS_OF_PROSE) if is_prose else _LIMITS
    return next((limits[page.form] for holds, limits in rows if holds(page, best)), None)


def _began_thread(page: Page, best: Authors) -> bool:
    """Whether the candidate began a thread, in which others are named alike: somebody always has."""
    return OPENER in best.features


def _is_credited_below_headline(page: Page, best: Authors) -> bool:
    """Whether the candidate is a person with a known given name whom a line right below the headline names
    and credits: "Text and photographs: Ann Example". Beside a price it is the author of the book."""
    features = best.features
    return (
        page.form is Form.HTML
        and "given:2:person" in features
        and not (features.isdisjoint(_BELOW_TITLE) or features.isdisjoint(_KNOWN))
        and not signs_of(page).makeup.prices
        and _is_credited(page, best)
    )


def _is_stated_person(page: Page, best: Authors) -> bool:
    """Whether JSON-LD names the candidate, a person with a known given name."""
    return _STATED in best.features and not best.features.isdisjoint(_STATED_GIVEN)


def _is_evident(page: Page, best: Authors) -> bool:
    """Whether the candidate heads a paper, or is named by a record of an embedded state, by the posts of a
    thread or by an account of a network."""
    if any(fact.reason == RECORD for fact in best.facts) or is_opener(page, best.names):
        return True
    if page.form is Form.TEXT and any(is_account(page.blocks[index].text) for index in best.blocks):
        return True
    places = {*best.blocks, *(fact.block for fact in best.facts if fact.block is not None)}
    return _is_printed(best) and any(heads_paper(page, index, best.names) for index in places)


def _wrote_priced(page: Page, best: Authors) -> bool:
    """Whether a labelled line beside a price names the candidate, who wrote the book."""
    return signs_of(page).makeup.prices > 0 and _is_labelled(best) and _has_given_name(best)


def _is_linked_first(page: Page, best: Authors) -> bool:
    """Whether the first link to a person's page, beside the headline, names the candidate."""
    return not best.features.isdisjoint(TO_PERSON) and best.features >= _FIRST_LINK


def _is_person_below_headline(page: Page, best: Authors) -> bool:
    """Whether a line right below the headline prints the candidate, a person whom the markup states."""
    title = headline_block(page)
    is_beside = any(0 < index - title <= _BELOW_HEADLINE for index in best.blocks)
    return title >= 0 and is_beside and best.features >= _PERSON and not _is_printed(best)


def _is_known_author(page: Page, best: Authors) -> bool:
    """Whether a labelled line credits the candidate, who has a known given name or an account."""
    is_known = best.features.issuperset(HANDLE) or _has_given_name(best)
    return is_known and _is_labelled_author(page, best)


def _is_labelled_author(page: Page, best: Authors) -> bool:
    return _is_labelled_person(page, best) and _is_credited(page, best)


def _is_labelled_person(page: Page, best: Authors) -> bool:
    """Whether a labelled line names the candidate, if only as its editor, or an account does."""
    return _is_labelled(best) or best.features.issuperset(HANDLE)


def _is_labelled(best: Authors) -> bool:
    return not best.features.isdisjoint(LABELLED)


def _has_given_name(best: Authors) -> bool:
    """Whether the candidate is a person with a known given name. No list has all of them."""
    return not best.features.isdisjoint(_GIVEN)


def _is_printed(best: Authors) -> bool:
    """Whether no markup states the candidate. (A class is read off the line itself, so it says no more.)"""
    return best.is_only_of(CLASS)


def _is_credited(page: Page, best: Authors) -> bool:
    lines = (labelled_text(page.blocks[index]) for index in best.blocks)
    return any(credits_author(line, best.names[-1]) for line in lines)


_Row = tuple[Callable[[Page, Authors], bool], dict[Form, float]]


def _both(limit: float) -> dict[Form, float]:
    return {Form.HTML: limit, Form.TEXT: limit}


#: Who the likeliest candidate is, and the limit for it: the first row that holds counts. Without a day, lines
#: that say no more than who the author is ("Autorin: Anna Beispiel") are rare among the pages that were
#: fitted on, and authors were denied, most of all in Chinese, Japanese, Greek and Thai. Of 2,200 pages of the
#: corpora 0.95 for these changes none in HTML, and two as raw page text, both for the better; for papers and
#: for persons whom JSON-LD names it changes none.
_LIMITS: tuple[_Row, ...] = (
    (_began_thread, _both(1.0)),
    (_is_credited_below_headline, _both(1.0)),
    (_is_stated_person, _both(0.95)),
    (_is_evident, _both(0.95)),
    # On a page of our own 0.41 and 0.34 that nobody is named, by two fits.
    (_wrote_priced, _both(0.3)),
)
#: The rows for a page with running text and without prices.
_LIMITS_OF_PROSE: tuple[_Row, ...] = (
    (_is_linked_first, _both(0.7)),
    (_is_person_below_headline, _both(0.7)),
    (_is_known_author, _both(0.95)),
    (_is_labelled_author, _both(0.7)),
    # By two fits 0.485 and 0.514 in German and Russian, 0.495 and 0.523 in English; in raw page text 0.45 in
    # Chinese.
    (_is_labelled_person, {Form.HTML: 0.55, Form.TEXT: 0.44}),
)
