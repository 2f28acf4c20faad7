"""Crowded pages of raw page text (:mod:`articlex_lab.training.made.crowded`)."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from articlex.page import Block
from articlex.read import read_page
from articlex.tokens import fold
from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.flatteners import flatten
from articlex_lab.scores.labels import align
from articlex_lab.scores.metrics import words
from articlex_lab.training.made.crowded import (
    HEAD_SHARE,
    LEAST_PARAGRAPHS,
    OWN_GONE_SHARE,
    TAIL_SHARE,
    Crowded,
    cut,
    lists_of_a_page,
    long_from,
    paragraphs_kept,
    shortened,
    some_run,
)
from articlex_lab.training.made.listings import BULLETS, TITLE, Part, Stock, another, make_list
from articlex_lab.training.made.scripts import rewriting
from articlex_lab.training.made.site_menus import BELOW_SHARE, site_menu
from articlex_lab.training.made.widgets import ABOVE_SHARE, sidebar

#: Share of the pages with lists that get some before the text as well, and how many.
_BEFORE_SHARE, _BEFORE = 0.4, (1, 1, 2, 3)

#: Columns of the lines that are set into a page of wrapped lines.
_WIDTH = 78

#: Share of the lists that are a single line.
_ONE_LINE_SHARE = 0.08

#: The most lines of the chrome of another page.
_MOST_CHROME = 120

_BETWEEN = (" ", " | ", " - ", "\u3000")


@dataclass(slots=True)
class _Page:
    """A flattened page while it is crowded."""

    record: Record
    flattener: str
    have: Stock
    chance: random.Random
    blocks: list[Block]
    #: The rows of its paragraphs that stay, and of all blocks with content.
    body: list[int]
    content: list[int]
    #: Rows that are left out, and the lines of rows that change.
    gone: set[int]
    changed: dict[int, list[str]]
    #: The lines that are set in behind a row, and how many lists; -1 is above the first one.
    foreign: dict[int, Sequence[str]] = field(default_factory=dict)
    lists: dict[int, int] = field(default_factory=dict)

    @property
    def spaced(self) -> bool:
        """Whether blank lines part its blocks."""
        return sum(block.gap > 0 for block in self.blocks) > 0.3 * len(self.blocks)

    def set_in(self, row: int, above: Sequence[str] = (), below: Sequence[str] = ()) -> None:
        """Set lines in behind a row, ``above`` and ``below`` those that are there."""
        self.foreign[row] = [*above, *self.foreign.get(row, ()), *below]


def crowded_text(record: Record, flattener: str, have: Stock, copy: int) -> Crowded | None:
    """The page flattened and crowded in the way of this ``copy``; None where too few paragraphs are found."""
    chance = random.Random(f"{record.name} {flattener} {copy}")
    blocks, labels = labelled(record, flattener)
    long = long_from(record)
    body = [row for row, label in enumerate(labels) if label > 0.5 and len(blocks[row].text) >= long]
    if len(body) < LEAST_PARAGRAPHS:
        return None
    kept = paragraphs_kept(record, len(body), chance)
    text, own = cut(record.text or "", [blocks[row].text for row in body[kept:]])
    text, short = shortened(record, text, [blocks[row].text for row in body], chance)
    gone = set(range(body[kept - 1] + 1, body[-1] + 1)) if kept < len(body) else set()
    content = [row for row, label in enumerate(labels) if label > 0.1]
    changed = {body[place]: [paragraph] for place, paragraph in short.items()}
    page = _Page(record, flattener, have, chance, blocks, body[:kept], content, gone, changed)
    first = max(body[0] - 2, 0)
    _add_chrome(page, first)
    _add_lists(page, first)
    source = "\n".join(_lines(page, own))
    change = rewriting(text, chance) or str
    return Crowded(change(source), change(text))


def _add_chrome(page: _Page, first: int) -> None:
    """Set in what is around the content of another page, behind the text and behind the row ``first``."""
    other, chance = another(page.record, page.have, page.chance), page.chance
    if other and chance.random() < TAIL_SHARE:
        if chance.random() < OWN_GONE_SHARE:
            page.gone |= set(range(page.content[-1] + 1, len(page.blocks)))
        row = page.body[-1] if page.gone else page.content[-1]
        page.foreign[row] = some_run(chrome(other, page.flattener).tail, 1, _MOST_CHROME, chance)
    if other and chance.random() < HEAD_SHARE:
        page.foreign[first] = some_run(chrome(other, page.flattener).head, 1, _MOST_CHROME, chance)


def _add_lists(page: _Page, first: int) -> None:
    """Set in lists, a menu and a sidebar, behind the text or behind the row ``first``."""
    record, have, chance = page.record, page.have, page.chance
    last = min(page.body[-1] + chance.choice((0, 0, 0, 1, 2, 4)), len(page.blocks) - 1)
    page.lists[last] = lists_of_a_page(record, chance)
    if page.lists[last] and chance.random() < _BEFORE_SHARE:
        page.lists[first] = chance.choice(_BEFORE)
    menu = site_menu(record, have, chance)
    below = chance.random() < BELOW_SHARE
    page.set_in(last if below else _headline_row(record, page.blocks, first) - 1, above=menu)
    row = first if chance.random() < ABOVE_SHARE else last
    page.set_in(row, below=sidebar(record, have, chance, page.spaced))


def _lines(page: _Page, own: Sequence[str]) -> list[str]:
    """The lines of the page; some of its lists are about the paragraphs ``own``, which were cut from it."""
    width = _WIDTH if page.flattener == "w3m" else 0
    lines = list(page.foreign.get(-1, ()))
    for row, block in enumerate(page.blocks):
        if row not in page.gone:
            lines += [*[""] * min(block.gap, 3), *page.changed.get(row, lines_of(block))]
        for _ in range(page.lists.get(row, 0)):
            items = make_list(page.record, page.have, page.chance, own=own)
            lines += _list_lines(items, page.spaced, width, page.chance)
        lines += page.foreign.get(row, [])
    return lines


def _headline_row(record: Record, blocks: Sequence[Block], first: int) -> int:
    """The row of the last block up to ``first`` that is the title, or ``first``."""
    said = fold(record.title or "")
    return next((row for row in range(first, -1, -1) if said and fold(blocks[row].text) == said), first)


def labelled(record: Record, flattener: str) -> tuple[list[Block], list[float]]:
    """The blocks of the flattened page that have text, and the share of each that is in the gold text."""
    page = read_page(flatten(record, flattener), url=record.url, form="text")
    blocks = [block for block in page.blocks if block.text]
    return blocks, align([words(block.text) for block in blocks], words(record.text or ""))


class Chrome(NamedTuple):
    """The lines before and after the content of a page."""

    head: list[str]
    tail: list[str]


@lru_cache(maxsize=400)
def chrome(record: Record, flattener: str) -> Chrome:
    """What stands around the content of a page."""
    blocks, labels = labelled(record, flattener)
    content = content_rows(labels)
    if not content:
        return Chrome([], [])
    return Chrome(printed(blocks[: content[0]]), printed(blocks[content[-1] + 1 :]))


def content_rows(labels: Sequence[float]) -> list[int]:
    """The rows of the blocks that are content by their ``labels``."""
    return [row for row, label in enumerate(labels) if label > 0.3]


def printed(blocks: Sequence[Block]) -> list[str]:
    """The lines of blocks, with the blank ones between them."""
    return [line for block in blocks for line in ([""] * min(block.gap, 3) + lines_of(block))]


def lines_of(block: Block) -> list[str]:
    """The lines of a block as the page has them."""
    return list(block.lines or (block.text,))


def _list_lines(items: list[list[Part]], spaced: bool, width: int, chance: random.Random) -> Iterator[str]:
    bullet = chance.choice(BULLETS)
    if chance.random() < _ONE_LINE_SHARE:
        between = chance.choice(_BETWEEN)
        items = [[Part(TITLE, between.join(part.text for item in items for part in item))]]
    for item in items:
        for place, part in enumerate(item):
            if spaced and (not place or chance.random() < 0.3):
                yield ""
            text = bullet + part.text if part.what == TITLE else part.text
            yield from textwrap.wrap(text, width) if width else [text]
    if spaced:
        yield ""
