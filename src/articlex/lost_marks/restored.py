"""The body of an article in raw page text, with the headings and lists that lost their marks.

The trees see the article alone, so that a menu gets neither, and no stage sees theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from articlex.bylines.picture_credits import credits_picture, ends_with_credit
from articlex.lost_marks.features import is_line, line_features
from articlex.lost_marks.headings import are_headings_marked, likely_headings, without_endings
from articlex.lost_marks.lists import are_items_marked, likely_lists
from articlex.lost_marks.trees import line_odds
from articlex.page import Block, Container, Kind, Wrap
from articlex.read.text.sections import SECTION_LEVEL, plain_runs
from articlex.tokens import said_twice


def with_lost_marks(body: Sequence[Block], title: str) -> Sequence[Block]:
    """The ``body`` of an article in raw page text, in which likely headings and items of lists are such, and
    lines that say the same twice say it once."""
    printed, body = body, [_said_once(block) for block in body]
    # A line that says something twice stands in for a picture and heads nothing.
    no_heads = {id(once) for block, once in zip(printed, body, strict=True) if once is not block}
    shown, lines = lines_to_ask(body)
    marked_headings, marked_items = are_headings_marked(shown), are_items_marked(shown)
    if not lines or (marked_headings and marked_items):
        return body
    values = line_features(shown, lines, title)
    headings = [False] * len(lines)
    if not marked_headings:
        texts = [shown[line].text for line in lines]
        headings = likely_headings(texts, line_odds("headings", values).tolist())
        if lines[-1] == len(shown) - 1:
            headings = without_endings(texts, headings)
    found = {
        id(shown[line]): _as_heading(shown[line])
        for line, is_one in zip(lines, headings, strict=True)
        if is_one and id(shown[line]) not in no_heads and not _is_credited(shown[line])
    }
    if not marked_items:
        odds = line_odds("list-items", values).tolist()
        odds = [-inf if is_heading else odd for is_heading, odd in zip(headings, odds, strict=True)]
        free = 1 + max([container.id for block in body for container in block.within], default=-1)
        for places in likely_lists(lines, odds):
            items = [shown[lines[place]] for place in places]
            found.update(zip(map(id, items), _as_items(items, free), strict=True))
            free += 1 + len(items)
    return [found.get(id(block), block) for block in body] if found else body


def _said_once(block: Block) -> Block:
    """A paragraph without its second half, if that says the same as the first."""
    if block.kind is not Kind.PARAGRAPH or len(block.runs) != 1 or not (half := said_twice(block.text)):
        return block
    linked = min(block.link_chars, len(half))
    return replace(block, text=half, runs=(block.runs[0]._replace(text=half),), link_chars=linked)


def _is_credited(block: Block) -> bool:
    """Whether a line is a caption with a credit, or the credit alone, and heads nothing."""
    return credits_picture(block.text) or ends_with_credit(block.text)


def lines_to_ask(body: Sequence[Block]) -> tuple[list[Block], list[int]]:
    """The blocks of the ``body`` that show something, and the places of the lines that may have lost a
    mark."""
    shown = [block for block in body if block.text or block.kind is Kind.RULE]
    return shown, [place for place, block in enumerate(shown) if is_line(block)]


def _as_heading(block: Block) -> Block:
    return replace(block, kind=Kind.HEADING, level=SECTION_LEVEL, runs=plain_runs(block))


def _as_items(blocks: Sequence[Block], free: int) -> list[Block]:
    """The items of one list; its containers have the numbers from ``free`` on."""
    around = Container(Wrap.LIST, free)
    return [
        replace(
            block, kind=Kind.LIST_ITEM, within=(around, Container(Wrap.ITEM, free + number, number=number))
        )
        for number, block in enumerate(blocks, 1)
    ]
