"""Who changed what another wrote: "Updated by Bo Sample" below "Added by Ann Example"."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import Authors, name_key
from articlex.bylines.lines import read_line
from articlex.bylines.persons import is_person
from articlex.dates.labels import label_after
from articlex.page import Page
from articlex.signs import headline_block

#: Lines below the headline in which a byline is in its place, and characters of the longest.
_BELOW_TITLE, _LONGEST = 3, 140


def changers(page: Page, candidates: Sequence[Authors]) -> tuple[set[int], set[int]]:
    """The places of the candidates whom a line right below the headline names as who wrote the page, and of
    those that lines further down have as who changed it, and no other line names.

    Both sets are empty without either: on a page of a wiki, who changed it last may be all that is said.
    """
    below = {place for place, each in enumerate(candidates) if _changed(page, each)}
    if not below:
        return set(), set()
    first = headline_block(page) + 1
    lines = {index for index in range(first, first + _BELOW_TITLE) if first and _says_who(page, index)}
    changed = {name_key(name) for place in below for name in candidates[place].names}
    # Both together, as authors whose names are links of one sort, are not who wrote it either.
    apart = [changed.isdisjoint(map(name_key, each.names)) for each in candidates]
    signers = {
        place for place, each in enumerate(candidates) if apart[place] and not lines.isdisjoint(each.blocks)
    }
    below |= {place for place, is_apart in enumerate(apart) if not is_apart and candidates[place].blocks}
    return (signers, below) if signers else (set(), set())


def _changed(page: Page, candidate: Authors) -> bool:
    """Whether all lines that name a candidate begin with a word for a change."""
    texts = [page.blocks[index].text for index in candidate.blocks]
    return bool(texts) and all(len(text) <= _LONGEST and label_after(text) == "updated" for text in texts)


def _says_who(page: Page, index: int) -> bool:
    """Whether a line names a person, and begins with no word for a change."""
    text = page.blocks[index].text if index < len(page.blocks) else ""
    line = read_line(text, bare=False) if 0 < len(text) <= _LONGEST else None
    return line is not None and is_person(line.names[0]) and label_after(text) != "updated"
