"""Newspapers and agencies that the markup states as the author: a person behind a label or right below the
headline outranks them, and the town before them in a dateline is no author."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.credited import credits_author
from articlex.authors.gathering import CLASS, OF_ELEMENTS, Authors
from articlex.authors.outranking import NO_OUTRANKING, Outranking, outranking
from articlex.bylines.given import begins_as_name, has_given_name
from articlex.bylines.lines import LABELLED_SHAPES, Line, read_line
from articlex.bylines.persons import is_person
from articlex.data.bylines import byline_words
from articlex.page import Page
from articlex.regex import regex
from articlex.signs import headline_block
from articlex.tokens import fold

_META = "html-meta"
#: Blocks below the headline with a byline; shapes of one without a label, and with a label but no person.
_BELOW, _ALONE, _OTHER = 4, frozenset(("bare", "dated", "bare-part")), "colon-other"
_COMPANY = regex("[\u4e00-\u9fff]{4}")
_SITE = frozenset(("site:whole", "site:part"))
#: Features of a candidate that a class states: one element with it, and a person; right below the headline
#: or the text; nothing but the names, or a label with them.
_ONE_PERSON = frozenset(("class:1", "person"))
_BESIDE_TEXT = frozenset((*(f"class@title+{far}" for far in range(1, 6)), "class@end+1", "class@end+2"))
_NAMES_ALONE = frozenset(f"class-line:{shape}" for shape in _ALONE)
_BEHIND_LABEL = frozenset(f"class-line:{shape}" for shape in LABELLED_SHAPES)
#: Sources of facts that are for the cards of networks.
_CARDS = ("opengraph", "twitter")
#: Features of a user name behind a label beside the headline, and of a line that is a name alone.
HANDLE, _BARE = frozenset(("only:colon-other@title", "given:1:words:1")), "only:bare@title"
_TITLED = "only:colon-person@title"
LABELLED = frozenset((_TITLED, "only:colon-person@end"))
#: What parts place and paper in a dateline, and characters of the longest dateline.
_DASH, _LONGEST = regex(r"\s+[-–—]\s+"), 80


def labelled_over_site(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Printed persons behind a label for authors ("作者：王小明") outrank the site, where the markup states
    that as the author."""
    sites = {place for place, each in enumerate(candidates) if _is_stated(each) and _is_site(each)}
    if not sites:
        return NO_OUTRANKING
    signers = {
        place
        for place, each in enumerate(candidates)
        if not each.facts
        and not LABELLED.isdisjoint(each.features)
        and "person" in each.features
        and any(_credits(page.blocks[index].text, each.names) for index in each.blocks)
    }
    return outranking(signers, sites)


def labelled_over_bare(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Names behind a label for authors beside the headline ("글쓴이 : 다리지기") outrank lines without a
    label that are no known person's: they may be buttons."""
    signers = {
        place
        for place, each in enumerate(candidates)
        if (each.features.issuperset(HANDLE) or _TITLED in each.features)
        and any(_credits(page.blocks[index].text, each.names) for index in each.blocks)
    }
    others = {
        place
        for place, each in enumerate(candidates)
        if not each.facts and _BARE in each.features and not any(map(has_given_name, each.names))
    }
    return outranking(signers, others - signers)


def class_over_site(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """A person with a known given name whom the class of an element right below the headline or the text
    states, and nobody else, outranks the site, where the markup states that as the author; and behind a
    label any name that a card for networks alone states."""
    signers = {place for place, each in enumerate(candidates) if _is_classed(each)}
    labelled = any(not _BEHIND_LABEL.isdisjoint(candidates[place].features) for place in signers)
    sites = {
        place
        for place, each in enumerate(candidates)
        if (_is_stated(each) and _is_site(each))
        or (labelled and each.facts and not each.blocks and each.is_only_of(*_CARDS))
    }
    return outranking(signers, sites) if len(signers) == 1 else NO_OUTRANKING


def _is_classed(candidate: Authors) -> bool:
    """Whether the class of one element beside headline or text is all that states a known person."""
    features = candidate.features
    return (
        bool(candidate.facts)
        and candidate.is_only_of(CLASS)
        and features >= _ONE_PERSON
        and not features.isdisjoint(_BESIDE_TEXT)
        and not features.isdisjoint(_NAMES_ALONE | _BEHIND_LABEL)
        and all(map(has_given_name, candidate.names))
    )


def papers_over_towns(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Papers that the markup states and a dateline prints behind a dash ("Riad - Example") outrank the towns
    before the dash."""
    stated = {fold(each.names[0]): place for place, each in enumerate(candidates) if _is_stated(each)}
    signers: set[int] = set()
    towns: set[int] = set()
    for place, each in enumerate(candidates if stated else ()):
        if _is_stated(each) or len(each.names) > 1 or begins_as_name(each.names[0]):
            continue
        for index in each.blocks:
            text = page.blocks[index].text
            parts = [fold(part) for part in _DASH.split(text)] if len(text) <= _LONGEST else []
            if len(parts) == 2 and parts[0] == fold(each.names[0]) and parts[1] in stated:
                signers.add(stated[parts[1]])
                towns.add(place)
    return outranking(signers, towns)


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
        if each.names in signing and each.is_only_of(*OF_ELEMENTS)
    }
    return outranking(signers, owners)


def _is_owner(candidate: Authors) -> bool:
    """Whether nothing but a <meta> states or prints a candidate, and it is no person."""
    is_meta = bool(candidate.facts) and candidate.is_only_of(_META)
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


def _is_stated(candidate: Authors) -> bool:
    """Whether a source states a candidate that does not read the text of an element."""
    return not candidate.is_only_of(*OF_ELEMENTS)


def _is_site(candidate: Authors) -> bool:
    """Whether a candidate is one name, that of the site, and the page does not print it."""
    names = candidate.names
    return len(names) == 1 and not _SITE.isdisjoint(candidate.features) and not candidate.blocks


def _credits(text: str, names: Sequence[str]) -> bool:
    """Whether a line, or a word of it, calls the last name an author: "来源：晨报 作者：王小明"."""
    part = next((part for part in text.split() if names[-1] in part), "")
    return credits_author(text, names[-1]) or credits_author(part, names[-1])
