"""The title that a crawler has written above raw page text, and the line that prints it."""

from __future__ import annotations

from articlex.addresses import host_of
from articlex.page import Fact, Field, Page
from articlex.titles.candidate import Candidate, Ranked, Weighed
from articlex.titles.trim import clean_title, site_names, split_by_site, trim_title
from articlex.tokens import fold

#: The chance of the stated title if a line prints it, and if none does, so that nothing tells where it ends
#: and the site's name begins.
_PRINTED, _UNPRINTED = 0.95, 0.9


def stated_first(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with the stated title first; as it is if there is none."""
    if not page.markup.title:
        return ranked
    variants = _variants(page)
    keys = [fold(text) for text in variants]
    for key in keys:
        printed = next((each for _, each in ranked if each.key == key), None)
        if printed:
            return [Weighed(_PRINTED, printed), *(one for one in ranked if one.candidate is not printed)]
    best, best_key = variants[-1], keys[-1]
    if not best_key:
        return ranked
    chance = max([_UNPRINTED, *(chance for chance, _ in ranked[:1])])
    fact = Fact(Field.TITLE, best, "title", page.markup.title, "stated", 0.4)
    return [Weighed(chance, Candidate(best, best_key, facts=[fact])), *ranked]


def _variants(page: Page) -> list[str]:
    """The title, then without one, two and more parts at its end, and last as it is taken if no line prints
    any of these: without the site's name, or without the last part if that is shorter than the rest."""
    names = site_names((), host_of(page.url))
    title = clean_title(page.markup.title)
    split = split_by_site(title, names)
    count = len(split.parts)
    shorter = [clean_title(split.joined(0, last)) for last in range(count - 1, 0, -1)]
    trimmed = trim_title(title, names)
    if trimmed == title and count > 1 and 2 * len(split.parts[-1]) < len(title):
        trimmed = shorter[0]
    return [title, *shorter, trimmed]
