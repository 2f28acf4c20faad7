"""Papers and agencies that the markup states as the author: a person behind a label comes before them, and a
place before them in a dateline is nobody."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.credited import credits_author
from articlex.authors.gathering import Authors
from articlex.bylines.given import givenness
from articlex.page import Page
from articlex.regex import regex
from articlex.tokens import fold

#: Sources that read an element each, and what they read is printed.
_OF_ELEMENTS = frozenset(("class", "rel"))
_SITE = frozenset(("site:whole", "site:part"))
_LABELLED = frozenset(("only:colon-person@title", "only:colon-person@end"))
#: A dateline: the place, a dash, and the paper. Characters of the longest.
_DASH, _LONGEST = regex(r"\s+[-–—]\s+"), 80


def labelled(page: Page, candidates: Sequence[Authors]) -> tuple[set[int], set[int]]:
    """The places of the persons whom a label calls authors, "作者：王小明", and of the site as the markup
    states it; both sets are empty where there is none of either."""
    sites = {place for place, each in enumerate(candidates) if _is_stated(each) and _is_site(each)}
    if not sites:
        return set(), set()
    signers = {
        place
        for place, each in enumerate(candidates)
        if not each.facts
        and not _LABELLED.isdisjoint(each.features)
        and "person" in each.features
        and any(_credits(page.blocks[index].text, each.names) for index in each.blocks)
    }
    return (signers, sites) if signers else (set(), set())


def behind_place(page: Page, candidates: Sequence[Authors]) -> tuple[set[int], set[int]]:
    """The places of the papers that the markup states and a dateline prints behind a dash, "Riad - Example",
    and of the towns before it; both sets are empty where there is none of either."""
    stated = {fold(each.names[0]): place for place, each in enumerate(candidates) if _is_stated(each)}
    signers, towns = set(), set()
    for place, each in enumerate(candidates if stated else ()):
        if _is_stated(each) or len(each.names) > 1 or givenness(each.names[0]) == "first":
            continue
        for index in each.blocks:
            text = page.blocks[index].text
            parts = [fold(part) for part in _DASH.split(text)] if len(text) <= _LONGEST else []
            if len(parts) == 2 and parts[0] == fold(each.names[0]) and parts[1] in stated:
                signers.add(stated[parts[1]])
                towns.add(place)
    return signers, towns


def _is_stated(candidate: Authors) -> bool:
    """Whether a source that reads no element of the page states a candidate."""
    return any(fact.source not in _OF_ELEMENTS for fact in candidate.facts)


def _is_site(candidate: Authors) -> bool:
    names = candidate.names
    return len(names) == 1 and not _SITE.isdisjoint(candidate.features) and not candidate.blocks


def _credits(text: str, names: Sequence[str]) -> bool:
    """Whether a part of a line with labels credits the names: "来源：晨报 作者：王小明 编辑：李华"."""
    part = next((part for part in text.split() if names[-1] in part), "")
    return credits_author(text, names[-1]) or credits_author(part, names[-1])
