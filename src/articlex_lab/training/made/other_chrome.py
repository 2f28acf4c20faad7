"""Raw page text between the head and the foot of pages of other sites.

A page of the corpora that names nobody, and whose menu names nobody either, teaches only what its own menu
looks like. Under the head and above the foot of others it teaches that none of these is a byline.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable

from articlex.page import Block
from articlex.tokens import fold
from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.sites import site
from articlex_lab.training.made.crowded import some_run
from articlex_lab.training.made.crowded_text import content_rows, labelled, printed

#: Characters of a paragraph, paragraphs of an article that is cut down, and of those the ones that stay.
_LONG, _LEAST_LONG, _STAYING = 80, 5, (2, 4)
#: Shares of the articles that are cut down, and of the pages that lose their own foot.
_CUT_SHARE, _OWN_GONE_SHARE = 0.5, 0.5
#: Lines before the content that are not of the head where the page's title is not among them.
_ABOVE = 3
#: The most lines of a head or of a foot.
_MOST = 120


class OtherChrome:
    """Makes such pages. Heads and feet are of ``records`` whose sites fall into the same ``fold`` as that of
    the page, so that no fit has seen those of the sites that it is scored on."""

    __slots__ = ("_fold", "_pages")

    def __init__(self, records: Iterable[Record], fold: Callable[[str], int]) -> None:
        self._fold = fold
        self._pages: dict[int, list[Record]] = {}
        for record in records:
            if record.text:
                self._pages.setdefault(fold(site(record)), []).append(record)

    def source(self, record: Record, flattener: str, copy: int) -> str | None:
        """The page of ``record`` flattened, with another head and another foot, drawn for this ``copy``; None
        where it has no gold text, or no line of it is found."""
        chance = random.Random(f"{record.name} {flattener} {copy} chrome")
        own = site(record)
        others = [each for each in self._pages.get(self._fold(own), ()) if site(each) != own]
        if not others or not record.text:
            return None
        kept = _shortened(record, flattener, chance)
        if not kept:
            return None
        head, foot = _head_and_foot(chance.choice(others), flattener)
        before, after = some_run(head, 1, _MOST, chance), some_run(foot, 1, _MOST, chance)
        return "\n".join([*before, *printed(kept), *after])


def _shortened(record: Record, flattener: str, chance: random.Random) -> list[Block]:
    """The blocks of the page; some articles are cut down to their first and last paragraphs, some pages lose
    what follows the content. Empty where no content is found."""
    blocks, labels = labelled(record, flattener)
    content = content_rows(labels)
    if not content:
        return []
    gone: set[int] = set()
    long = [row for row in content if len(blocks[row].text) > _LONG]
    if record.kind in ("article", "") and len(long) >= _LEAST_LONG and chance.random() < _CUT_SHARE:
        gone.update(range(long[chance.randint(*_STAYING) - 1] + 1, long[-1]))
    if chance.random() < _OWN_GONE_SHARE:
        gone.update(range(content[-1] + 1, len(blocks)))
    return [block for row, block in enumerate(blocks) if row not in gone]


def _head_and_foot(record: Record, flattener: str) -> tuple[list[str], list[str]]:
    """The lines above the title of a page and those below its content, without any with its authors."""
    blocks, labels = labelled(record, flattener)
    content = content_rows(labels)
    if not content:
        return [], []
    title = fold(record.title or "")
    titled = (row for row in range(content[0]) if title and title in fold(blocks[row].text))
    first = next(titled, max(0, content[0] - _ABOVE))
    authors = [fold(author) for author in record.authors or ()]
    parts = blocks[:first], blocks[content[-1] + 1 :]
    head, foot = ([b for b in part if not any(name in fold(b.text) for name in authors)] for part in parts)
    return printed(head), printed(foot)
