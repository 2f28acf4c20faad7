"""Blocks that were left out and belong to kept ones by what they are: notes, summaries of details, terms,
captions of tables, titles of boxes, formulas and code, and who is quoted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from articlex.page import Block, Kind, Page, Run, Style, Wrap, stands_in
from articlex.read.html.formulas.equations import EQUATION_NUMBER
from articlex.signs import signs_of
from articlex.signs.boxes import BOX_WORDS, TITLE_WORDS, is_box_title
from articlex.signs.quotations import in_quotation
from articlex.signs.summaries import is_summary
from articlex.stages.parts.left_out import NAMELESS, code_box, is_beside_section

_FOOTNOTE = Wrap.FOOTNOTE  # see articlex.page

#: Characters of the longest attribution: a name, a work, a date.
_ATTRIBUTION = 120
#: The other blocks of a quotation or of details are sought so many blocks before and after one.
_REACH = 50

#: Kinds of blocks, and structures around blocks, that may be attached to other blocks.
_ALONE = frozenset({Kind.MATH, Kind.CODE, Kind.TERM, Kind.CAPTION})
_WRAPS = frozenset({Wrap.FOOTNOTE, Wrap.DETAILS, Wrap.QUOTE})
#: What belongs to kept text on both sides, with the reason.
_ON_BOTH_SIDES = {Kind.MATH: "formula", Kind.CODE: "code"}

#: By what the blocks are, the last run of blocks that was passed over on the way to kept ones.
_Runs = dict[str, range]


def shaped_left_out(page: Page) -> list[Block]:
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


def attached_by_shape(page: Page, shaped: Sequence[Block], kept: set[int]) -> Iterator[tuple[int, str]]:
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
