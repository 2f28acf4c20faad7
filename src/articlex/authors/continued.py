"""A byline that goes on in the next blocks: behind a comma, a line "and", or a line with an account."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.authors.gathering import OF_ELEMENTS, Authors
from articlex.authors.together import Person, Ranked, joined
from articlex.bylines.lines import read_line
from articlex.bylines.names import read_names
from articlex.bylines.persons import is_person
from articlex.data.bylines import byline_words
from articlex.facts import stated_by_markup
from articlex.page import Block, Field, Page
from articlex.page_kinds import page_kind
from articlex.punctuation import COMMAS
from articlex.ranking import Weighed
from articlex.regex import regex
from articlex.signs import signs_of

#: Authors of one article, and blocks from one to the next, at most.
_MOST, _GAP = 8, 3
#: Characters of the longest line that names one of them.
_LONGEST = 80
#: A name before a bar and a mail address; characters of the longest line of such pairs, or of persons and
#: their affiliations; the fewest names in the latter.
_MAIL = regex(r"([^|,;@]{3,60}?)\s*\|\s*[\w.+-]+@[\w.-]+")
_LONGEST_MAILED, _LEAST_IN_LINE = 600, 3
#: An account in a line of its own: "@annexample".
_ACCOUNT = regex(r"@\w{2,30}")
#: Sources that gather names from anywhere on the page; the lists of others are of people who wrote together.
_FROM_ANYWHERE = (*OF_ELEMENTS, "microdata", "rdfa")


def with_continued(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with the whole list first, if the likeliest candidate is a part of it, or has more."""
    if not ranked or page_kind(page).kind == "forum":
        return ranked
    chance, best = ranked[0]
    if len(best.names) >= _LEAST_IN_LINE and best.blocks and not best.facts:
        persons = [person.name for person in _in_line(page, best.names[0], best.blocks[0])]
        is_part = 1 < len(persons) < len(best.names) and set(persons) < set(best.names)
        return [Weighed(chance, Authors(tuple(persons), best.blocks)), *ranked] if is_part else ranked
    if len(best.names) != 1:
        return ranked
    for index in best.blocks:
        last = _last(page.blocks, Person(best.names[0], index))
        if last is None:
            continue
        first = _first(page.blocks, last)
        run = [first, *_behind(page, first.block)]
        if len(run) == 1:
            run = _in_line(page, best.names[0], index) or _stated(page, first.name, index)
        names = [person.name for person in run]
        if 1 < len(set(names)) == len(names) <= _MOST:
            return joined(ranked, names, [person.block for person in run])
    return ranked


def _last(blocks: Sequence[Block], named: Person) -> Person | None:
    """The last of the persons in the lines above, a comma behind each but the last, where ``named`` is their
    university or paper; else ``named``, or None where that is no person."""
    above = named.block - 1
    if above > 0 and _is_open(blocks[above - 1]) and not _is_open(blocks[above]):
        name = _alone(blocks[above].text)
        if name and _alone(blocks[above - 1].text):
            return Person(name, above)
    return named if is_person(named.name) else None


def _first(blocks: Sequence[Block], person: Person) -> Person:
    """The first of the persons, a comma behind each, in the lines that go on with ``person``."""
    index = person.block
    while index and _is_open(blocks[index - 1]) and (name := _alone(blocks[index - 1].text)):
        index -= 1
        person = Person(name, index)
    return person


def _behind(page: Page, index: int) -> Iterator[Person]:
    """The persons with whom a byline goes on below a block above the text."""
    blocks = page.blocks
    if index >= signs_of(page).core.first:
        return
    while following := _next(blocks, index):
        yield following
        index = following.block


def _next(blocks: Sequence[Block], index: int) -> Person | None:
    """The person in the line with which a byline goes on; None if it does not: the line before has to end
    with a comma, or to be "and" or an account."""
    ends_open, words = _is_open(blocks[index]), byline_words()
    for at in range(index + 1, min(index + 1 + _GAP, len(blocks))):
        text = blocks[at].text.strip()
        before = blocks[at - 1].text.strip()
        is_next = at == index + 1 and ends_open
        is_behind = at > index + 1 and (_ACCOUNT.fullmatch(before) or before.casefold() in words.conjunctions)
        if (is_next or is_behind) and (name := _alone(text)):
            return Person(name, at)
        if not text or len(text) > _LONGEST:
            return None
    return None


def _is_open(block: Block) -> bool:
    """Whether a line ends with a comma."""
    return block.text.rstrip()[-1:] in COMMAS


def _alone(text: str) -> str:
    """The person that a short line names alone, a comma and a degree aside; else ""."""
    line = read_line(text) if 1 < len(text) <= _LONGEST else None
    if line is None or line.shape != "bare" or len(line.names) != 1 or not is_person(line.names[0]):
        return ""
    name = line.names[0]
    return name if text.startswith(name) and text[len(name) : len(name) + 1] in ("", *COMMAS) else ""


def _in_line(page: Page, name: str, index: int) -> list[Person]:
    """The persons of a line that has a mail address behind each, or an affiliation at its end, which is known
    from the end of another line. Else []."""
    text = page.blocks[index].text
    if text.count("@") > 1 and len(text) <= _LONGEST_MAILED:
        named = [found[-1:] for part in _MAIL.findall(text) if (found := read_names(part))]
        names = [each for (each,) in named if is_person(each)]
        return [Person(each, index) for each in names] if name in names else []
    line = read_line(text) if len(text) <= _LONGEST_MAILED else None
    if line is None or len(line.names) < _LEAST_IN_LINE or line.names[0] != name:
        return []
    place = f", {line.names[-1]}"
    is_place = any(each.text.endswith(place) and name not in each.text for each in page.blocks)
    return [Person(each, index) for each in line.names[:-1]] if is_place and text.endswith(place) else []


def _stated(page: Page, name: str, index: int) -> list[Person]:
    """The persons of a list in the markup, if each stands alone near ``name``; else []."""
    near = page.blocks[max(index - _GAP, 0) : index + 1 + _MOST]
    alone = {block.text.strip(): block.index for block in reversed(near) if len(block.text) <= _LONGEST}
    for fact in stated_by_markup(page, Field.AUTHORS):
        if fact.source in _FROM_ANYWHERE:
            continue
        assert not isinstance(fact.value, str)
        if not 1 < len(fact.value) <= _MOST or name not in fact.value or not all(map(is_person, fact.value)):
            continue
        places = {each: index if each == name else alone.get(each, -1) for each in fact.value}
        if min(places.values()) >= 0:
            return [Person(each, block) for each, block in places.items()]
    return []
