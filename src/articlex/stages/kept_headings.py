"""Headings go with the text below them: one above kept text is kept, a last one above nothing is not."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from articlex.page import Kind, Page, Wrap, stands_in

_HEADING = Kind.HEADING  # see articlex.read.html.assembly

#: The probability from which on a heading right above kept text is kept. Sites not fitted on, never and from
#: 0.3, 0.2 and 0.1: `wcxb-dev` 0.8768, 0.8772, 0.8773, 0.8775, its documentation 0.9381, 0.9393, 0.9394,
#: 0.9394, services 0.8457, 0.8461, 0.8465, 0.8465; `news` 0.9692, 0.9691, 0.9691, 0.9689. Of the headings
#: that come in 66, 58 and 55 % are gold. In raw page text nothing moves.
LEAST = 0.2

#: Letters of a heading that is a sentence of the text.
_LONG = 80


def above_kept(page: Page, chosen: set[int], chances: Mapping[int, float]) -> set[int]:
    """Headings that are not ``chosen`` but stand right above a chosen block of another kind; ``chances`` has
    the probability of each block with text, in document order, 0 where it is settled.

    One that says who wrote the post below it, and when, is none of its text: "ann commented on 6 May".
    """
    texts = [page.blocks[index] for index in chances]
    found = {
        heading.index
        for heading, below in pairwise(texts)
        if heading.kind is _HEADING
        and below.kind is not _HEADING
        and below.index in chosen
        and heading.index not in chosen
        and chances[heading.index] >= LEAST
    }
    return found - _heads_of_posts(page) if found else found


def _heads_of_posts(page: Page) -> set[int]:
    """The blocks whose markup has both an author and a time."""
    notes = page.markup.annotations
    heads = {note.block for note in notes if note.name == "class" and note.value == "author"}
    return heads.intersection(note.block for note in notes if note.name == "time")


def last_heading(page: Page, chosen: set[int]) -> set[int]:
    """The kept heading below which nothing is kept, if there is a single one: "Share this", "Who is online".

    Several are the items of a list, and so is one with a link; a long one is a sentence of the text; below
    that of the footnotes stand those.
    """
    if len(chosen) < 2:
        return set()
    before, last = sorted(chosen)[-2:]
    block = page.blocks[last]
    is_single = block.kind is _HEADING and page.blocks[before].kind is not _HEADING
    if not is_single or block.links or len(block.text) > _LONG:
        return set()
    below = next((b for b in page.blocks[last + 1 :] if b.text), None)
    return set() if below is not None and stands_in(below.within, Wrap.FOOTNOTE) else {last}
