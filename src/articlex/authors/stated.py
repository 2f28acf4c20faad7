"""Candidates that the markup states, and owners of the site, who may be the authors of its pages."""

from __future__ import annotations

from articlex.authors.gathering import CLASS, Gathering
from articlex.bylines.lines import read_line
from articlex.bylines.names import read_names
from articlex.bylines.persons import is_caseless, is_person
from articlex.copyright_notices import has_notice, holder
from articlex.facts import stated_by_markup
from articlex.page import Fact, Field, Form
from articlex.page_kinds import page_kind
from articlex.ranking import binned
from articlex.titles.trim import split_title
from articlex.tokens import fold

#: Sources that list everybody who wrote on the page, in the order of the page.
_LISTING = frozenset(("microdata", "json-ld", "rdfa"))
#: Blocks from one author in an element of its own to the next who wrote with them, and such authors, at most.
_BESIDE, _MOST_JOINED = 2, 12
#: Last blocks of a page among which its copyright notice stands, and characters of the longest notice.
_FOOT, _NOTICE = 12, 100
#: Characters of the longest name of a copyright holder who is no person.
_OWNER = 40


def add_facts(found: Gathering) -> None:
    """Add what each source of the markup states."""
    seen: dict[str, int] = {}
    printed: list[Fact] = []
    for fact in stated_by_markup(found.page, Field.AUTHORS):
        if not fact.value:
            continue
        assert not isinstance(fact.value, str)
        candidate = found.entry(fact.value)
        candidate.facts.append(fact)
        source = fact.source if fact.reason != "json-ld-page" else fact.reason
        order = seen[source] = seen.get(source, 0) + 1
        candidate.features.add(f"from:{source}")
        if fact.source in _LISTING and len(fact.value) > 1:
            # The first may have started the thread, or asked the question.
            first = found.entry(fact.value[:1])
            first.among = first.among or fact
            first.features.add(f"first-of:{fact.source}")
            first.features.add(f"first-of:{binned(len(fact.value), (2, 4))}")
        if fact.source == CLASS:
            printed.append(fact)
            candidate.features.add(f"class:{binned(order, (1, 2, 4))}")
            _add_element(found, fact)
    _join(found, printed)


def _add_element(found: Gathering, fact: Fact) -> None:
    """Add features of an element whose class says that it names the author, and its text read as a byline."""
    if fact.block is None or fact.block >= len(found.page.blocks):
        return
    assert not isinstance(fact.value, str)
    candidate = found.entry(fact.value, fact.block)
    places = set(found.placed("class", fact.block))
    line = read_line(fact.raw)
    candidate.features |= places
    candidate.features.add(f"class-line:{line.shape if line else 'none'}")
    if line and line.names != fact.value:
        again = found.entry(line.names, fact.block)
        again.features |= places
        again.features.add(f"class-as-line:{line.shape}")


def _join(found: Gathering, facts: list[Fact]) -> None:
    """Add one candidate of all authors who stand in elements of their own, side by side."""
    run: list[Fact] = []
    for fact in [*facts, None]:
        if fact and run and _is_beside(run[-1], fact):
            run.append(fact)
            continue
        if 1 < len(run) <= _MOST_JOINED:
            names = {fold(name): name for each in run for name in each.value}
            if len(names) > 1:
                blocks = (each.block for each in run if each.block is not None)
                found.entry(tuple(names.values()), *blocks).features.add("joined-class")
        run = [fact] if fact else []


def _is_beside(before: Fact, fact: Fact) -> bool:
    """Whether the block of a fact is that of the fact before it, or one of the next two."""
    if before.block is None or fact.block is None:
        return False
    return 0 <= fact.block - before.block <= _BESIDE


def add_owner(found: Gathering) -> None:
    """Add persons whom the site is named after, or who hold its copyright."""
    page = found.page
    # The <title> of a thread names the section of the board.
    is_thread = page_kind(page).kind == "forum"
    parts = () if is_thread else split_title(page.markup.title).parts[1:]
    persons = [part for part in parts if is_person(part)]
    # In a script without capitals tags look like persons, and several in one <title> are tags.
    if len(persons) == 1 or not all(map(is_caseless, persons)):
        for part in persons:
            found.entry((part,)).features.add("owner:title")
    # Facts of later stages are left out, or a second run would weigh more than the first.
    for fact in stated_by_markup(page, Field.SITENAME):
        if is_person(str(fact.value)):
            found.entry((str(fact.value),)).features.add("owner:site")
    add_notice(found)


def add_notice(found: Gathering) -> None:
    """Add the copyright holder by the notice at the foot: a person, in raw page text any short name."""
    page = found.page
    for block in page.blocks[-_FOOT:]:
        if len(block.text) >= _NOTICE or not has_notice(block.text):
            continue
        name = holder(block.text)
        if is_person(name):
            found.entry((name,)).features.add("owner:notice")
        elif page.form is Form.TEXT and (names := _owner(name)):
            found.entry(names).features.add("owner:notice-other")


def _owner(holder: str) -> tuple[str, ...]:
    """The one short name in a notice; a word is none where more follow: "Council for Harbours"."""
    names = read_names(holder)
    if len(names) != 1 or len(names[0]) > _OWNER:
        return ()
    return () if " " not in names[0] and holder.startswith(f"{names[0]} ") else names
