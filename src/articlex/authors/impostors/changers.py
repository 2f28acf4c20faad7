"""Who changed the page of another: "Updated by Bo Sample" below "Added by Ann Example"."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import Authors, name_key
from articlex.authors.outranking import NO_OUTRANKING, Outranking, outranking
from articlex.bylines.lines import read_line
from articlex.bylines.persons import is_person
from articlex.dates.labels import label_after
from articlex.page import Page
from articlex.signs import headline_block

#: Blocks below the headline in which a byline is expected, and characters of the longest.
_BELOW_TITLE, _LONGEST = 3, 140


def authors_over_changers(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Candidates in a byline right below the headline outrank those whom only lines on changes name. A wiki
    may say only who changed a page last."""
    below = {place for place, each in enumerate(candidates) if _changed(page, each)}
    if not below:
        return NO_OUTRANKING
    first = headline_block(page) + 1
    lines = {index for index in range(first, first + _BELOW_TITLE) if first and _says_who(page, index)}
    changed = {name_key(name) for place in below for name in candidates[place].names}
    # A candidate of both, joined as links of one kind, did not write the page either.
    apart = [changed.isdisjoint(map(name_key, each.names)) for each in candidates]
    signers = {
        place for place, each in enumerate(candidates) if apart[place] and not lines.isdisjoint(each.blocks)
    }
    below |= {place for place, is_apart in enumerate(apart) if not is_apart and candidates[place].blocks}
    return outranking(signers, below)


def _changed(page: Page, candidate: Authors) -> bool:
    """Whether all blocks that name a candidate begin with a label of a change ("Updated")."""
    texts = [page.blocks[index].text for index in candidate.blocks]
    return bool(texts) and all(len(text) <= _LONGEST and label_after(text) == "updated" for text in texts)


def _says_who(page: Page, index: int) -> bool:
    """Whether a block is a byline with a person and has no label of a change."""
    text = page.blocks[index].text if index < len(page.blocks) else ""
    line = read_line(text, bare=False) if 0 < len(text) <= _LONGEST else None
    return line is not None and is_person(line.names[0]) and label_after(text) != "updated"
