"""Beginnings of texts that a page prints before the texts themselves, cut off after so many characters, as
boards of questions do with answers that a script unfolds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articlex.page import Block, Form, Kind, Page

#: Characters of the shortest paragraph that is cut off, and how many kept blocks behind it the whole one is
#: looked for.
_LEAST, _REACH = 60, 12


class _Cut(NamedTuple):
    """A paragraph that is cut off, and the whole one, by their places among the kept blocks."""

    place: int
    whole: int
    #: Whether it breaks off within a word. (Who answers may quote the beginning of a post.)
    in_word: bool


def cut_copies(page: Page, chosen: set[int]) -> set[int]:
    """Those of the ``chosen`` paragraphs that break off where a later one goes on, and the blocks right
    before them that stand before the whole one as well, on a page that breaks one off within a word.

    On the annotated pages these are nine on two pages, all of them right; without a word that is cut two
    more on two, quotes of a comment in an answer.
    """
    if page.form is Form.TEXT:
        return set()
    blocks = [page.blocks[index] for index in sorted(chosen)]
    cuts = [cut for place in range(len(blocks)) for cut in _cuts(blocks, place)]
    if not any(cut.in_word for cut in cuts):
        return set()
    return {block.index for cut in cuts for block in _run_up_to(blocks, cut)}


def _cuts(blocks: list[Block], place: int) -> Iterator[_Cut]:
    """The paragraph at ``place``, if it is cut off."""
    text = blocks[place].text
    if len(text) < _LEAST or not text[-1].isalnum() or blocks[place].kind is not Kind.PARAGRAPH:
        return
    for later in range(place + 1, min(place + 1 + _REACH, len(blocks))):
        whole = blocks[later].text
        if whole.startswith(text) and whole[len(text) :].lstrip(" ")[:1].isalnum():
            yield _Cut(place, later, whole[len(text)].isalnum())
            return


def _run_up_to(blocks: list[Block], cut: _Cut) -> Iterator[Block]:
    """The paragraph that is cut off, and those before it that are repeated as well."""
    yield blocks[cut.place]
    for back in range(1, cut.place + 1):
        if blocks[cut.place - back].text != blocks[cut.whole - back].text:
            return
        yield blocks[cut.place - back]
