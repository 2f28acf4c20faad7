"""Pages without the blocks that lie over them, as a dialog does, or that were put above them: stages ask
their questions of the rest.

Where a page begins, what its first heading is and how much of its text is the article would else depend on
whether the dialog was open when the page was saved or copied, and on who saved it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import accumulate

from articlex.markup import Markup
from articlex.page import Fact, Mark, Node, Page
from articlex.signs import read_signs

#: Reasons for the marks of blocks that are set aside.
_REASONS = frozenset({"consent-dialog", "above-title"})


def finds_aside(reasons: Collection[str]) -> bool:
    """Whether a stage that gives ``reasons`` finds blocks that are set aside."""
    return not _REASONS.isdisjoint(reasons)


def set_aside(page: Page) -> list[int]:
    """The indices of the blocks that lie over a page, if other blocks have more text than they."""
    found = [mark.block for mark in page.marks if mark.reason in _REASONS]
    if not found:
        return []
    chars = [len(block.text) for block in page.blocks]
    return found if 2 * sum(chars[index] for index in found) < sum(chars) else []


def without(page: Page, aside: Sequence[int]) -> tuple[Page, list[int]]:
    """``page`` without the blocks ``aside``, and for each block of the new page its index in ``page``."""
    gone = set(aside)
    left = [index for index in range(len(page.blocks)) if index not in gone]
    # For each index, how many blocks before it are left: the new index of a block that is.
    before = [0, *accumulate(index not in gone for index in range(len(page.blocks)))]
    nodes, places = _nodes(page, before)
    blocks = [
        replace(page.blocks[index], index=number, node=places[page.blocks[index].node])
        for number, index in enumerate(left)
    ]
    marks = [page.marks[index]._replace(block=number) for number, index in enumerate(left)]
    facts = [_moved(fact, before, gone) for fact in page.facts]
    new = replace(
        page,
        blocks=tuple(blocks),
        nodes=nodes,
        markup=_markup(page.markup, before, places),
        marks=tuple(marks),
        facts=tuple(facts),
        signs=None,
    )
    return replace(new, signs=read_signs(new)), left


def restored(whole: Page, page: Page, left: Sequence[int]) -> Page:
    """``whole`` with the marks and facts of ``page``, which was made :func:`without` some of its blocks."""
    marks = list(whole.marks)
    for mark in page.marks:
        marks[left[mark.block]] = _back(mark, left)
    # The block of a fact may be the one behind the last.
    places = [*left, len(whole.blocks)]
    facts = [
        fact if fact.block is None else fact._replace(block=places[fact.block])
        for fact in page.facts[len(whole.facts) :]
    ]
    trace = [
        step._replace(replaced=tuple(_back(mark, left) for mark in step.replaced))
        for step in page.trace[len(whole.trace) :]
    ]
    return replace(whole, marks=tuple(marks), facts=(*whole.facts, *facts), trace=(*whole.trace, *trace))


def _back(mark: Mark, left: Sequence[int]) -> Mark:
    return mark._replace(block=left[mark.block])


def _moved(fact: Fact, before: Sequence[int], gone: set[int]) -> Fact:
    """A fact with the new index of its block, and with none if that is gone."""
    if fact.block is None or fact.block >= len(before):
        return fact
    return fact._replace(block=None if fact.block in gone else before[fact.block])


def _nodes(page: Page, before: Sequence[int]) -> tuple[tuple[Node, ...], dict[int, int]]:
    """The elements that still have blocks, and the new place of each by its old one."""
    nodes: list[Node] = []
    places = {-1: -1}
    for place, node in enumerate(page.nodes):
        first, last = before[node.first], before[node.last]
        if node.parent in places and (first < last or node.first == node.last):
            places[place] = len(nodes)
            nodes.append(replace(node, parent=places[node.parent], first=first, last=last))
    return tuple(nodes), places


def _markup(markup: Markup, before: Sequence[int], places: dict[int, int]) -> Markup:
    """What the markup states, of the blocks that are left."""
    end = len(before) - 1
    return replace(
        markup,
        annotations=[each._replace(block=before[min(each.block, end)]) for each in markup.annotations],
        articles=[
            each._replace(first=before[each.first], last=before[each.last]) for each in markup.articles
        ],
        panes={places[place]: pane for place, pane in markup.panes.items() if place in places},
    )
