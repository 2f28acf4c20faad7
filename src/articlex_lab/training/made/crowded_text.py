"""Crowded pages of raw page text (:mod:`articlex_lab.training.made.crowded`)."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterator, Sequence
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
    spaced = sum(block.gap > 0 for block in blocks) > 0.3 * len(blocks)
    width = _WIDTH if flattener == "w3m" else 0
    # The lines that are set in behind a row; -1 is above the first one.
    foreign: dict[int, Sequence[str]] = {}
    other = another(record, have, chance)
    if other and chance.random() < TAIL_SHARE:
        if chance.random() < OWN_GONE_SHARE:
            gone |= set(range(content[-1] + 1, len(blocks)))
        row = body[kept - 1] if gone else content[-1]
        foreign[row] = some_run(chrome(other, flattener).tail, 1, _MOST_CHROME, chance)
    first = max(body[0] - 2, 0)
    if other and chance.random() < HEAD_SHARE:
        foreign[first] = some_run(chrome(other, flattener).head, 1, _MOST_CHROME, chance)
    last = min(body[kept - 1] + chance.choice((0, 0, 0, 1, 2, 4)), len(blocks) - 1)
    places = {last: lists_of_a_page(record, chance)}
    if places[last] and chance.random() < _BEFORE_SHARE:
        places[first] = chance.choice(_BEFORE)
    menu = site_menu(record, have, chance)
    row = last if chance.random() < BELOW_SHARE else _headline_row(record, blocks, first) - 1
    foreign[row] = [*menu, *foreign.get(row, ())]
    row = first if chance.random() < ABOVE_SHARE else last
    foreign[row] = [*foreign.get(row, ()), *sidebar(record, have, chance, spaced)]
    shortened_rows = {body[place]: paragraph for place, paragraph in short.items()}
    lines = list(foreign.get(-1, ()))
    for row, block in enumerate(blocks):
        if row not in gone:
            lines += [""] * min(block.gap, 3)
            lines += [shortened_rows[row]] if row in shortened_rows else lines_of(block)
        for _ in range(places.get(row, 0)):
            lines += _list_lines(make_list(record, have, chance, own=own), spaced, width, chance)
        lines += foreign.get(row, [])
    change = rewriting(text, chance) or str
    return Crowded(change("\n".join(lines)), change(text))


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
