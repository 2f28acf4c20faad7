"""Signatures: a person's name by itself right below the text, where many newspapers print the author."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import Authors
from articlex.authors.outranking import NO_OUTRANKING, Outranking, outranking
from articlex.bylines.given import begins_as_name, has_given_name
from articlex.bylines.persons import is_person
from articlex.page import Kind, Page, Role
from articlex.signs import signs_of

#: Features of a candidate that is the site: by its names, <title> or the copyright notice.
SITE = frozenset(("site:whole", "owner:title", "owner:notice", "owner:site"))


def is_signature(page: Page, index: int) -> bool:
    """Whether a block right below the running text is nothing but a person's name with a known given name."""
    if index != signs_of(page).core.last + 1 or not 0 < index < len(page.blocks):
        return False
    text = page.blocks[index].text
    is_taken = page.role(index) not in (Role.UNKNOWN, Role.AUTHOR_BIO)
    return not is_taken and " " in text and is_person(text) and has_given_name(text)


def signature_over_site(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Candidates in a signature below the text of an HTML page outrank those that are only the site's name.

    Without a stated author such a name may be a customer's, and on a person's site the first commenter's.
    """
    sites = {place for place, each in enumerate(candidates) if not each.blocks and _is_site(each)}
    index = signs_of(page).core.last + 1
    if not sites or not is_signature(page, index):
        return NO_OUTRANKING
    if page.blocks[index].kind is not Kind.PARAGRAPH or page.blocks[index].links:
        return NO_OUTRANKING
    signers = {place for place, each in enumerate(candidates) if index in each.blocks} - sites
    return outranking(signers, sites)


def _is_site(candidate: Authors) -> bool:
    names, features = candidate.names, candidate.features
    if SITE.isdisjoint(features) or len(names) > 1:
        return False
    # "Báo" is a given name elsewhere: behind the headline in <title> and in the host, it is the site.
    return not begins_as_name(names[0]) or ("site:part" in features and "owner:title" in features)
