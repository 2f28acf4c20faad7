"""What the markup ties to the body: notes, formulas, headings, captions, terms, attributions, items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from articlex.options import Options
from articlex.page import KEPT, Block, Form, Mark, Page, Role
from articlex.signs import signs_of
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
    follows,
    headings_left_out,
    leads_left_out,
    lists_left_out,
    sentences_left_out,
)
from articlex.stages.parts.like_elements import Alike, like_elements, like_links
from articlex.stages.parts.lines_of_a_class import lines_left_out
from articlex.stages.parts.openings import openings_left_out
from articlex.stages.parts.pictures.captions import picture_captions
from articlex.stages.parts.plain_lists import items_left_out, plain_lists
from articlex.stages.parts.posts.live_entries import live_entries
from articlex.stages.parts.posts.timed_entries import timed_entries
from articlex.stages.parts.shaped import attached_by_shape, shaped_left_out
from articlex.stages.parts.sisters import Sisters, sisters_left_out
from articlex.stages.parts.speakers import speakers_left_out
from articlex.stages.parts.standfirsts import standfirst
from articlex.stages.parts.title_sections import title_sections
from articlex.tokens import fold

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

#: Blocks above a heading among which the last kept one is sought.
_REACH = 50


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
        plain_lists(page),
        max((index for index in kept if prose[index]), default=-1),
        shaped_left_out(page),
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
            **dict.fromkeys(items_left_out(page, self.items, kept, self.last_prose), "item"),
            **dict(attached_by_shape(page, self.shaped, kept)),
        }
        return {
            index: reason
            for index, reason in reasons.items()
            if index not in kept and not _says_again(page, index, kept)
        }


def _between(groups: Iterable[Alike], kept: set[int]) -> Iterator[int]:
    """What was left out between kept blocks of its group, of which at least half are kept."""
    for blocks, left_out in groups:
        held = [index for index in blocks if index in kept]
        if held and 2 * len(held) >= len(blocks):
            yield from (index for index in left_out if held[0] < index < held[-1])


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


STAGE = Stage(
    name="attached",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.BODY, Role.CAPTION}),
    overrides=LEFT_OUT | {Role.NAV, Role.RELATED, Role.PROMO, Role.TITLE},
    forms=frozenset({Form.HTML}),
)
