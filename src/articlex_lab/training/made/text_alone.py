"""Pages of raw text that are an article and nothing else, as reading views and other extractors leave them.

Almost all pages of the corpora have menus and lists around the text, and of a short text without any the
scorer dropped paragraphs, most of all in scripts that are rare in the corpora.
"""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articlex_lab.corpora.annotated import Record
from articlex_lab.training.made.crowded import Crowded
from articlex_lab.training.made.crowded_text import labelled, lines_of
from articlex_lab.training.made.listings import random_day, random_name
from articlex_lab.training.made.scripts import rewriting

#: Share of the pages whose paragraphs are the lines of the gold text, not blocks of the flattened page.
_GOLD_SHARE = 0.5

#: Shares of the pages with a title, with a day and with a name above the text.
_TITLE_SHARE, _DAY_SHARE, _NAME_SHARE = 0.7, 0.4, 0.3

#: Share of the pages that are cut short, and paragraphs that stay.
_CUT_SHARE, _KEPT = 0.6, (1, 2, 3, 4, 6, 9)

#: Share of the pages of gold lines that are wrapped, and the columns.
_WRAPPED_SHARE, _WIDTHS = 0.2, (66, 72, 78, 100)

#: Share of the pages with a blank line between paragraphs.
_SPACED_SHARE = 0.75


class _Paragraph(NamedTuple):
    lines: Sequence[str]
    spaced: bool


def text_alone(record: Record, flattener: str) -> Crowded | None:
    """The text of the page with nothing around it; None where it is not found."""
    chance = random.Random(f"{record.name} {flattener} alone")
    by_gold = chance.random() < _GOLD_SHARE
    body = list(_of_gold(record, chance) if by_gold else _of_page(record, flattener))
    if not body:
        return None
    if chance.random() < _CUT_SHARE:
        body = body[: chance.choice(_KEPT)]
    lines = [*_above(record, chance)]
    width = chance.choice(_WIDTHS) if by_gold and chance.random() < _WRAPPED_SHARE else 0
    for paragraph in body:
        if paragraph.spaced and lines:
            lines.append("")
        lines += textwrap.wrap(" ".join(paragraph.lines), width) if width else paragraph.lines
    source, text = "\n".join(lines), record.text or ""
    if change := rewriting(text, chance):
        source, text = change(source), change(text)
    return Crowded(source, text)


def _above(record: Record, chance: random.Random) -> Iterator[str]:
    """The lines above the text: a title, a day, a name, some of them, or none."""
    if record.title and chance.random() < _TITLE_SHARE:
        yield from (record.title.strip(), "")
    if chance.random() < _DAY_SHARE:
        yield random_day(chance)
    if chance.random() < _NAME_SHARE:
        yield random_name(chance)


def _of_gold(record: Record, chance: random.Random) -> Iterator[_Paragraph]:
    spaced = chance.random() < _SPACED_SHARE
    for line in (record.text or "").split("\n"):
        if line.strip():
            yield _Paragraph([line.strip()], spaced)


def _of_page(record: Record, flattener: str) -> Iterator[_Paragraph]:
    blocks, labels = labelled(record, flattener)
    for block, label in zip(blocks, labels, strict=True):
        if label > 0.5:
            yield _Paragraph(lines_of(block), block.gap > 0)
