"""What the markup ties to the body: notes, formulas, headings, captions, terms, attributions, items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from articlex.options import Options
from articlex.page import KEPT, Block, Form, Kind, Mark, Page, Role, Run, Style, Wrap, stands_in
from articlex.read.html.formulas.equations import EQUATION_NUMBER
from articlex.signs import signs_of
from articlex.signs.boxes import BOX_WORDS, TITLE_WORDS, is_box_title
from articlex.signs.quotations import in_quotation
from articlex.signs.summaries import is_summary
from articlex.stages.contract import Output, Stage
from articlex.stages.parts.announced_lists import Announced, announced_lists, is_announced
from articlex.stages.parts.cited_notes import cited_notes
from articlex.stages.parts.definitions import definitions_left_out
from articlex.stages.parts.ingredients import listed_ingredients
from articlex.stages.parts.left_out import (
    LEFT_OUT,
    NAMELESS,
    Whole,
    boxes_left_out,
    code_box,
    follows,
    headings_left_out,
    is_beside_section,
    leads_left_out,
    lists_left_out,
    sentences_left_out,
)
from articlex.stages.parts.like_elements import Alike, like_elements, like_links
from articlex.stages.parts.lines_of_a_class import lines_left_out
from articlex.stages.parts.openings import openings_left_out
from articlex.stages.parts.pictures.captions import picture_captions
from articlex.stages.parts.posts.live_entries import live_entries
from articlex.stages.parts.posts.timed_entries import timed_entries
from articlex.stages.parts.sisters import Sisters, sisters_left_out
from articlex.stages.parts.speakers import speakers_left_out
from articlex.stages.parts.standfirsts import standfirst
from articlex.stages.parts.title_sections import title_sections
from articlex.tokens import fold

_LIST, _FOOTNOTE = Wrap.LIST, Wrap.FOOTNOTE  # see articlex.page
_ITEM = Kind.LIST_ITEM  # see articlex.page

REASONS = {
    "note": "The sign of the footnote stands in a block of the body.",
    "formula": "The formula stands on a line of its own between blocks of the body.",
    "code": "The code stands between blocks of the body.",
    "sample": "The code stands in an element with a section of the body, that begins with its heading.",
    "summary": "The block is the summary of details that are part of the body.",
    "term": "The definition that follows the term is part of the body.",
    "definition": "The term right above the definition is part of the body.",
    "caption": "The block is the caption of a table that is part of the body.",
    "item": "The item is in a plain list, at least half of it kept: between kept items, or inside the text.",
    "like": "The block is between kept ones of a group of like elements, of which at least half are kept.",
    "part": "Another part of a small element is kept, and so are half of the blocks that look like this one.",
    "title": "The heading opens an element, in which the next block is part of the body.",
    "figure": "The figure opens a small element, in which the caption below it is part of the body.",
    "list": "The list or table without links follows a block of the body, and goes on or ends a text.",
    "announced": "The block is in a list inside the text that a block of the body announces with a colon.",
    "lead": "The line announces code, a list or a table of the body in the same element.",
    "line": "Lines of the same class stand above other blocks of the body, as this one does.",
    "box": "The block stands in an admonition that follows a block of the body, inside the text.",
    "amid": "The sentence without a link stands between blocks of the body, in the element around them.",
    "heading": "The heading without a link stands inside the text, above a block of the body or near one.",
    "section": "The heading repeats the title or comes close to it, between blocks of the body.",
    "standfirst": "The block right below the headline is in an element that is named a standfirst.",
    "box-title": "The short block is the title of an admonition, of which the rest is part of the body.",
    "picture-caption": "The short block beside a kept picture or table is its caption by class, or a credit.",
    "attribution": "The short block ends a quotation of which the rest is part of the body.",
    "speaker": "The line below a quotation that is part of the body says who is quoted.",
    "ingredients": "The block stands in a list of ingredients above steps, or is one of these.",
    "entry": "The block is in an entry of a live report, or is the time or headline of one that is kept.",
}

#: Characters of the longest attribution: a name, a work, a date.
_ATTRIBUTION = 120
#: The other blocks of a quotation or of details are sought so many blocks before and after one.
_REACH = 50

#: Kinds of blocks, and structures around blocks, that may be attached to other blocks.
_ALONE = frozenset({Kind.MATH, Kind.CODE, Kind.TERM, Kind.CAPTION})
_WRAPS = frozenset({Wrap.FOOTNOTE, Wrap.DETAILS, Wrap.QUOTE})
#: What belongs to kept text on both sides, with the reason.
_ON_BOTH_SIDES = {Kind.MATH: "formula", Kind.CODE: "code"}

#: Reasons that do not make an item of a list inside the text part of a menu or of a list of stories: of 15
#: such items in lists of which at least half is kept 15 are gold, and 33 of 34 without a name.
_NO_NAMES = frozenset({"link-run", "reading-line"})

#: By what the blocks are, the last run of blocks that was passed over on the way to kept ones.
_Runs = dict[str, range]


def run(page: Page, options: Options) -> Output:
    """Mark what belongs to the kept blocks, what belongs to that, and captions of kept pictures."""
    added = {mark.block: mark for mark in _added(page)}
    for index in (*live_entries(page), *timed_entries(page)):
        added.setdefault(index, Mark(index, Role.BODY, "entry", 0.8))
    for index in standfirst(page):
        added.setdefault(index, Mark(index, Role.BODY, "standfirst", 0.8))
    for index in title_sections(page):
        added.setdefault(index, Mark(index, Role.BODY, "section", 0.8))
    for block in listed_ingredients(page):
        if page.role(block.index) in NAMELESS:
            added.setdefault(block.index, Mark(block.index, Role.BODY, "ingredients", 0.8))
    kept = added.keys() | {mark.block for mark in page.marks if mark.role is Role.BODY}
    for index in lines_left_out(page, kept, NAMELESS) if kept else ():
        added.setdefault(index, Mark(index, Role.BODY, "line", 0.8))
    # What looks like the lines around it may be the caption of a picture, as those are.
    captions = [i for i in picture_captions(page) if i not in added or added[i].reason == "like"]
    yield from (mark for index, mark in added.items() if index not in captions)
    yield from (Mark(index, Role.CAPTION, "picture-caption", 0.8) for index in captions)


def _added(page: Page) -> Iterator[Mark]:
    """Mark what belongs to the kept blocks, then what belongs to those too, until nothing more does."""
    kept = {mark.block for mark in page.marks if mark.role in KEPT and mark.reason != "picture-caption"}
    if not kept:
        return
    first, last = min(kept), max(kept)
    prose = signs_of(page).prose
    left_out = _LeftOut(
        headings_left_out(page, first),
        [
            *openings_left_out(page, first),
            *((index, term, "definition") for index, term in definitions_left_out(page)),
            *((index, citing, "note") for index, citing in cited_notes(page)),
            *((index, quotation, "speaker") for index, quotation in speakers_left_out(page)),
        ],
        sentences_left_out(page),
        list(lists_left_out(page)),
        list(announced_lists(page)),
        dict(leads_left_out(page)),
        [box for box in boxes_left_out(page) if box.after <= last],
        [*like_elements(page), *like_links(page, range(first, last))],
        [*sisters_left_out(page, range(first, last))],
        _plain_lists(page),
        max((index for index in kept if prose[index]), default=-1),
        _shaped(page),
    )
    while found := left_out.tied_to(page, kept):
        for index, reason in found.items():
            yield Mark(index, Role.BODY, reason, 0.8)
        kept |= found.keys()


class _LeftOut(NamedTuple):
    """What was left out and may be tied to kept blocks."""

    #: The headings, each with what stands below it, and the sentences, each with its siblings.
    headings: Mapping[int, frozenset[int]]
    #: What opens an element, definitions, notes and who is quoted, each with a block that it belongs to, and
    #: the reason.
    pairs: Sequence[tuple[int, int, str]]
    sentences: Mapping[int, frozenset[int]]
    #: The lists and tables that were left out whole, the lists that a line announces with a colon, what
    #: announces a list or code, each with the block below it, and the boxes inside the text.
    lists: Sequence[Whole]
    announced: Sequence[Announced]
    leads: Mapping[int, int]
    boxes: Sequence[Whole]
    #: The groups of like elements, and of like links, and the parts of small elements.
    alike: Sequence[Alike]
    sisters: Sequence[Sisters]
    #: The blocks of each list of items alone, the last kept running text, and the blocks that may be tied to
    #: others by what they are.
    items: Sequence[Sequence[Block]]
    last_prose: int
    shaped: Sequence[Block]

    def tied_to(self, page: Page, kept: set[int]) -> dict[int, str]:
        """The blocks that belong to those in ``kept``, with the reason of each, the last one that holds."""
        boxed = (index for box in self.boxes if box.before in kept for index in box.items)
        listed = (index for one in self.lists if follows(page, one, kept) for index in one.items)
        announced = (index for one in self.announced if is_announced(one, kept) for index in one.left_out)
        reasons: dict[int, str] = {
            **{index: reason for index, other, reason in self.pairs if other in kept},
            **dict.fromkeys((index for index, below in self.headings.items() if below & kept), "heading"),
            **dict.fromkeys((index for index, beside in self.sentences.items() if beside <= kept), "amid"),
            **dict.fromkeys(listed, "list"),
            **dict.fromkeys(announced, "announced"),
            **dict.fromkeys((index for index, below in self.leads.items() if below in kept), "lead"),
            **dict.fromkeys(boxed, "box"),
            **dict.fromkeys((index for each in self.sisters for index in each.kept_by(kept)), "part"),
            **dict.fromkeys(_between(self.alike, kept), "like"),
            **dict.fromkeys(_items(page, self.items, kept, self.last_prose), "item"),
            **dict(_attached(page, self.shaped, kept)),
        }
        return {
            index: reason
            for index, reason in reasons.items()
            if index not in kept and not _says_again(page, index, kept)
        }


def _shaped(page: Page) -> list[Block]:
    """The blocks left over that may be attached to others because of what they are."""
    elements = signs_of(page).elements
    boxes = elements.are_called(BOX_WORDS) and elements.are_called(TITLE_WORDS)
    return [
        block
        for block, mark in zip(page.blocks, page.marks, strict=True)
        if mark.role in NAMELESS
        and (
            block.kind in _ALONE
            or (block.within and not _WRAPS.isdisjoint([container.wrap for container in block.within]))
            or (boxes and is_box_title(block, page.nodes))
        )
    ]


def _plain_lists(page: Page) -> list[list[Block]]:
    """The blocks of each list that holds nothing but items."""
    lists: dict[int, list[Block]] = {}
    mixed: set[int] = set()
    for block in page.blocks:
        is_item = block.kind is _ITEM
        for container in block.within:
            if container.wrap is _LIST:
                if is_item:
                    lists.setdefault(container.id, []).append(block)
                else:
                    mixed.add(container.id)
    return [found for number, found in lists.items() if number not in mixed]


def _items(page: Page, lists: Iterable[Sequence[Block]], kept: set[int], last_prose: int) -> Iterator[int]:
    """Items that were left out of a list of which at least half is kept: all of them if the block before the
    list is kept and the ``last_prose`` stands below it, else those between kept items."""
    for blocks in lists:
        held = [block.index for block in blocks if block.index in kept]
        if len(held) == len(blocks) or 2 * len(held) < len(blocks):
            continue
        if blocks[-1].index < last_prose and _text_before(page, blocks[0].index) in kept:
            yield from (block.index for block in blocks if _may_be_item(page.marks[block.index]))
        else:
            between = (block.index for block in blocks if held[0] < block.index < held[-1])
            yield from (index for index in between if page.role(index) in NAMELESS)


def _between(groups: Iterable[Alike], kept: set[int]) -> Iterator[int]:
    """What was left out between kept blocks of its group, of which at least half are kept."""
    for blocks, left_out in groups:
        held = [index for index in blocks if index in kept]
        if held and 2 * len(held) >= len(blocks):
            yield from (index for index in left_out if held[0] < index < held[-1])


def _text_before(page: Page, index: int) -> int:
    """The nearest block with text before one, -1 if there is none."""
    return next((place for place in range(index - 1, -1, -1) if page.blocks[place].text), -1)


def _says_again(page: Page, index: int, kept: set[int]) -> bool:
    """Whether a heading says what the last kept block above it says.

    On the annotated pages 31 such headings stand below a line or heading with their words; gold has 28 of
    them once, on eight pages, and three twice, on one.
    """
    heading = page.blocks[index]
    if not heading.level:
        return False
    before = (page.blocks[place] for place in range(index - 1, max(-1, index - _REACH), -1))
    above = next((block.text for block in before if block.text and block.index in kept), "")
    return fold(above) == fold(heading.text) != ""


def _may_be_item(mark: Mark) -> bool:
    return mark.role in NAMELESS or mark.reason in _NO_NAMES


def _attached(page: Page, shaped: Sequence[Block], kept: set[int]) -> Iterator[tuple[int, str]]:
    """(block, reason) of the ``shaped`` blocks that belong to those in ``kept`` and are not among them."""
    has_notes = any(stands_in(block.within, _FOOTNOTE) for block in shaped)
    signs = {
        (run.href or "").rpartition("#")[2]
        for index in (kept if has_notes else ())
        for run in _runs(page.blocks[index])
        if run.style & Style.FOOTNOTE
    }
    runs: _Runs = {}
    for block in shaped:
        if block.index not in kept:
            reason = _reason(page, block, kept, signs, runs)
            if reason:
                yield block.index, reason


def _runs(block: Block) -> Iterable[Run]:
    """The runs of a block, or of the cells of its table."""
    if block.table is None:
        return block.runs
    return (run for row in block.table.rows for cell in row for run in cell.runs)


def _reason(page: Page, block: Block, kept: set[int], signs: set[str], runs: _Runs) -> str:
    """The reason for which ``block`` belongs to the blocks in ``kept``, "" if it does not.

    ``signs`` are the anchors of footnotes that the kept blocks refer to, ``runs`` as :func:`_run_around` has
    it.
    """
    if signs and any(c.wrap is _FOOTNOTE and c.label in signs for c in block.within):
        return "note"
    if block.kind is Kind.CAPTION:
        return _of_caption(page, block, kept)
    if block.kind is Kind.TERM:
        run = _run_around(page, block.index, "term", lambda each: each.kind is Kind.TERM, runs)
        return "term" if run.stop in kept and _is_defined(block, page.blocks[run.stop]) else ""
    if is_box_title(block, page.nodes):
        return "box-title" if block.index + 1 in kept else ""
    if block.kind in _ON_BOTH_SIDES:
        # Of ten such blocks of code in the corpora eight are gold, and the others are but for a sign.
        run = _run_around(page, block.index, "code", _is_code_or_formula, runs)
        if run.start - 1 not in kept or run.stop not in kept:
            run = code_box(page, block, kept)
        if run.start - 1 in kept and run.stop in kept:
            return _ON_BOTH_SIDES[block.kind]
        return "sample" if block.kind is Kind.CODE and is_beside_section(page, block, kept) else ""
    return _of_container(page, block, kept)


def _of_container(page: Page, block: Block, kept: set[int]) -> str:
    """The reason of a summary of kept details, or of a short block that ends a kept quotation; else ""."""
    if is_summary(block, page.nodes):
        return "summary" if _rest(page, block, Wrap.DETAILS) & kept else ""
    rest = _rest(page, block, Wrap.QUOTE) if len(block.text) <= _ATTRIBUTION else set()
    return "attribution" if rest and rest <= kept and max(rest) < block.index else ""


def _of_caption(page: Page, block: Block, kept: set[int]) -> str:
    """Why a caption belongs to a kept table, or to a quotation before it in a figure; "" if it does not."""
    if block.tag == "table":
        return "caption" if block.index + 1 in kept else ""
    rest = _rest(page, block, Wrap.FIGURE)
    if not rest or not rest <= kept:
        return ""
    if all(page.blocks[index].kind is Kind.TABLE for index in rest):
        return "caption"
    is_last = max(rest) < block.index and len(block.text) <= _ATTRIBUTION
    return "attribution" if is_last and all(in_quotation(page.blocks[index]) for index in rest) else ""


def _is_defined(term: Block, after: Block) -> bool:
    """Whether the block ``after`` a term, or after all that share a definition, is that or stands in it."""
    within = term.within
    return after.kind is Kind.DEFINITION or bool(within and after.within[: len(within)] == within)


def _run_around(page: Page, index: int, what: str, is_alike: Callable[[Block], bool], runs: _Runs) -> range:
    """The block ``index`` with those on both sides of it up to the nearest that are not alike.

    The run is remembered in ``runs`` by ``what`` its blocks are: the others would look for the same ends.
    """
    run = runs.get(what)
    if run is None or index not in run:
        blocks = page.blocks
        first = next((i + 1 for i in range(index - 1, -1, -1) if not is_alike(blocks[i])), 0)
        stop = next((i for i in range(index + 1, len(blocks)) if not is_alike(blocks[i])), len(blocks))
        run = runs[what] = range(first, stop)
    return run


def _is_code_or_formula(block: Block) -> bool:
    """Whether a block is code, a formula, the number of one, or has no text, as a plot below its code."""
    if block.kind in (Kind.CODE, Kind.MATH) or not block.text:
        return True
    return EQUATION_NUMBER.fullmatch(block.text) is not None


def _rest(page: Page, block: Block, wrap: Wrap) -> set[int]:
    """Indices of the other blocks in the innermost container of the kind ``wrap`` around ``block``."""
    container = next((c.id for c in reversed(block.within) if c.wrap is wrap), None)
    if container is None:
        return set()
    near = page.blocks[max(0, block.index - _REACH) : block.index + _REACH]
    return {b.index for b in near if any(c.id == container for c in b.within)} - {block.index}


STAGE = Stage(
    name="attached",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.BODY, Role.CAPTION}),
    overrides=LEFT_OUT | {Role.NAV, Role.RELATED, Role.PROMO, Role.TITLE},
    forms=frozenset({Form.HTML}),
)
