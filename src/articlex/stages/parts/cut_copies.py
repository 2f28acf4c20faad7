"""Beginnings of texts that a page prints before the texts themselves, cut off after so many characters, as
boards of questions do with answers that a script unfolds."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.page import Block, Form, Kind, Page

#: Characters of the shortest paragraph that is cut off, and how many kept blocks behind it the whole one is
#: looked for. All of the eleven on four annotated pages stand once in what the corpora say, or not at all.
_LEAST, _REACH = 60, 12


def cut_copies(page: Page, chosen: set[int]) -> set[int]:
    """Those of the ``chosen`` paragraphs that break off within a sentence that a later one has whole, and
    the blocks right before them that stand before the whole one as well."""
    if page.form is Form.TEXT:
        return set()
    blocks = [page.blocks[index] for index in sorted(chosen)]
    return {block.index for place in range(len(blocks)) for block in _cut(blocks, place)}


def _cut(blocks: list[Block], place: int) -> Iterator[Block]:
    """The paragraph at ``place`` and what belongs to it, if it is cut off."""
    text = blocks[place].text
    if blocks[place].kind is not Kind.PARAGRAPH or len(text) < _LEAST or not text[-1].isalnum():
        return
    for later in range(place + 1, min(place + 1 + _REACH, len(blocks))):
        whole = blocks[later].text
        if whole.startswith(text) and _goes_on(whole[len(text) :]):
            back = 0
            while back <= place and (not back or blocks[place - back].text == blocks[later - back].text):
                yield blocks[place - back]
                back += 1
            return


def _goes_on(rest: str) -> bool:
    """Whether a text goes on within the sentence."""
    return rest[:1].isalnum() or (rest[:1] == " " and rest[1:2].isalnum())
