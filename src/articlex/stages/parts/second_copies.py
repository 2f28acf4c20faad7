"""Second copies: what a page has twice, once for narrow screens and once for wide ones.

A copy is a run of kept blocks that repeats, one after the other, a run of kept blocks before it; or a single
paragraph or heading behind the first with nothing else kept between them, as on both sides of a card that
turns, or, of 15 tokens and in a like element, with one block between. The second copy is left out, or the
first if only that is hidden at first sight or stands above the headline and the second below, or if that is a
line and the second a heading. Both stay if they share the element around them, as refrains and repeated
clauses do, and so do quotes of posts, code in other languages, features that cards list, and what stands
below another heading, as in the notes of two versions.

On sites not fitted on, without and with: `wcxb-dev` 0.8768 to 0.8779, its products 0.683 to 0.689,
collections 0.705 to 0.707, forums 0.840 to 0.841, services 0.846 each; `multilingual` 0.9440 to 0.9445; 24
pages gain and 12 lose. In raw page text, which has no elements, 23 gained and 20 lost.

Sums of word F1 on the annotated pages (2026-12-02): blocks that are left out may lie between a paragraph and
its copy, and runs right behind the first may be of 15 tokens, +0.56 on 24 pages; one kept block between,
+0.24 on eight and -0.003 on one; with that in any element, `multilingual` -0.19 on two. Copies that are left
out in part, with two kept blocks and more: +0.21 on nine pages; with one, -0.11 on another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from articlex.page import Block, Form, Kind, Page, Role
from articlex.signs.quotations import in_quotation

_HEADING, _TITLE = Kind.HEADING, Role.TITLE  # see articlex.page

#: Kinds of blocks that are copies alone.
_SINGLE = frozenset({Kind.PARAGRAPH, Kind.HEADING})

#: Tokens and blocks of the shortest copy. 20 tokens: 40 pages gain and 18 lose; 80: 15 and 3, but products
#: stay where they were. Single blocks of 60 tokens: `reader` loses 0.03, where a page repeats a sample text.
_LEAST_TOKENS, _LEAST_BLOCKS = 40, 2
#: Tokens of the shortest copy with nothing kept between it and the first. Of 19 such runs of 15 to 39 tokens
#: on the annotated pages 16 are gold once or not at all, of 25 of 8 to 14 tokens 16.
_LEAST_BEHIND = 15
#: Tokens of the shortest block that is a copy alone, right behind the first.
_LEAST_ALONE = 5

#: Tokens of the shortest run below the headline that repeats one above it (11 annotated pages, all of them
#: right).
_LEAST_ABOVE = 20

#: The largest share of a copy's tokens that may be code, and that may be items of lists.
_MOST = 0.5

#: Class words of elements that hold a quotation and are no <blockquote>.
_QUOTE = frozenset({"quote", "quotes", "quoted", "quotebox"})

#: The text right above a block is sought in so many blocks before it.
_REACH = 8

#: So many elements around a block are checked.
_MOST_AROUND = 12


class _Pair(NamedTuple):
    """The index of a block that repeats another one before it, and the index of that."""

    later: int
    first: int


#: Neighbours that repeat neighbours.
_Run = list[_Pair]


def second_copies(page: Page, chosen: set[int], tokens: Mapping[int, float]) -> set[int]:
    """The ``chosen`` blocks that are second copies, with the pictures between them if the copy that stays has
    pictures too; ``tokens`` is the number of tokens of each block with text."""
    found: set[int] = set()
    headline = _headline(page)
    for run in _runs([page.blocks[index] for index in sorted(chosen)]):
        if _is_above(headline, run, tokens):
            found.update(pair.first for pair in run)
        elif _is_copy(page, run, tokens, chosen):
            kept, copy = _kept_and_copy(page, run)
            found.update(copy)
            if _textless(page, kept):
                found |= _textless(page, copy)
        else:
            for pair in run:
                if _is_heading_below(page, pair, chosen):
                    found.add(pair.first)
                elif _is_right_behind(page, pair, tokens, chosen) or _is_same_heading(page, pair, chosen):
                    found.update(_kept_and_copy(page, [pair])[1])
    return found | _of_halves(page, chosen - found, tokens)


def _of_halves(page: Page, chosen: set[int], tokens: Mapping[int, float]) -> set[int]:
    """The ``chosen`` blocks, two and more, of copies of which the others are left out."""
    first = {page.blocks[index].text: index for index in sorted(chosen, reverse=True)}
    if len(first) == len(chosen):
        return set()
    others = (index for index in tokens if index not in chosen)
    again = {index for index in others if first.get(page.blocks[index].text, index) < index}
    found: set[int] = set()
    for run in _runs([page.blocks[index] for index in sorted(chosen | again)]):
        kept = {pair.later for pair in run} - again
        if _LEAST_BLOCKS <= len(kept) < len(run) and _is_copy(page, run, tokens, chosen):
            found |= kept
    return found


def _headline(page: Page) -> int:
    """The index of the last block that is the headline, -1 without one and in raw page text."""
    titles = [index for index, mark in enumerate(page.marks) if mark.role is _TITLE]
    return titles[-1] if titles and page.form is Form.HTML else -1


def _is_above(headline: int, run: _Run, tokens: Mapping[int, float]) -> bool:
    """Whether a run below the ``headline`` repeats one above it: a post for those who are not members, the
    description of a product or the lead."""
    is_around = bool(run) and all(first < headline < later for later, first in run)
    return is_around and sum(tokens[later] for later, _ in run) >= _LEAST_ABOVE


def _kept_and_copy(page: Page, run: _Run) -> tuple[list[int], list[int]]:
    """The blocks that stay and those that are left out: what is repeated only if it is hidden at first sight,
    and nothing that repeats it."""
    later, first = [pair.later for pair in run], [pair.first for pair in run]
    is_shown_later = all(page.blocks[index].hidden for index in first)
    is_shown_later = is_shown_later and not any(page.blocks[index].hidden for index in later)
    return (later, first) if is_shown_later else (first, later)


def _is_right_behind(page: Page, pair: _Pair, tokens: Mapping[int, float], chosen: set[int]) -> bool:
    """Whether no more than one kept block stands between a block and its copy, from another element."""
    later, first = pair
    if page.blocks[later].kind not in _SINGLE or tokens[later] < _LEAST_ALONE:
        return False
    between = islice((index for index in range(first + 1, later) if index in chosen), 2)
    if len(list(between)) > (tokens[later] >= _LEAST_BEHIND and _tag(page, first) == _tag(page, later)):
        return False
    return _are_apart(page, [pair]) and not any(_is_quoted(page, page.blocks[index]) for index in pair)


def _tag(page: Page, index: int) -> str:
    return page.nodes[page.blocks[index].node].tag


def _is_same_heading(page: Page, pair: _Pair, chosen: set[int]) -> bool:
    """Whether a heading repeats another one with nothing kept between them, from another element.

    Of 20 such headings on annotated pages with a text, 19 stand there once; of 34 in the same element, on two
    pages, all twice. The twentieth page shows slides, each with a picture above the same heading.
    """
    blocks = (page.blocks[pair.first], page.blocks[pair.later])
    if any(block.kind is not _HEADING for block in blocks) or page.form is Form.TEXT:
        return False
    between = page.blocks[pair.first + 1 : pair.later]
    if any(block.index in chosen or block.kind is Kind.IMAGE for block in between):
        return False
    return _are_apart(page, [pair])


def _is_heading_below(page: Page, pair: _Pair, chosen: set[int]) -> bool:
    """Whether the copy is a heading, and what it repeats a line right above it, in another element: the name
    of a card's picture, or the button that opens a section.

    Of 13 such lines on three annotated pages gold has none beside its heading. Of ten right below a heading
    with their words, on two pages, it has nine.
    """
    first, later = page.blocks[pair.first], page.blocks[pair.later]
    if later.kind is not _HEADING or first.kind is _HEADING or page.form is Form.TEXT:
        return False
    return chosen.isdisjoint(range(pair.first + 1, pair.later)) and _are_apart(page, [pair])


def _textless(page: Page, copy: list[int]) -> set[int]:
    """The blocks without text inside a copy."""
    return {index for index in range(copy[0], copy[-1]) if not page.blocks[index].text}


def _runs(blocks: list[Block]) -> Iterator[_Run]:
    """The longest runs of blocks that repeat a run before them, the last of them perhaps empty."""
    last: dict[str, int] = {}
    run: _Run = []
    previous = -1
    for place, block in enumerate(blocks):
        first = last.get(block.text, -1)
        if run and (first < 0 or first != previous + 1):
            yield run
            run = []
        if first >= 0:
            run.append(_Pair(block.index, blocks[first].index))
        previous = first
        last[block.text] = place
    yield run


def _is_copy(page: Page, run: _Run, tokens: Mapping[int, float], chosen: set[int]) -> bool:
    """Whether a run is long, stands apart from what it repeats, and is text of the page itself."""
    if len(run) < _LEAST_BLOCKS:
        return False
    total = sum(tokens[later] for later, _ in run)
    is_behind = chosen.isdisjoint(range(run[-1].first + 1, run[0].later))
    if total < (_LEAST_BEHIND if is_behind else _LEAST_TOKENS):
        return False
    for kind in (Kind.CODE, Kind.LIST_ITEM):
        if sum(tokens[later] for later, _ in run if page.blocks[later].kind is kind) > _MOST * total:
            return False
    if _are_in_two_sections(page, run[0]):
        return False
    return _are_apart(page, run) and not any(_is_quoted(page, page.blocks[i]) for pair in run for i in pair)


def _are_in_two_sections(page: Page, pair: _Pair) -> bool:
    """Whether one heading stands right above a copy and another one right above what it repeats."""
    above = [_text_before(page, index) for index in pair]
    return all(block is not None and block.level for block in above) and above[0] is not above[1]


def _text_before(page: Page, index: int) -> Block | None:
    """The last block before one that has text."""
    before = reversed(page.blocks[max(0, index - _REACH) : index])
    return next((block for block in before if block.text), None)


def _are_apart(page: Page, run: _Run) -> bool:
    """Whether most blocks of a copy have another element around them than those that they repeat."""
    around = ([_around(page, index) for index in pair] for pair in run)
    return sum(later != first for later, first in around) > len(run) / 2


def _around(page: Page, index: int) -> int:
    """The element around a block, or the whole list of the definition that it is part of: two terms may mean
    the same."""
    node = page.nodes[page.blocks[index].node]
    definition = node if node.tag == "dd" else page.nodes[node.parent]
    if definition.tag != "dd":
        return node.parent
    # A <div> may hold a term with its definition.
    around = page.nodes[definition.parent]
    is_group = around.tag == "div" and page.nodes[around.parent].tag == "dl"
    return around.parent if is_group else definition.parent


def _is_quoted(page: Page, block: Block) -> bool:
    if in_quotation(block):
        return True
    return any(not _QUOTE.isdisjoint(node.words) for node in islice(page.around(block), _MOST_AROUND))
