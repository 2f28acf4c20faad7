"""Headings and labels go with what stands below them: kept above kept text, left out above none."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from articlex.facts import author_blocks
from articlex.page import Block, Kind, Page, Role, Wrap, stands_in
from articlex.punctuation import COLONS, asks
from articlex.signs.turns import speaker_lines

_HEADING = Kind.HEADING  # see articlex.page

#: The least probability of a heading right above kept text to be kept. On sites not fitted on, without it and
#: with 0.3, 0.2 and 0.1: `wcxb-dev` 0.8768, 0.8772, 0.8773, 0.8775, its documentation 0.9381, 0.9393, 0.9394,
#: 0.9394, services 0.8457, 0.8461, 0.8465, 0.8465; `news` 0.9692, 0.9691, 0.9691, 0.9689. Of the headings
#: that come in 66, 58 and 55 % are gold. Raw page text stays the same.
_LEAST = 0.2

#: Elements in which a question heads its answer, as where answers open on a click. On sites not fitted on 69
#: % of such questions above kept text are gold in <div>, 45 % in <p>, 6 % in <li> and none in <button>, which
#: the tools behind most gold texts leave out altogether; but an answer without its question says little.
_ASKING = frozenset({"div", "button"})
_LONG_QUESTION = 200

#: A heading is dropped with its section, "Table of Contents" or "You may also like", if that has at least so
#: many blocks, none of them kept, and the heading has less than this probability. On sites not fitted on, of
#: the kept headings of sections with 1, 2, 3, 4 and more blocks, none of them kept, 49, 36, 31, 11 and 16 %
#: are gold. From 1, 2 and 3 blocks on `wcxb-dev` gains 0.0005, 0.0006 and 0.0006, its products 0.0073, 0.0053
#: and 0.0051; its listings lose 0.0057, 0.0010 and 0.0007. With headings above 0.9 too `articles` loses
#: 0.0011 instead of gaining 0.0002.
_SECTION = 2
_SURE = 0.9

#: A longer heading, in characters, is a sentence of the text.
_LONG = 80
#: Link density from which on a block is a link.
_LINKED = 0.9


def with_headings(page: Page, chosen: set[int], chances: Mapping[int, float]) -> tuple[set[int], set[int]]:
    """The ``chosen`` blocks with the headings and speakers that go with them and without labels of nothing;
    and those that were added. ``chances`` as in :func:`above_kept`."""
    above = above_kept(page, chosen, chances)
    above |= _of_turns(page, chosen | above, chances)
    kept = chosen | above
    kept -= emptied_headings(page, kept, chances)
    kept -= last_heading(page, kept)
    kept -= last_label(page, kept)
    kept -= labels_of_others(page, kept)
    return kept, above


def above_kept(page: Page, chosen: set[int], chances: Mapping[int, float]) -> set[int]:
    """Headings and questions that are not ``chosen`` but stand right above a chosen block that is no heading.

    ``chances`` has the probability of each block with text, in document order; 0 for blocks whose role is
    settled.
    """
    texts = [page.blocks[index] for index in chances]
    # Boards print the name of who wrote a post as a heading above it.
    authors = author_blocks(page)
    return {
        heading.index
        for heading, below in pairwise(texts)
        if below.index in chosen
        and heading.index not in chosen
        and below.kind is not _HEADING
        and heading.index not in authors
        and _may_head(heading, chances[heading.index])
    }


def _of_turns(page: Page, chosen: set[int], chances: Mapping[int, float]) -> set[int]:
    """The speakers and turns of an interview that are not ``chosen``, if at least half of its turns are:
    names and questions are short, and easily left out. ``chances`` as above.
    """
    speakers = speaker_lines(page)
    said = {index + 1 for index in speakers}
    if 2 * len(said & chosen) < len(said) or not said:
        return set()
    return {index for index in speakers | said if chances.get(index, 0.0) > 0.0} - chosen


def _may_head(block: Block, chance: float) -> bool:
    """Whether a block is a heading that is likely enough, or a question above its answer."""
    if block.kind is _HEADING:
        return chance >= _LEAST
    may_ask = chance > 0.0 and block.tag in _ASKING and len(block.text) <= _LONG_QUESTION
    return may_ask and asks(block.text)


def emptied_headings(page: Page, chosen: set[int], chances: Mapping[int, float]) -> set[int]:
    """The ``chosen`` headings of sections of which nothing is chosen, each up to a heading of the same level
    or a higher one. For one behind the last chosen text see :func:`last_heading`; ``chances`` as above.
    """
    blocks = page.blocks
    headings = [(place, blocks[i]) for place, i in enumerate(chances) if blocks[i].kind is _HEADING]
    last = max(chosen, default=-1)
    return {
        heading.index
        for (place, heading), (next_place, after) in pairwise(headings)
        if heading.index in chosen
        and next_place - place > _SECTION
        and after.level <= heading.level
        and chances[heading.index] < _SURE
        and chosen.isdisjoint(range(heading.index + 1, after.index))
        and heading.index < last
    }


def last_heading(page: Page, chosen: set[int]) -> set[int]:
    """The kept heading below which nothing is kept, in a set: "Share this", "Who is online"; else nothing.

    Several headings at the end are the items of a list, and so is one with a link; a long one is a sentence
    of the text; that of the footnotes has those below it.
    """
    if len(chosen) < 2:
        return set()
    before, last = sorted(chosen)[-2:]
    block = page.blocks[last]
    is_single = block.kind is _HEADING and page.blocks[before].kind is not _HEADING
    if not is_single or not _is_label(block):
        return set()
    below = text_below(page, last)
    return set() if below is not None and stands_in(below.within, Wrap.FOOTNOTE) else {last}


def last_label(page: Page, chosen: set[int]) -> set[int]:
    """The last kept paragraph, in a set, if it announces links that are not kept: "Read more on the bay:"."""
    if len(chosen) < 2:
        return set()
    last = page.blocks[max(chosen)]
    if last.kind is not Kind.PARAGRAPH or not _is_label(last) or last.text[-1] not in COLONS:
        return set()
    below = text_below(page, last.index)
    leads_away = below is not None and below.link_chars >= _LINKED * len(below.text)
    return {last.index} if leads_away else set()


def labels_of_others(page: Page, chosen: set[int]) -> set[int]:
    """The kept paragraphs that announce other stories with a colon, none of which is kept: "You may like:".

    Of the kept lines with a colon above a list left out 26 of 28 are gold, but none of three above stories;
    longer ones are sentences of the text.
    """
    return {
        index
        for index in chosen
        if page.blocks[index].text.endswith(COLONS)
        and page.role(index + 1 if index + 1 < len(page.blocks) else index) is Role.RELATED
        and index + 1 not in chosen
        and page.blocks[index].kind is Kind.PARAGRAPH
        and _is_label(page.blocks[index])
    }


def text_below(page: Page, index: int) -> Block | None:
    """The next block that has text."""
    below = map(page.blocks.__getitem__, range(index + 1, len(page.blocks)))
    return next((block for block in below if block.text), None)


def _is_label(heading: Block) -> bool:
    """Whether a heading can be the label of a section: it has no link, and is too short for a sentence."""
    return not heading.links and len(heading.text) <= _LONG
