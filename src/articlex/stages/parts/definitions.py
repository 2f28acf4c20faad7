"""Definitions that were left out right below their term, as the figures of a page are: "Boats", "40"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from articlex.page import Kind, Page
from articlex.page_kinds import page_kind
from articlex.stages.parts.left_out import NAMELESS, may_be_kept


def definitions_left_out(page: Page) -> Iterator[tuple[int, int]]:
    """The definitions without a link that were left out, each with the term right above it.

    Threads have the names of what they tell of their members for terms. Of four below a kept term three are
    gold, on one page; the other is the number of a product.
    """
    if page_kind(page).kind == "forum":
        return
    for term, below in pairwise(page.blocks):
        if term.kind is Kind.TERM and below.kind is Kind.DEFINITION and may_be_kept(page, below, NAMELESS):
            yield below.index, term.index
