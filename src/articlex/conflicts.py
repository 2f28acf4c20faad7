"""Warnings where two sources on the same page contradict each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from articlex.addresses import host_of
from articlex.facts import WHOLE_DAY, day_of
from articlex.language_tags import primary_subtag
from articlex.page import KEPT, Fact, Field, Page, Role
from articlex.titles.site_names import SiteNames, is_site, site_names
from articlex.tokens import fold

_TITLE = Role.TITLE  # see articlex.page

#: A date with a lower score is just some date on the page, not a statement about the article.
_MIN_RIVAL = 0.35
#: Difference in days that is no contradiction: the same moment falls on two days in two time zones.
_TOLERANCE = 1
#: Sources of authors that are right on most pages (see the scores in ``metadata/``).
_TRUSTED = frozenset(("json-ld", "opengraph", "html-meta", "parsely", "sailthru", "dublin-core"))
#: The source of printed dates, and the end of the reasons for dates of creation.
_PRINTED, _CREATED = "dateline", "-created"
#: Blocks before the text in which its dateline is looked for if no block is the title.
_ABOVE = 8


def conflicts(provenance: Mapping[Field, Sequence[Fact]], page: Page) -> tuple[str, ...]:
    """One line for each field on which the winner and another source disagree.

    ``provenance`` has the facts of each field, the winner first. Only values that can be compared count:
    dates, names and languages, but not titles, which are worded in many ways. Of the dates printed on
    ``page``, only those between title and text count: others are dates of other stories, of pictures and of
    comments.
    """
    published = provenance.get(Field.DATE_PUBLISHED, ())
    head = _head(page)
    published = [fact for fact in published if fact.block in head or not _is_printed_rival(fact, published)]
    of_dates = date_conflict(published, provenance.get(Field.DATE_MODIFIED, ()))
    found = [of_dates] if of_dates else []
    address = page.url or next((str(fact.value) for fact in provenance.get(Field.URL, ())), "")
    site = site_names([str(fact.value) for fact in provenance.get(Field.SITENAME, ())], host_of(address))
    for field, differ in _DIFFER.items():
        if rival := _rival(provenance.get(field, ()), differ, site):
            best = provenance[field][0]
            found.append(f"{field}: {best.source} says {_say(best)}, {rival.source} says {_say(rival)}")
    return tuple(found)


def _rival(facts: Sequence[Fact], differ: Callable[[Fact, Fact], bool], site: SiteNames) -> Fact | None:
    """The first of ``facts`` of another source that differs from the winner, the first one; None without
    one."""
    if not facts or not facts[0].value:
        return None
    best, *others = facts
    rivals = (fact for fact in others if fact.source != best.source and differ(best, fact))
    return next((fact for fact in rivals if not _is_site(fact, site)), None)


def _head(page: Page) -> range:
    """The indices of the blocks from the title up to the text, without its first block."""
    kept = (mark.block for mark in page.marks if mark.role in KEPT)
    first = next(kept, -1)
    titles = [mark.block for mark in page.marks[:first] if mark.role is _TITLE]
    return range(titles[-1] if titles else max(0, first - _ABOVE), max(first, 0))


def _is_printed_rival(fact: Fact, published: Sequence[Fact]) -> bool:
    """Whether ``fact`` is a printed date, and not the winner."""
    return fact is not published[0] and fact.source == _PRINTED


def _is_site(fact: Fact, site: SiteNames) -> bool:
    """Whether ``fact`` names the site, its host or its publisher as author, which contradicts nobody."""
    names = [fact.value] if isinstance(fact.value, str) else fact.value
    return all(is_site(name, site) for name in names)


def _say(fact: Fact) -> str:
    return fact.value if isinstance(fact.value, str) else ", ".join(fact.value)


def _other_people(best: Fact, rival: Fact) -> bool:
    """Whether a trusted source names other people than the winner, without a word in common."""
    if isinstance(best.value, str) or isinstance(rival.value, str) or rival.source not in _TRUSTED:
        return False
    names, others = (
        {word for name in fact.value for word in fold(name.replace("_", " ")).split()}
        for fact in (best, rival)
    )
    return bool(names and others) and names.isdisjoint(others)


def _other_language(best: Fact, rival: Fact) -> bool:
    one, other = primary_subtag(str(best.value)), primary_subtag(str(rival.value))
    return one != other and "text" in (best.source, rival.source)


_DIFFER: Mapping[Field, Callable[[Fact, Fact], bool]] = {
    Field.AUTHORS: _other_people,
    Field.LANGUAGE: _other_language,
}


def date_conflict(published: Sequence[Fact], modified: Sequence[Fact]) -> str | None:
    """A line on the best rival of the claimed date of publication, or None if the sources agree.

    ``published`` are the facts on it, the winner first. A day or month that ``modified`` states is no rival.
    """
    if not published or not published[0].value:
        return None
    claimed = published[0]
    updates = {day_of(fact) for fact in modified}
    for rival in published[1:]:
        updated = any(update.startswith(day_of(rival)) for update in updates)
        is_begun = rival.reason.endswith(_CREATED) and str(rival.value) < str(claimed.value)
        if rival.score >= _MIN_RIVAL and not (updated or is_begun) and _are_other_days(claimed, rival):
            said = f"{claimed.source} says {day_of(claimed)}, {rival.source} says {day_of(rival)}"
            return f"date_published: {said}"
    return None


def _are_other_days(one: Fact, other: Fact) -> bool:
    first, second = day_of(one), day_of(other)
    if min(len(first), len(second)) < WHOLE_DAY:
        return not (first.startswith(second) or second.startswith(first))
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days) > _TOLERANCE
