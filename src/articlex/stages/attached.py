"""What the markup attaches to the body: notes, formulas, summaries, terms, names below quotations, items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlex.options import Options
from articlex.page import Block, Form, Kind, Mark, Page, Role, Style, Wrap
from articlex.stages.contract import Output, Stage

REASONS = {
    "note": "The footnote's sign stands in a block of the body.",
    "formula": "The formula stands on a line of its own between blocks of the body.",
    "summary": "The block is the summary of details that are part of the body.",
    "term": "The definition that follows the term is part of the body.",
    "item": "The item stands between kept items of a plain list, of which at least half are kept.",
    "attribution": "The short block ends a quotation of which the rest is part of the body.",
}

#: Characters of the longest attribution: a name, a work, a date.
_ATTRIBUTION = 120

_OPEN = frozenset({Role.UNKNOWN, Role.BOILERPLATE})
_KEPT = frozenset({Role.BODY, Role.CAPTION})


def run(page: Page, options: Options) -> Output:
    """Mark what belongs to the kept blocks, and what belongs to that."""
    kept = {mark.block for mark in page.marks if mark.role in _KEPT}
    if not kept:
        return
    lists = _plain_lists(page)
    shaped = [b for b in page.blocks if b.kind in _ALONE or (b.within and _is_wrapped(b))]
    while lists or shaped:
        found = dict.fromkeys(_items(page, lists, kept), "item") | dict(_attached(page, shaped, kept))
        if not found:
            return
        for index, reason in found.items():
            yield Mark(index, Role.BODY, reason, 0.8)
        kept |= found.keys()


def _plain_lists(page: Page) -> list[list[Block]]:
    """The blocks of each list that holds items alone."""
    lists: dict[int, list[Block]] = {}
    for block in page.blocks:
        for container in block.within:
            if container.wrap is Wrap.LIST:
                lists.setdefault(container.id, []).append(block)
    return [found for found in lists.values() if all(block.kind is Kind.LIST_ITEM for block in found)]


def _items(page: Page, lists: Iterable[list[Block]], kept: set[int]) -> Iterator[int]:
    """Items that the body has left out between others of their list."""
    for blocks in lists:
        held = [block.index for block in blocks if block.index in kept]
        if 2 * len(held) >= len(blocks):
            left = (block.index for block in blocks if held[0] < block.index < held[-1])
            yield from (index for index in left if index not in kept and page.role(index) in _OPEN)


#: What is attached by its own kind, whatever is around it.
_ALONE = frozenset({Kind.MATH, Kind.TERM})
_WRAPS = frozenset({Wrap.FOOTNOTE, Wrap.DETAILS, Wrap.QUOTE})


def _is_wrapped(block: Block) -> bool:
    return not _WRAPS.isdisjoint([container.wrap for container in block.within])


def _attached(page: Page, shaped: Iterable[Block], kept: set[int]) -> Iterator[tuple[int, str]]:
    """(block, reason) of blocks that are attached to those in ``kept`` and not among them."""
    signs = {
        (run.href or "").rpartition("#")[2]
        for index in kept
        for run in page.blocks[index].runs
        if run.style & Style.FOOTNOTE
    }
    for block in shaped:
        if block.index not in kept and page.role(block.index) in _OPEN:
            reason = _reason(page, block, kept, signs)
            if reason:
                yield block.index, reason


def _reason(page: Page, block: Block, kept: set[int], signs: set[str]) -> str:
    """Why ``block`` is attached to the blocks in ``kept``, which hold the footnotes' ``signs``; "" if not."""
    if any(c.wrap is Wrap.FOOTNOTE and c.label in signs for c in block.within):
        return "note"
    if block.kind is Kind.MATH:
        return "formula" if _is_between(page, block.index, kept) else ""
    if block.kind is Kind.TERM:
        return "term" if _is_defined(page, block.index, kept) else ""
    if block.tag == "summary":
        return "summary" if _rest(page, block, Wrap.DETAILS) & kept else ""
    rest = _rest(page, block, Wrap.QUOTE) if len(block.text) <= _ATTRIBUTION else set()
    return "attribution" if rest and rest <= kept and max(rest) < block.index else ""


def _is_defined(page: Page, index: int, kept: set[int]) -> bool:
    """Whether the definition after the term, or after the terms that share it, is kept."""
    after = next((b for b in page.blocks[index + 1 :] if b.kind is not Kind.TERM), None)
    return after is not None and after.kind is Kind.DEFINITION and after.index in kept


def _is_between(page: Page, index: int, kept: set[int]) -> bool:
    """Whether the nearest blocks on both sides that are no formulas are kept."""
    blocks = page.blocks
    before = next((b.index for b in reversed(blocks[:index]) if b.kind is not Kind.MATH), -1)
    after = next((b.index for b in blocks[index + 1 :] if b.kind is not Kind.MATH), -1)
    return before in kept and after in kept


def _rest(page: Page, block: Block, wrap: Wrap) -> set[int]:
    """The other blocks of the innermost container of that kind around ``block``."""
    container = next((c.id for c in reversed(block.within) if c.wrap is wrap), None)
    if container is None:
        return set()
    near = page.blocks[max(0, block.index - 50) : block.index + 50]
    return {b.index for b in near if any(c.id == container for c in b.within)} - {block.index}


STAGE = Stage(
    name="attached",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.BODY}),
    overrides=frozenset({Role.BOILERPLATE}),
    forms=frozenset({Form.HTML}),
)
