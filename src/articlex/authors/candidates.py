"""The candidates for the authors of a page, each with the features by which it is weighed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from articlex.authors.lines import Line, is_label, is_person, is_team, read_line
from articlex.authors.names import read_names
from articlex.data.bylines import byline_words
from articlex.page import Block, Fact, Field, Form, Page, Role
from articlex.regex import regex
from articlex.signs import Place, Signs, signs_of
from articlex.titles.candidate import binned
from articlex.titles.fold import fold, squeeze
from articlex.titles.html_candidates import page_site
from articlex.titles.trim import SiteNames, is_site

#: Blocks that are read for bylines: around the headline up to where the text is under way, and at its end.
ABOVE_TITLE, BELOW_START, BEFORE_END, AFTER_END = 10, 14, 3, 14
MAX_LINES = 70
MAX_CANDIDATES = 60
MAX_LABELLED = 80


#: Parts of the page in which a name without a byline word is somebody else's.
_ELSEWHERE = frozenset(Role) - {Role.UNKNOWN, Role.AUTHOR_BIO, Role.TITLE, Role.BYLINE, Role.DATE, Role.BODY}


_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(slots=True)
class Authors:
    """One list of names that may be the authors: where it is printed, which facts state it, its features."""

    names: tuple[str, ...]
    blocks: list[int] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    features: set[str] = field(default_factory=set)


class Zones:
    """The parts of the page in which bylines stand."""

    __slots__ = ("end", "size", "start", "title")

    def __init__(self, page: Page, signs: Signs) -> None:
        titles = [
            mark.block for mark in page.marks if mark.role is Role.TITLE and mark.reason != "repeats-title"
        ]
        self.size = len(page.blocks)
        self.start = signs.first if signs.first < self.size else 0
        self.end = min(max(signs.last, self.start), signs.tail)
        self.title = titles[0] if titles else -1

    def lines(self) -> list[int]:
        """Indices of the blocks that are read, in page order."""
        top = self.title if self.title >= 0 else self.start
        wanted = set(range(max(0, top - ABOVE_TITLE), top + BELOW_START))
        wanted.update(range(max(0, self.start - ABOVE_TITLE), self.start + BELOW_START))
        wanted.update(range(max(0, self.end - BEFORE_END), self.end + AFTER_END))
        return [index for index in sorted(wanted) if index < self.size][:MAX_LINES]

    def part(self, index: int) -> str:
        """The same as ``name`` in three parts."""
        if self.title >= 0 and -6 <= index - self.title <= 14:
            return "title"
        return "end" if index > self.end else "other"

    def name(self, index: int) -> str:
        """Where a block stands, in one word."""
        if self.title >= 0:
            away = index - self.title
            if -6 <= away < 0:
                return "above-title"
            if 0 <= away <= 14:
                return f"title+{binned(away, (1, 2, 3, 5, 8, 14))}"
        if self.end < index:
            return f"end+{binned(index - self.end, (1, 2, 4, 8, 16))}"
        return "before" if index < self.start else "start" if index < self.start + BELOW_START else "inside"


def author_candidates(page: Page) -> list[Authors]:
    """The candidates of a page, those that the markup states first, then printed lines in their order."""
    signs = signs_of(page)
    zones = Zones(page, signs)
    found: dict[frozenset[str], Authors] = {}
    _add_facts(page, signs, zones, found)
    _add_lines(page, signs, zones, found)
    site = page_site(page)
    kind = _kind(page)
    candidates = list(found.values())[:MAX_CANDIDATES]
    for candidate in candidates:
        candidate.features.update(_name_features(candidate.names, site))
        sources = {fact.source for fact in candidate.facts}
        if sources:
            printed = "printed" if candidate.blocks else "unprinted"
            candidate.features.add(f"sources:{min(len(sources), 3)}:{printed}")
            candidate.features.add("+".join(sorted(sources)[:3]))
        candidate.features.update({f"{kind}:{name}" for name in candidate.features if name in _BY_KIND})
        if len(candidate.blocks) > 2:
            candidate.features.add("often")
    _add_relations(candidates)
    return candidates


def nobody(page: Page, candidates: Sequence[Authors]) -> frozenset[str]:
    """The features of the choice that the page names no author."""
    kind = _kind(page)
    sources = {fact.source for candidate in candidates for fact in candidate.facts}
    return frozenset(
        (
            "nobody",
            f"nobody:{kind}",
            f"nobody:{page.form}",
            f"nobody:candidates:{binned(len(candidates), (0, 1, 2, 4, 8))}",
            *(f"nobody:{kind}:{source}" for source in sources),
            *_kind_of_page(page),
        )
    )


def _kind_of_page(page: Page) -> Iterator[str]:
    """What tells a text that somebody signs from a shop, a list and a home page."""
    signs = signs_of(page)
    prose = signs.prose_before[-1]
    yield f"nobody:prose:{binned(prose, (0, 500, 1500, 4000, 10000))}"
    share = 10 * sum(signs.prose) // max(1, len(signs.prose))
    yield f"nobody:prose-share:{share}"
    if page.form is Form.TEXT:
        return
    address = page.url or next((str(fact.value) for fact in page.facts if fact.field is Field.URL), "")
    try:
        parts = [part for part in urlsplit(address).path.split("/") if part]
    except ValueError:
        parts = []
    if address:
        yield f"nobody:path:{min(len(parts), 4)}"
        longest = max((part.count("-") + part.count("_") for part in parts), default=0)
        yield f"nobody:slug:{binned(longest, (0, 1, 2, 4, 7))}"
    zones = Zones(page, signs)
    top = range(max(0, zones.title - 6), zones.title + 12) if zones.title >= 0 else range(0)
    if any(_YEAR.search(page.blocks[i].text[:80]) for i in top if i < len(page.blocks) and i != zones.title):
        yield "nobody:year-near-title"


#: Features that weigh differently on articles and on other pages.
_BY_KIND = frozenset(
    """
    from:json-ld from:html-meta from:opengraph from:rel from:class only:by-person only:bare only:dated
    only:colon-person only:inside-by site:part site:whole
    """.split()
)


def _kind(page: Page) -> str:
    return "article" if any(_is_article(fact) for fact in page.facts) else "other"


def _is_article(fact: Fact) -> bool:
    if fact.field is Field.PAGETYPE:
        return "article" in str(fact.value).lower() or "posting" in str(fact.value).lower()
    return fact.field is Field.DATE_PUBLISHED and fact.stage == "markup"


def _entry(found: dict[frozenset[str], Authors], names: tuple[str, ...]) -> Authors:
    key = frozenset(map(fold, names))
    return found.setdefault(key, Authors(names))


def _add_facts(page: Page, signs: Signs, zones: Zones, found: dict[frozenset[str], Authors]) -> None:
    seen: dict[str, int] = {}
    printed: list[Fact] = []
    for fact in page.facts:
        if fact.field is not Field.AUTHORS or fact.stage != "markup" or not fact.value:
            continue
        assert not isinstance(fact.value, str)
        candidate = _entry(found, fact.value)
        candidate.facts.append(fact)
        source = fact.source if fact.reason != "json-ld-page" else fact.reason
        order = seen[source] = seen.get(source, 0) + 1
        candidate.features.add(f"from:{source}")
        if fact.source != "class":
            continue
        printed.append(fact)
        candidate.features.add(f"class:{binned(order, (1, 2, 4))}")
        if fact.block is not None and fact.block < len(page.blocks):
            candidate.blocks.append(fact.block)
            places = set(_place_features("class", page, signs, zones, fact.block))
            candidate.features.update(places)
            line = read_line(fact.raw)
            candidate.features.add(f"class-line:{line.shape if line else 'none'}")
            if line and line.names != fact.value:
                again = _entry(found, line.names)
                again.features.update(places)
                again.features.add(f"class-as-line:{line.shape}")
                again.blocks.append(fact.block)
    _join(printed, found)


def _join(facts: list[Fact], found: dict[frozenset[str], Authors]) -> None:
    """Authors that stand each in an element of its own, side by side."""
    run: list[Fact] = []
    for fact in [*facts, None]:
        near = fact and run and fact.block is not None and run[-1].block is not None
        if fact and near and 0 <= (fact.block or 0) - (run[-1].block or 0) <= 2:
            run.append(fact)
            continue
        if 1 < len(run) <= 12:
            names = {fold(name): name for each in run for name in each.value}
            if len(names) > 1:
                candidate = _entry(found, tuple(names.values()))
                candidate.features.add("joined-class")
                candidate.blocks += [each.block for each in run if each.block is not None]
        run = [fact] if fact else []


def _add_lines(page: Page, signs: Signs, zones: Zones, found: dict[frozenset[str], Authors]) -> None:
    blocks = page.blocks
    last: tuple[int, Line] | None = None
    near = zones.lines()
    for index in [*near, *_labelled_lines(page, set(near))]:
        # Without a byline word, a name is a byline beside the headline or in a box about the author alone.
        role = page.role(index)
        beside_text = page.form is Form.TEXT and -8 <= index - zones.start <= 3
        # In raw text a name between headline and body looks like a line of a menu.
        inside_menu = page.form is Form.TEXT and role is Role.NAV and (0 < index - zones.title <= 6)
        elsewhere = role in _ELSEWHERE and not inside_menu and not (beside_text and role is Role.NAV)
        bare = not elsewhere and (zones.part(index) == "title" or beside_text or _bio_below(blocks, index))
        line = _label_above(blocks, index) or read_line(blocks[index].text, bare=bare)
        if line is None or index == zones.title or (elsewhere and line.shape.startswith(("dated", "inside"))):
            continue
        beside = set(_after_features(line, blocks, index))
        candidate = _entry(found, line.names)
        candidate.blocks.append(index)
        features = candidate.features
        if not candidate.facts:
            features.add(f"only:{line.shape}")
            features.add(f"only:{line.shape}@{zones.part(index)}")
        features.add(f"line:{line.shape}")
        features.update(_place_features(f"line:{line.shape.split('-')[0]}", page, signs, zones, index))
        features.update(beside)
        if last and index - last[0] <= 2 and last[1].names != line.names and last[1].shape == line.shape:
            both = tuple(dict.fromkeys((*last[1].names, *line.names)))
            joined = _entry(found, both)
            joined.blocks += [last[0], index]
            joined.features.add("joined-lines")
        last = (index, line)


def _labelled_lines(page: Page, seen: set[int]) -> Iterator[int]:
    """Other lines of the page that begin with a byline word and name a person: "Written by Ann Example"."""
    before = byline_words().before
    taken = 0
    for block in page.blocks:
        if 5 < len(block.text) <= MAX_LABELLED and block.index not in seen and before.match(block.text):
            line = read_line(block.text, bare=False)
            if (
                line
                and line.shape in ("by-person", "colon-person")
                and page.role(block.index) not in _ELSEWHERE
            ):
                yield block.index
                taken += 1
        if taken == 6:
            return


def _label_above(blocks: Sequence[Block], index: int) -> Line | None:
    """The names in a block below a label alone: "Author" and, in the next line, "Ann Example"."""
    if index == 0 or not is_label(blocks[index - 1].text) or len(blocks[index].text) > 120:
        return None
    names = read_names(blocks[index].text)
    return Line("below-label", names) if names else None


def _place_features(prefix: str, page: Page, signs: Signs, zones: Zones, index: int) -> Iterator[str]:
    yield f"{prefix}@{zones.name(index)}"
    place = signs.places[index]
    if place is not Place.NONE:
        yield f"{prefix}-in:{place.name.lower()}"
    role = page.role(index)
    if role in (Role.AUTHOR_BIO, Role.RELATED, Role.COMMENT, Role.NAV, Role.FOOTER):
        yield f"{prefix}-role:{role}"
    block = page.blocks[index]
    if signs.prose[index]:
        yield f"{prefix}-prose"
    if page.form is Form.HTML:
        if block.links:
            yield f"{prefix}-linked"
        if block.level:
            yield f"{prefix}-heading"


def _bio_below(blocks: Sequence[Block], index: int, name: str = "") -> bool:
    """Whether one of the next blocks is a text that begins with the name in this one."""
    name = name or blocks[index].text
    if not name or len(name) > 60:
        return False
    return any(
        other.text.startswith(name) and len(other.text) > len(name) + 30
        for other in blocks[index + 1 : index + 4]
    )


def _after_features(line: Line, blocks: Sequence[Block], index: int) -> Iterator[str]:
    """What stands beside the line: a date, a text that begins with the same name, a job."""
    if _bio_below(blocks, index, line.names[0]):
        yield "bio-below"
    near = [*blocks[max(0, index - 2) : index], *blocks[index + 1 : index + 3]]
    for other in near:
        if len(other.text) < 60 and any(map(str.isdigit, other.text)):
            yield "number-near"
        tokens = other.text.casefold().replace(",", " ").split()
        if len(tokens) <= 8 and not byline_words().jobs.isdisjoint(tokens):
            yield "job-near"


def _name_features(names: tuple[str, ...], site: SiteNames) -> Iterator[str]:
    yield f"names:{binned(len(names), (1, 2, 4))}"
    if all(map(is_person, names)):
        yield "person"
    elif is_team(names[0]):
        yield "team"
    else:
        yield f"words:{binned(len(names[0].split()), (1, 2, 3, 5))}"
    if any(is_site(name, site) for name in names):
        whole = any(squeeze(name) in site.squeezed or squeeze(name) in site.labels for name in names)
        yield f"site:{'whole' if whole else 'part'}"
        if all(map(is_person, names)):
            yield f"site:{'whole' if whole else 'part'}:person"
    if any(any(map(str.isdigit, name)) for name in names):
        yield "digits"


def _add_relations(candidates: list[Authors]) -> None:
    """Which lists hold which others: the longer one is often right, the shorter one first to be found."""
    keys = [frozenset(map(fold, candidate.names)) for candidate in candidates]
    for one, candidate in enumerate(candidates):
        for other, rival in enumerate(candidates):
            if one == other:
                continue
            if keys[other] < keys[one]:
                candidate.features.add("holds:stated" if rival.facts else "holds:printed")
            elif keys[other] > keys[one]:
                candidate.features.add("part-of:stated" if rival.facts else "part-of:printed")
