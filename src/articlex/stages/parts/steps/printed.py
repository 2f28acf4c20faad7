"""The sections in a path of raw page text, whose steps have no links that tell where it begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.data.labels import meaning_of
from articlex.facts import best_value
from articlex.page import Block, Field, Page, Role
from articlex.placeholders import is_no_section, may_be_unfilled
from articlex.punctuation import COLONS
from articlex.regex import regex
from articlex.signs import headline_block
from articlex.signs.path_steps import MAX_STEP, MAX_STEPS, STEP_SIGNS
from articlex.stages.parts.steps.stacked import SIGNS, from_home, parted_by_lines
from articlex.titles.page_site import page_site
from articlex.titles.site_names import says_site
from articlex.tokens import fold, word_count

_BREADCRUMB = Role.BREADCRUMB  # see articlex.page

_STEP_END = regex(rf"\s*(?:->|[{STEP_SIGNS}])+\s*")
#: What ends a step only in a path from the home page, or to the title: menus and lists have it, too.
_WEAK_END = regex(r"\s+[·•|\\–—-]\s+|\s*/\s*")
#: A label before the first step, "You are here: Home", and a picture of a text browser: "[logo] Home".
_LABEL = regex(rf"^[^{''.join(COLONS)}]{{1,30}}[{''.join(COLONS)}]\s*")
_PICTURE = regex(r"\[[^\[\]]*\]")
#: Reasons of the marks on a path in one line.
_PATHS = frozenset(("path", "printed-path"))
#: Blocks above the headline in which an unmarked path in one line stands, and below it the headline in full.
_NEAR, _BELOW = 8, 40
#: The end of a step that a template has cut short, and characters of the shortest.
_CUT, _LEAST_CUT = "….", 12
#: Lines below that of the home page, at most, which are sections though the title is not printed twice.
_MOST_STACKED = 2
#: Words of a section, at most, and of a title, at least, that a block repeats.
_MOST_WORDS, _LEAST_TITLE = 6, 4


def printed_sections(page: Page) -> tuple[tuple[str, ...], int]:
    """The sections in the first path that has some, and the block where it ends; ((), -1) without one."""
    title = fold(best_value(page, Field.TITLE))
    for index, steps in _paths(page, title):
        if sections := _between(page, index, steps, title):
            return sections, index
    return (), -1


def _paths(page: Page, title: str) -> Iterator[tuple[int, list[str]]]:
    """(block, steps) of the paths: those that are marked, then those above the headline."""
    for mark in page.marks:
        if mark.role is _BREADCRUMB and mark.reason in _PATHS:
            yield mark.block, _of_line(page.blocks[mark.block], title)
    headline = headline_block(page)
    if headline <= 0 or not title:
        return
    for block in page.blocks[max(0, headline - _NEAR) : headline + 1]:
        steps = _of_line(block, title)
        if len(steps) > 1 and _is_home(steps[0]) and _says(steps[-1], title):
            yield block.index, steps
    yield from parted_by_lines(page.blocks, headline)
    steps = from_home(page.blocks, headline)
    if steps and (_says(steps[-1], title) or _may_be_path(steps[1:])):
        yield headline, steps


def _may_be_path(names: Sequence[str]) -> bool:
    """Whether the few lines between that of the home page and the headline may be sections, not a menu with
    entries like "Contact"."""
    are_names = all(any(map(str.isalpha, name)) and not may_be_unfilled(name) for name in names)
    return len(names) <= _MOST_STACKED and are_names and not any(map(meaning_of, names))


def _of_line(block: Block, title: str) -> list[str]:
    """The steps in a line: between signs, or its links."""
    line = " ".join(_PICTURE.sub(" ", block.text).split())
    if len(steps := _cleaned(_STEP_END.split(line))) > 1:
        return steps
    if block.links > 1:
        return _cleaned([run.text for run in block.runs])
    steps = _cleaned(_WEAK_END.split(line))
    return steps if steps and (_is_home(steps[0]) or _says(steps[-1], title)) else []


def _cleaned(steps: Sequence[str]) -> list[str]:
    """The steps without signs at their ends, and the first without the label in front of it."""
    found = [step.strip(SIGNS) for step in steps if step.strip(SIGNS)]
    if found and _is_home(bare := _LABEL.sub("", found[0])):
        found[0] = bare
    return found


def _between(page: Page, index: int, steps: Sequence[str], title: str) -> tuple[str, ...]:
    """The steps between the first, which is the home page or the site, and the page itself; () if one is too
    long to be the name of a section."""
    names = [name for name in map(_before_text, steps) if name]
    if not 2 <= len(steps) <= MAX_STEPS or len(set(names)) < len(names):
        return ()  # a menu
    own = next((place for place, name in enumerate(names) if place and _says(name, title)), len(names))
    if own == len(names) > 1 and _begins_below(page, index, names[-1]):
        own -= 1
    names = names[1:own]
    if names and says_site(names[0], page_site(page)):
        names = names[1:]
    if any(len(name) > MAX_STEP or word_count(name) > _MOST_WORDS or name[-1] in _CUT for name in names):
        return ()
    return tuple(name for name in names if not is_no_section(name))


def _before_text(step: str) -> str:
    """A step before the word for the text itself: "天津新闻 正文"."""
    words = step.split()
    end = next((place for place, word in enumerate(words) if is_no_section(word)), len(words))
    return " ".join(words[:end])


def _is_home(step: str) -> bool:
    return meaning_of(step) == "home"


def _says(step: str, title: str) -> bool:
    """Whether a step is the title, perhaps cut short."""
    key = fold(step.rstrip(_CUT))
    return bool(key) and (title == key or (len(key) > _LEAST_CUT and title.startswith(key)))


def _begins_below(page: Page, index: int, step: str) -> bool:
    """Whether a long step is the page under another title, with which a block below begins."""
    key = fold(step.rstrip(_CUT))
    below = page.blocks[index + 1 : index + _BELOW]
    return word_count(key) >= _LEAST_TITLE and any(fold(block.text).startswith(key) for block in below)
