"""Breadcrumbs: the path from the home page to this one, "Home > News > Asia", and the sections that it names.

The line that names the wiki of a page is marked as one too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from articlex.data.labels import meaning_of
from articlex.options import Options
from articlex.page import Block, Fact, Field, Form, Mark, Page, Role
from articlex.placeholders import is_no_section
from articlex.regex import regex
from articlex.signs import Place, Signs, signs_of
from articlex.signs.path_steps import MAX_APART, MAX_STEP, MAX_STEPS, STEP_SIGNS
from articlex.signs.wiki_source import REASON, wiki_source_lines
from articlex.stages.contract import Output, Stage
from articlex.titles.trim import clean_title, split_title, trailed_steps
from articlex.tokens import fold

_UNKNOWN, _BREADCRUMB = Role.UNKNOWN, Place.BREADCRUMB  # see articlex.page

REASONS = {
    "breadcrumb-element": "The block stands in an element that is named a breadcrumb.",
    "path": "The block is a path with separators that begins with the home page.",
    "printed-path": "The block is a path whose first step is in a menu above, or whose last is the title.",
    "steps": "One of several lines with separators between them, the first of which is the home page.",
    REASON: "The line says which wiki the page is from.",
    "printed": "It is a step of the path that the page prints.",
}

#: Characters of the longest path in one line, and lines of one that has several.
_MAX_CHARS, _MAX_LINES = 200, 14
#: The title that is the last step of a path stands within so many blocks below.
_HEAD = 40
#: A path below running text stands among so many blocks, above the densest text. Of the 24 that were found so
#: on every second page of the corpora all but a formula, which has braces, are paths.
_FAR = 60
#: A path whose first step is no known name of a home page has more steps, and its title is nearer.
_LEAST_STEPS, _NEAR = 3, 5
#: Signs of code and formulas.
_OF_CODE = frozenset("<{")
#: So many lines that may be such paths are checked; a page has one or two.
_MOST_TRIED = 8

_SEPARATOR = regex(rf"\s*[{STEP_SIGNS}/|\\·•]+\s*|\s+[-–—]\s+")
#: What surely ends a step. (Names of sections have bars and strokes in them, and bars part menus.)
_STEP_END = regex(rf"\s*[{STEP_SIGNS}]+\s*|\s+/\s+|^/\s+|\s+/$")
_HAS_SIGN = regex(f"[{STEP_SIGNS}/]")
_WEAK = frozenset("| • · - – —".split())
_SIGNS = frozenset((*STEP_SIGNS, *"/ | \\ · • - – — :: >>".split()))


def run(page: Page, options: Options) -> Output:
    """Mark breadcrumbs and state the sections in them. Without a named element they stand above the text."""
    signs = signs_of(page)
    marks = list(_marks(page, signs))
    yield from marks
    marked = {mark.block for mark in marks}
    for index in wiki_source_lines(page, signs.elements, signs.first):
        if index not in marked and page.role(index) is Role.UNKNOWN and not signs.prose[index]:
            marked.add(index)
            yield Mark(index, Role.BREADCRUMB, REASON, 0.85)
    yield from _printed_paths(page, signs, marked)
    sections = _sections(page, [mark.block for mark in marks])
    if not sections and page.form is Form.HTML:
        sections = _linked(page, [mark.block for mark in marks if mark.reason == "breadcrumb-element"])
    if sections:
        yield Fact(Field.CATEGORIES, sections, "breadcrumb", " > ".join(sections), "printed", 0.4)


def _linked(page: Page, named: Sequence[int]) -> tuple[str, ...]:
    """The sections that links in elements named breadcrumbs lead to; ``named`` are the blocks of those."""
    if not named or any(page.blocks[index].text in _WEAK for index in named):
        return ()  # none, or a menu
    # Raw page text does not wait for what reads links.
    from articlex.stages.parts.steps.linked import linked_sections

    return linked_sections(page, named)


def _marks(page: Page, signs: Signs) -> Iterator[Mark]:
    """Mark breadcrumbs by their element, by the line "Home" that begins one, and as a path in one line."""
    for index in signs.at[Place.BREADCRUMB]:
        if page.role(index) is Role.UNKNOWN and not signs.prose[index]:
            yield Mark(index, Role.BREADCRUMB, "breadcrumb-element", 0.95)
    done = -1
    for block in page.blocks[: _end_of_head(signs)]:
        index = block.index
        if index <= done or page.role(index) is not _UNKNOWN or signs.places[index] is _BREADCRUMB:
            continue
        if signs.labels[index] == "home" and index < signs.first:
            done = _last_step(page, signs, index)
            steps = (step for step in range(index, done + 1) if signs.places[step] is not _BREADCRUMB)
            free = (step for step in steps if page.role(step) is _UNKNOWN)
            yield from (Mark(step, Role.BREADCRUMB, "steps", 0.85) for step in free)
        elif len(block.text) <= _MAX_CHARS and (_is_path(block.text) or _is_first_path(page, block)):
            yield Mark(index, Role.BREADCRUMB, "path", 0.9)


def _end_of_head(signs: Signs) -> int:
    """Where the blocks end in which a path in one line may stand: a notice about cookies, which is running
    text, may stand above it."""
    return max(signs.first, min(signs.core.first, _FAR))


def _printed_paths(page: Page, signs: Signs, marked: Collection[int]) -> Iterator[Mark]:
    """Mark paths above the running text, in any language, whose steps the page prints elsewhere too."""
    tried = 0
    for block in page.blocks[: _end_of_head(signs)]:
        index = block.index
        if index in marked or page.role(index) is not _UNKNOWN or len(block.text) > _MAX_CHARS or block.level:
            continue  # a heading may have the names of its section's parts: "Account / Payee"
        if tried < _MOST_TRIED and (steps := _possible_path(block)):
            tried += 1
            if _is_printed_elsewhere(page, index, steps):
                yield Mark(index, Role.BREADCRUMB, "printed-path", 0.85)


def _sections(page: Page, marked: Sequence[int]) -> tuple[str, ...]:
    """The steps between the home page and the page itself, of the first path that begins at the home page:
    "Home > News > Asia > The bridge" → ("News", "Asia").

    Behind the page itself may stand a link back, or to the page in another language.
    """
    path: list[int] = []
    steps: list[str] = []
    for index in marked:
        block = page.blocks[index]
        if path and block.text in _WEAK:
            return ()  # a menu
        found = [] if block.text in _SIGNS else _steps(block)
        begins = bool(found) and meaning_of(found[0]) == "home"
        if path and (begins or index - path[-1] > MAX_APART):
            break  # another path, or the same once more for narrow screens
        if begins or path:
            path.append(index)
            steps += found
    if not 2 <= len(steps) <= MAX_STEPS or max(map(len, steps)) > MAX_STEP:
        return ()
    own = _place_of_this_page(page, steps)
    if own == len(steps) and _ends_in_this_page(page, path[-1], steps[-1]):
        own -= 1
    return tuple(dict.fromkeys(step for step in steps[1:own] if not is_no_section(step)))


def _place_of_this_page(page: Page, steps: Sequence[str]) -> int:
    """The place of the step that is the page itself; the number of steps if none is.

    It is the first that reads like the <title> or its first part. Where the <title> lists sections behind
    that, steps that follow in the path may read like those: then it is the last of them.
    """
    whole = clean_title(page.markup.title)
    parts = [fold(part) for part in split_title(whole).parts]
    titles = {fold(whole), parts[0]} - {""}
    own = next((place for place, step in enumerate(steps) if place and fold(step) in titles), len(steps))
    while own + 1 < len(steps) and fold(steps[own + 1]) in parts[1:]:
        own += 1
    return own


def _steps(block: Block) -> list[str]:
    """The steps in a block. A block that is one link is one step, whatever signs are in it."""
    if len(block.runs) == 1 and block.runs[0].href is not None:
        return [block.text]
    line = " ".join(block.text.partition("\n")[0].split())
    return [step for step in _STEP_END.split(line) if step]


def _ends_in_this_page(page: Page, index: int, step: str) -> bool:
    """Whether the last ``step`` of a path, in block ``index``, is the page itself: in HTML it has no link, or
    a block below it begins with the step, which the path may have cut short."""
    block = page.blocks[index]
    if page.form is Form.HTML and not (block.runs and block.runs[-1].href):
        return True
    key = fold(step.rstrip("….")) or step
    return any(fold(after.text).startswith(key) for after in page.blocks[index + 1 : index + 1 + _HEAD])


def _is_path(text: str) -> bool:
    """Whether a text is a path that begins with a label for the home page: "Home > News > Asia"."""
    if not _HAS_SIGN.search(text):
        return False
    steps = _SEPARATOR.split(text)
    known = meaning_of(steps[0]) == "home"
    return known and 2 <= len(steps) <= MAX_STEPS and all(len(step) <= MAX_STEP for step in steps)


def _is_first_path(page: Page, block: Block) -> bool:
    """Whether a block is the first line of raw page text, and a path with a stroke behind each step."""
    return block.index == 0 and page.form is Form.TEXT and bool(trailed_steps(block.text))


def _possible_path(block: Block) -> list[str]:
    """The folded steps of a line that may be a path in any language, [] if it cannot be one."""
    if not _HAS_SIGN.search(block.text) or not _OF_CODE.isdisjoint(block.text):
        return []
    steps = [fold(step) for step in _steps(block)]
    is_path = _LEAST_STEPS <= len(steps) <= MAX_STEPS and all(0 < len(step) <= MAX_STEP for step in steps)
    return steps if is_path else []


def _is_printed_elsewhere(page: Page, index: int, steps: Sequence[str]) -> bool:
    """Whether the first of ``steps`` and another one stand alone in lines above, as entries of a menu, or the
    last one stands below, as title. A label may stand before the first one ("You are here: ...")."""
    below = page.blocks[index + 1 : index + 1 + _NEAR]
    if any(fold(following.text) == steps[-1] for following in below):
        return True
    lines = (line for above in page.blocks[:index] for line in above.lines or (above.text,))
    menu = {fold(entry) for line in lines for entry in line.split("\t")} - {""}
    first = steps[0] in menu or any(steps[0].endswith(f" {entry}") for entry in menu)
    return first and not menu.isdisjoint(steps[1:])


def _last_step(page: Page, signs: Signs, home: int) -> int:
    """The last line of a path that has each step and each separator on a line; ``home - 1`` if it is none."""
    last = home - 1
    index = home
    while index + 1 < min(signs.first, home + _MAX_LINES) and page.blocks[index + 1].text in _SIGNS:
        last = index + 1
        index += 2
        if index < signs.first and len(page.blocks[index].text) <= MAX_STEP:
            last = index
    return last


STAGE = Stage(name="breadcrumb", run=run, reasons=REASONS, sets=frozenset({Role.BREADCRUMB}))
