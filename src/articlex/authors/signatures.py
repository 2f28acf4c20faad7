"""A person's name that stands by itself right below the text, as many papers set it, and signs the text."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import Authors
from articlex.bylines.given import begins_as_name, givenness
from articlex.bylines.persons import is_person
from articlex.page import Block, Kind, Page, Role
from articlex.signs import signs_of

#: What says that a candidate is the site: all of its name, or what stands behind the title, in the notice of
#: copyright, or in the markup as the name of the site.
_SITE = frozenset(("site:whole", "owner:title", "owner:notice", "owner:site"))


def is_signature(page: Page, index: int) -> bool:
    """Whether a block right below the running text is a person's name, of words that are known from names,
    and nothing else."""
    if index != signs_of(page).core[1] + 1 or not 0 < index < len(page.blocks):
        return False
    text = page.blocks[index].text
    is_taken = page.role(index) not in (Role.UNKNOWN, Role.AUTHOR_BIO)
    return not is_taken and " " in text and is_person(text) and givenness(text) != "none"


def signed(page: Page, candidates: Sequence[Authors]) -> tuple[set[int], set[int]]:
    """The places of the candidates that sign a text in HTML, and of those that are nothing but the site.

    Both sets are empty where there is none of either: below a text without any author stand the names of
    customers, and below that of a person whom the site is called after, of whoever wrote the first comment.
    """
    sites = {place for place, each in enumerate(candidates) if not each.blocks and _is_site(each)}
    index = signs_of(page).core[1] + 1
    if not sites or not is_signature(page, index) or not _is_plain(page.blocks[index]):
        return set(), set()
    signers = {place for place, each in enumerate(candidates) if index in each.blocks} - sites
    return (signers, sites) if signers else (set(), set())


def _is_plain(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and not block.links


def _is_site(candidate: Authors) -> bool:
    names, features = candidate.names, candidate.features
    if _SITE.isdisjoint(features) or len(names) > 1:
        return False
    # "Báo" is a given name elsewhere: a part of the host in a name tells as well.
    return not begins_as_name(names[0]) or ("site:part" in features and "owner:title" in features)
