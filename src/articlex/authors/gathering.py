"""What is gathered on one page: the candidates for its authors, each a list of names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from articlex.authors.zones import Zones
from articlex.bylines.lines import LABELLED_SHAPES, read_line
from articlex.bylines.persons import is_person
from articlex.data.bylines import byline_words
from articlex.dates.relative import MAX_CHARS, relative_start
from articlex.facts import best_value
from articlex.markup import Annotation
from articlex.page import Block, Fact, Field, Form, Page, Role
from articlex.signs import Place, Signs, headline_block, once_a_stage, signs_of
from articlex.titles.page_site import page_site
from articlex.titles.site_names import SiteNames, says_site
from articlex.tokens import fold

#: The source of facts that the class of an element states; and those that read the text of an element, so
#: that the page prints what they state.
CLASS, OF_ELEMENTS = "class", ("class", "rel")
#: Candidates that are weighed; a page with more is a list of people or a thread.
MAX_CANDIDATES = 60

#: Roles of blocks in which a name without a byline word ("By", "Author:") is not the author's.
ELSEWHERE = frozenset(Role) - {Role.UNKNOWN, Role.AUTHOR_BIO, Role.TITLE, Role.BYLINE, Role.DATE, Role.BODY}
#: Roles that are features of the candidates printed there.
_TOLD = frozenset({Role.AUTHOR_BIO, Role.RELATED, Role.COMMENT, Role.NAV, Role.FOOTER})
#: Characters before the name in a biography, which may begin with a picture: "[svg] Ann Example writes".
_BEFORE_BIO = 12
#: Characters of the longest name above a biography, and of the shortest biography beside the name.
_MAX_NAME, _LEAST_BIO = 60, 30
#: Characters of a line that repeats the name, but for the name: "All articles by Ann Example".
_MAX_MORE = 40
#: Blocks below the headline in which a line with an age ("2 years ago") is sought.
_BELOW_TITLE = 6
#: Shapes of such lines, beside those that begin with a byline word (:class:`articlex.bylines.lines.Line`).
_DATED = "dated"
_AGED = ("inside-by", _DATED)
#: Lines with an age that a page has at most; with more it is a list of stories.
_MOST_AGED = 6
#: Forms of address: a name is the same with and without them.
_ADDRESS = frozenset("dr prof professor mr mrs ms".split())


@dataclass(slots=True)
class Authors:
    """A candidate: names that may be the authors, the blocks that print them, the facts that state them, and
    the features by which the candidate is weighed."""

    names: tuple[str, ...]
    blocks: list[int] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    features: set[str] = field(default_factory=set)
    #: The first fact whose list of names begins with this one.
    among: Fact | None = None
    #: Indices of the candidates that name these authors and more, and of those that name some of them.
    longer: list[int] = field(default_factory=list)
    shorter: list[int] = field(default_factory=list)

    def is_only_of(self, *sources: str) -> bool:
        """Whether no other sources than these state it; maybe none does."""
        return all(fact.source in sources for fact in self.facts)


class Gathering:
    """A page, its landmarks, and the candidates found so far, by their folded names."""

    __slots__ = ("entries", "local", "notes", "page", "signs", "zones")

    def __init__(self, page: Page) -> None:
        self.page = page
        self.signs: Signs = signs_of(page)
        self.zones = Zones(page, self.signs)
        self.entries: dict[frozenset[str], Authors] = {}
        #: The prepositions of its language that begin names in others.
        language = (best_value(page, Field.LANGUAGE) or page.markup.lang)[:2].casefold()
        self.local = frozenset(word for word, of in byline_words().local if of == language)
        #: The annotations of each block.
        self.notes: dict[int, list[Annotation]] = {}
        for note in page.markup.annotations:
            self.notes.setdefault(note.block, []).append(note)

    @property
    def site(self) -> SiteNames:
        """What the site is called."""
        return page_site(self.page)

    def _without_site(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """``names`` without the site's own, where all others are persons': "Ann Example, Example Post"."""
        people = tuple(name for name in names if not says_site(name, self.site))
        return people if people and all(map(is_person, people)) else names

    def entry(self, names: tuple[str, ...], *blocks: int) -> Authors:
        """The candidate with these names, in any order, that ``blocks`` print; made now if there is none.

        Beyond :data:`MAX_CANDIDATES` a new candidate is returned but not kept.
        """
        if len(names) > 1:
            names = self._without_site(names)
        key = frozenset(map(name_key, names))
        candidate = self.entries.get(key)
        if candidate is None:
            candidate = Authors(names)
            if len(self.entries) < MAX_CANDIDATES:
                self.entries[key] = candidate
        candidate.blocks += [block for block in blocks if block not in candidate.blocks]
        return candidate

    def placed(self, prefix: str, index: int) -> Iterator[str]:
        """Features of where a block stands, each beginning with ``prefix``: "line:by@title+1"."""
        page, signs = self.page, self.signs
        yield f"{prefix}@{self.zones.name(index)}"
        place = signs.places[index]
        if place is not Place.NONE:
            yield f"{prefix}-in:{place.name.lower()}"
        role = page.role(index)
        if role in _TOLD:
            yield f"{prefix}-role:{role}"
        if signs.prose[index]:
            yield f"{prefix}-prose"
        if page.form is Form.HTML:
            block = page.blocks[index]
            if block.links:
                yield f"{prefix}-linked"
            if block.level:
                yield f"{prefix}-heading"


def dated_lines(page: Page) -> list[int]:
    """The blocks that are marked as the article's date."""
    is_date = Role.DATE
    return [mark.block for mark in page.marks if mark.role is is_date]


