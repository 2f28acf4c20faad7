"""The candidates for the authors of a page, each with the features by which it is weighed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, compress
from typing import NamedTuple

from articlex.authors.gathering import Authors, Gathering, aged_lines, dated_lines, name_key
from articlex.authors.links import add_links
from articlex.authors.papers import add_paper_head
from articlex.authors.printed import add_far, add_lines, add_rows
from articlex.authors.stated import add_facts, add_notice, add_owner
from articlex.authors.threads.aged_openers import add_aged_opener
from articlex.authors.threads.askers import add_asker
from articlex.authors.threads.opener_candidates import add_class_opener, add_opener
from articlex.authors.user_names import add_beside_dates, add_handles
from articlex.bylines.given import givenness
from articlex.bylines.persons import is_caseless, is_person, is_team
from articlex.page import Form, Page, Role
from articlex.page_kinds import page_kind
from articlex.ranking import binned
from articlex.signs.prose import opening
from articlex.titles.site_names import SiteNames, is_site, says_site
from articlex.tokens import squeeze

#: Features that are added once more with the kind of the page: "article:from:json-ld".
_BY_KIND = frozenset(
    """
    from:json-ld from:html-meta from:opengraph from:rel from:class from:microdata first-of:microdata
    only:by-person only:bare only:dated only:colon-person only:inside-by site:part site:whole
    link:1 link:2 link:title:1 link:other:1 link:other:2 class:1 class:2
    """.split()
)
#: Features that weigh differently with how well a given name is known; each is added once more with that.
_BY_GIVEN = frozenset(
    """
    only:bare@title only:dated@title only:by-person@title only:by-other@title only:bare@end person words:1
    from:json-ld from:class from:html-meta owner:title owner:notice owner:site
    """.split()
)
_GIVEN = {"none": 0, "other": 1, "first": 2}
_LABELLED = frozenset(("only:by-person@title", "only:colon-person@title", "only:below-label@title"))
#: Roles that are a feature of a candidate all of whose blocks have them.
_TELLING = frozenset({Role.COMMENT, Role.RELATED, Role.NAV, Role.FOOTER, Role.AUTHOR_BIO, Role.LEGAL})
#: Characters of running text in which mentions of the names are counted.
_MOST_PROSE = 20_000
#: How the features begin that many candidates share on a page that lists people.
_WAYS = ("far:", "beside", "from:class", "line:by-", "line:bare", "line:dated", "link:p", "link:n", "link:m")


def author_candidates(page: Page) -> list[Authors]:
    """The candidates of a page with their features: first those that the markup states, then printed ones."""
    found = Gathering(page)
    add_facts(found)
    add_lines(found)
    kind = page_kind(page).kind
    if page.form is Form.TEXT or kind != "article":
        add_beside_dates(found)
    if page.form is Form.TEXT:
        add_handles(found)
        add_far(found)
        add_rows(found)
        add_asker(found)
        add_opener(found)
        add_aged_opener(found)
        add_notice(found)
    else:
        add_links(found)
        add_owner(found)
        add_class_opener(found)
        add_opener(found)
    if not any(entry.facts for entry in found.entries.values()):
        # A file of Markdown, too, is read as HTML.
        add_paper_head(found)
    candidates = list(found.entries.values())
    _describe_all(found, candidates, kind)
    return candidates


def _describe_all(found: Gathering, candidates: list[Authors], kind: str) -> None:
    """Add the features that depend on the page, its ``kind`` and the other candidates."""
    page = found.page
    is_text = page.form is Form.TEXT and bool(candidates)
    title = squeeze(page.blocks[found.zones.title].text) if is_text and found.zones.title >= 0 else ""
    prose = _prose(found) if is_text else ""
    dates = dated_lines(page) or (aged_lines(page) if is_text else [])
    for candidate in candidates:
        _describe(candidate, found.site, kind)
        candidate.features.update(_of_blocks(candidate, dates, page.form))
        if is_text:
            candidate.features.update(_of_mentions(candidate, page, prose, title))
    _add_relations(candidates)
    _add_rivals(candidates)


def _describe(candidate: Authors, site: SiteNames, kind: str) -> None:
    """Add the features of names and sources, and those that the kind of the page or a given name varies."""
    features = candidate.features
    features.update(_of_names(candidate.names, site))
    given = f"given:{max(map(_given, candidate.names))}"
    sources = {fact.source for fact in candidate.facts}
    if sources:
        printed = "printed" if candidate.blocks else "unprinted"
        features.add(f"sources:{min(len(sources), 3)}:{printed}")
        features.add("+".join(sorted(sources)[:3]))
    features.update([f"{given}:{name}" for name in features & _BY_GIVEN])
    features.update([f"{kind}:{name}" for name in features & _BY_KIND])
    # Most who post in a thread are known by no given name; of those who sign an article few are.
    features.update((given, f"{kind}:{given}"))


def _given(name: str) -> int:
    """How well a given name is known in a name: 0 not at all, 1 inside it, 2 where it begins. In scripts
    without capitals it is at least 1, as their lists of names are short."""
    level = _GIVEN[givenness(name)]
    return max(1, level) if not name.isascii() and is_caseless(name) else level


def _of_names(names: tuple[str, ...], site: SiteNames) -> Iterator[str]:
    """Features of the names themselves: how many, of whom, and whether the site is among them."""
    yield f"names:{binned(len(names), (1, 2, 4))}"
    are_people = all(map(is_person, names))
    if are_people:
        yield "person"
    elif is_team(names[0]):
        yield "team"
    else:
        yield f"words:{binned(len(names[0].split()), (1, 2, 3, 5))}"
    if any(is_site(name, site) for name in names):
        whole = any(says_site(name, site) for name in names)
        yield f"site:{'whole' if whole else 'part'}"
        if are_people:
            yield f"site:{'whole' if whole else 'part'}:person"
    if any(any(map(str.isdigit, name)) for name in names):
        yield "digits"


def _of_blocks(candidate: Authors, dates: list[int], form: Form) -> Iterator[str]:
    """Features of the blocks that print the names: how many, and how near to a date."""
    blocks = set(candidate.blocks)
    if len(blocks) > 2:
        yield "often"
    if dates and blocks:
        near = min(abs(date - block) for date in dates for block in blocks)
        yield f"to-date:{binned(near, (0, 1, 2, 4, 8))}"
    if form is Form.TEXT:
        yield f"times:{binned(len(blocks), (0, 1, 2, 3, 5))}"


def _prose(found: Gathering) -> str:
    """The first :data:`_MOST_PROSE` characters or so of the running text."""
    text = opening(compress(found.page.blocks, found.signs.prose), _MOST_PROSE)
    return "\n".join(block.text for block in text)


def _of_mentions(candidate: Authors, page: Page, prose: str, title: str) -> Iterator[str]:
    """Features of how often the first name is mentioned, and of roles that all blocks share."""
    name = candidate.names[0]
    key = squeeze(name)
    if len(key) > 2 and key in title:
        yield "in-headline"
    yield f"mentions:{binned(prose.count(name), (0, 1, 2, 4))}"
    roles = {page.role(block) for block in candidate.blocks}
    if len(roles) == 1 and (role := roles.pop()) in _TELLING:
        yield f"only-role:{role}"
    elif Role.COMMENT in roles:
        yield "comments-too"


class _Named(NamedTuple):
    """A candidate, its names as they are compared, and all words in them."""

    candidate: Authors
    keys: frozenset[str]
    words: frozenset[str]

    @property
    def kind(self) -> str:
        """Where the names come from."""
        return "stated" if self.candidate.facts else "printed"

    @property
    def is_labelled(self) -> bool:
        """Whether a byline word just below the title leads to the names."""
        return not _LABELLED.isdisjoint(self.candidate.features)


def _named(candidate: Authors) -> _Named:
    keys = frozenset(map(name_key, candidate.names))
    return _Named(candidate, keys, frozenset(" ".join(keys).split()))


def _add_relations(candidates: list[Authors]) -> None:
    """Add which candidates name all the persons of others and more, and which names are short for others.

    The longer list is often the right one, and the shorter one is found first.
    """
    named = list(map(_named, candidates))
    if any(each.is_labelled for each in named if not each.candidate.facts):
        for candidate in candidates:
            if candidate.facts and not candidate.blocks:
                candidate.features.add("labelled-rival")
    for one, other in _sharing_words(named):
        first, second = named[one], named[other]
        if second.keys < first.keys:
            _add_holder(second, first, (other, one))
        elif first.keys < second.keys:
            _add_holder(first, second, (one, other))
        elif len(first.keys) == len(second.keys) == 1:
            _add_forms(first, second)


def _sharing_words(named: list[_Named]) -> list[tuple[int, int]]:
    """The indices of each two candidates whose names have a word in common, in order; most have none."""
    places: dict[str, list[int]] = {}
    for place, each in enumerate(named):
        for word in each.words:
            places.setdefault(word, []).append(place)
    return sorted({pair for same in places.values() if len(same) > 1 for pair in combinations(same, 2)})


def _add_holder(small: _Named, large: _Named, places: tuple[int, int]) -> None:
    """Add that ``large`` names all whom ``small`` does, at the indices ``places`` (small, large)."""
    held, holder = small.candidate, large.candidate
    if large.is_labelled or "line:by-person" in holder.features:
        held.features.add("part-of:byline")
    if small.is_labelled or "line:by-person" in held.features:
        holder.features.add("holds:byline")
    holder.features.add(f"holds:{small.kind}")
    held.features.add(f"part-of:{large.kind}")
    holder.shorter.append(places[0])
    held.longer.append(places[1])


def _add_forms(one: _Named, other: _Named) -> None:
    """Add that one name is short for another: "Example" for "Ann Example"."""
    short, long = (other, one) if other.words < one.words else (one, other)
    if not short.words < long.words:
        return
    short.candidate.features.add(f"short-form:{long.kind}")
    long.candidate.features.add(f"long-form:{short.kind}")
    if {"person", "given:2"} <= long.candidate.features:
        short.candidate.features.add("short-form:given")
        long.candidate.features.add("long-form:given")


def _add_rivals(candidates: list[Authors]) -> None:
    """Add how many candidates are named in the same way: on a list of people many, on an article few."""
    found: dict[str, list[Authors]] = {}
    for candidate in candidates:
        for way in set(map(_way, candidate.features)):
            if way:
                found.setdefault(way, []).append(candidate)
    for way, same in found.items():
        feature = f"rivals:{way}:{binned(len(same), (1, 2, 4, 8, 16))}"
        for candidate in same:
            candidate.features.add(feature)


@cache
def _way(feature: str) -> str:
    """Which of :data:`_WAYS` a feature begins with; "" for none."""
    return next((way for way in _WAYS if feature.startswith(way)), "")
