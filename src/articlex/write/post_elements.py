"""Elements of a page in HTML that may be the posts of a thread: those of one look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from articlex.page import Page, Role
from articlex.signs import signs_of
from articlex.signs.looks import looks, names_of_looks

#: Posts of the shortest thread, and the share of the body from the first of them on that they hold, at least.
_LEAST, _SHARE = 2, 0.6

_DIGITS = "0123456789"

_BODY = Role.BODY  # see articlex.page


def likely_posts(page: Page, is_forum: bool) -> Iterator[list[range]]:
    """The blocks of the elements of each look that hold text of the body, and together most of it.

    On a page of a board (``is_forum``), and where they stand inside each other, most of it from the first on
    is enough: a question above its answers looks different.
    """
    roles = (mark.role for mark in page.marks)
    sizes = [len(block.text) if role is _BODY else 0 for block, role in zip(page.blocks, roles, strict=True)]
    below = list(accumulate(sizes, initial=0))
    for spans, are_nested in _groups(page, is_forum) if below[-1] else ():
        filled = [span for span in spans if below[span.start] < below[span.stop]]
        held = sum(below[span.stop] - below[span.start] for span in filled)
        above = below[filled[0].start] if filled and (is_forum or are_nested) else 0
        if len(filled) >= _LEAST and held >= _SHARE * (below[-1] - above):
            yield filled


def _groups(page: Page, is_forum: bool) -> Iterator[tuple[Sequence[range], bool]]:
    """The blocks of the elements of each look, those outside others of that look, and all; and those of posts
    whose names differ in more than a number ("post even", "post odd"); and whether some are in others."""
    names, numbers = names_of_looks(page), signs_of(page).elements.number
    alike: dict[tuple[str, str], list[range]] = {}
    for number, node in zip(numbers, page.nodes, strict=True):
        # A program that defines an element gives it a name of its own: <program-comment>.
        if node.first < node.last and (names[number] or "-" in node.tag):
            alike.setdefault((node.tag, names[number]), []).append(range(node.first, node.last))
    for places in looks(page):
        spans = [range(page.nodes[place].first, page.nodes[place].last) for place in places]
        yield spans, False
        all_alike = alike[page.nodes[places[0]].tag, names[numbers[places[0]]]]
        if len(all_alike) > len(spans):
            inside = [span for span in all_alike if spans[0].start <= span.start < spans[-1].stop]
            yield _parted(inside), True
    for (_, name), spans in alike.items():
        if not name:
            yield _parted(spans), any(a.stop > b.start for a, b in pairwise(spans))
    yield from ((spans, False) for spans in (_siblings(page) if is_forum else ()))


def _siblings(page: Page) -> Iterable[list[range]]:
    """The blocks of siblings that share their tag and, without its number, the first name of their class:
    every other post of a board has a further name, for its colour."""
    found: dict[tuple[int, str, str], list[range]] = {}
    for node in page.nodes:
        if node.first < node.last and " " in node.shape:
            name = node.shape.partition(" ")[0].rstrip(_DIGITS)
            found.setdefault((node.parent, node.tag, name), []).append(range(node.first, node.last))
    return found.values()


def _parted(spans: Sequence[range]) -> list[range]:
    """Elements of one look that may stand inside each other, as answers do in what they answer: each ends
    where the next begins."""
    stops = [min(span.stop, after.start) for span, after in pairwise(spans)]
    return [range(span.start, stop) for span, stop in zip(spans, [*stops, spans[-1].stop], strict=True)]