@once_a_stage
def aged_lines(page: Page) -> list[int]:
    """The short blocks right below the headline with a name and an age: "Added by Ann Example 2 years ago".

    On a page with many ages, lines without a byline word belong to a list of stories and are left out.
    """
    headline = headline_block(page)
    below = page.blocks[headline + 1 : headline + 1 + _BELOW_TITLE] if headline >= 0 else ()
    shapes = {block.index: _aged_shape(block.text) for block in below}
    found = [index for index, shape in shapes.items() if shape and shape != _DATED]
    if _DATED not in shapes.values():
        return found
    times = sum(len(block.text) <= MAX_CHARS and relative_start(block.text) >= 0 for block in page.blocks)
    return [index for index, shape in shapes.items() if shape] if times <= _MOST_AGED else found


def _aged_shape(text: str) -> str:
    """The shape of a line with a name and an age; "" for any other."""
    line = read_line(text) if len(text) <= MAX_CHARS and relative_start(text) >= 0 else None
    is_aged = line is not None and (line.shape in _AGED or line.shape in LABELLED_SHAPES)
    return line.shape if line and is_aged else ""


def name_key(name: str) -> str:
    """A name as it is compared: folded, without a form of address ("Dr. Ann Example" → "ann example")."""
    folded = fold(name)
    first, _, rest = folded.partition(" ")
    return rest if rest and first in _ADDRESS else folded


def has_bio_below(blocks: Sequence[Block], index: int, name: str) -> bool:
    """Whether one of the next three blocks is a biography: a text that begins with the name in this one."""
    if not name or len(name) > _MAX_NAME:
        return False
    size = len(name)
    for other in blocks[index + 1 : index + 4]:
        text = other.text
        if len(text) > size + _LEAST_BIO and text.find(name, 0, size + _BEFORE_BIO) >= 0:
            return True
    return False


def signs_beside(blocks: Sequence[Block], index: int, name: str) -> Iterator[str]:
    """Features of an author box around the name: "twice" (the name again), "more-below" ("More by Ann"), and
    "letter-beside" (an initial in place of a portrait)."""
    around = (*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 4])
    for other in around:
        text = other.text
        if len(text) == 1 and text.casefold() == name[0].casefold():
            yield "letter-beside"
        elif len(text) <= len(name) + _MAX_MORE and name in text:
            if text == name:
                yield "twice"
            elif text.endswith(name) and other.index > index:
                yield "more-below"
