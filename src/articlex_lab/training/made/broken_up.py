"""Articles of raw page text whose text is broken up: by lists, tables and headings that are part of it, and
by links to related stories, advertisements and boxes that are not.

Most articles of the corpora are paragraphs from beginning to end, and in pages crowded with lists of others a
short line says that the article is over. Here some paragraphs become lists without bullets, rows of a table,
dialogue, or get a heading, all in their own words, so that the gold text stays as it is; lines of others are
set in between paragraphs.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from articlex_lab.corpora.annotated import Record
from articlex_lab.training.made.listings import BULLETS, Stock, is_ideographic, language, some_of

#: How many paragraphs of a page change their looks, and how many lines or boxes of others are set in.
_CHANGES, _BOXES = (1, 1, 2, 2, 3, 4, 6), (0, 0, 1, 1, 2, 3)

#: Words of a heading and of a cell, at least and at most; the most columns and words of a table.
_HEADING_WORDS, _CELL_WORDS, _COLUMNS, _TABLE_WORDS = (2, 7), (1, 3), (2, 4), 60
#: Characters of a heading in ideographs, at least and at most, and of an item that a sentence is cut into.
_HEADING_SIGNS, _ITEM = (5, 14), (12, 70)

_SENTENCES = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])")
_CLAUSES = re.compile(r"(?<=[,;:])\s+|(?<=[，；：、])")
_QUOTES = (("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'), ("「", "」"), ("- ", ""), ("– ", ""))
_BETWEEN_CELLS = ("\t", "\t", "  ", "\n", " | ")

#: What leads to a related story in a line of its own, and what an advertisement says of itself.
_LEADS = (
    "", "", "» ", "▶ ", "→ ", "Read also: ", "Read more: ", "Related: ", "Lesen Sie auch: ", "Lire aussi : ",
    "Lea también: ", "Leggi anche: ", "Читайте также: ", "相关阅读：", "関連記事：", "관련기사: ",
    "اقرأ أيضا: ", "קראו גם: ", "Διαβάστε επίσης: ", "อ่านเพิ่มเติม: ", "यह भी पढ़ें: ",
)  # fmt: skip
_ADVERTS = (
    "Advertisement", "ADVERTISEMENT", "Anzeige", "Publicité", "Publicidad", "Pubblicità", "Реклама", "广告",
    "広告", "[PR]", "광고", "إعلان", "פרסומת", "Διαφήμιση", "โฆษณา", "विज्ञापन",
)  # fmt: skip


class BrokenUp(NamedTuple):
    """The lines of the paragraphs that change, and lines of others that follow a paragraph, both by row."""

    changed: dict[int, list[str]]
    behind: dict[int, list[str]]


def broken_up(
    record: Record, paragraphs: Sequence[tuple[int, str]], have: Stock, chance: random.Random, spaced: bool
) -> BrokenUp:
    """What breaks up the article of a page; ``paragraphs`` are its rows with their texts. On a ``spaced``
    page blank lines part its paragraphs."""
    gap = [""] if spaced else []
    chosen = chance.sample(paragraphs, min(chance.choice(_CHANGES), len(paragraphs)))
    changed = {row: chance.choice(_LOOKS)(" ".join(text.split()), gap, chance) for row, text in chosen}
    behind: dict[int, list[str]] = {}
    for _ in range(chance.choice(_BOXES) if len(paragraphs) > 1 else 0):
        row = chance.choice(paragraphs[:-1])[0]
        behind[row] = [*gap, *_box(record, have, chance)]
    return BrokenUp(changed, behind)


def _list(text: str, gap: Sequence[str], chance: random.Random) -> list[str]:
    """The sentences or clauses of a paragraph as a list, perhaps with its first one above it."""
    items = _items(text, chance)
    above = [items.pop(0), *gap] if len(items) > 2 and chance.random() < 0.5 else []
    bullet = chance.choice(BULLETS)
    if chance.random() < 0.5:
        items = [item.rstrip(".,;。，；、") or item for item in items]
    return [*above, *(bullet + item for item in items)]


def _items(text: str, chance: random.Random) -> list[str]:
    sentences = [part for part in _SENTENCES.split(text) if part]
    if len(sentences) > 1 and chance.random() < 0.5:
        return sentences
    items: list[str] = []
    size = 0
    for clause in _CLAUSES.split(text):
        if not items or size > chance.randint(*_ITEM):
            items.append(clause)
        else:
            items[-1] += clause if is_ideographic(text * 20) else f" {clause}"
        size = len(items[-1])
    return items


def _headed(text: str, gap: Sequence[str], chance: random.Random) -> list[str]:
    """The first words of a paragraph as a heading above the others."""
    head, rest = _first_words(text, chance)
    between = gap if chance.random() < 0.5 else []
    return [head.rstrip(".,:;。，：；"), *between, rest] if rest else [text]


def _first_words(text: str, chance: random.Random) -> tuple[str, str]:
    if is_ideographic(text * 20):
        size = chance.randint(*_HEADING_SIGNS)
        return text[:size], text[size:]
    words = text.split(" ")
    count = chance.randint(*_HEADING_WORDS)
    return " ".join(words[:count]), " ".join(words[count:])


def _table(text: str, gap: Sequence[str], chance: random.Random) -> list[str]:
    """The words of a paragraph as rows of cells."""
    words = list(text) if is_ideographic(text * 20) else text.split(" ")
    if len(words) > _TABLE_WORDS:
        return _list(text, gap, chance)
    sign = "" if is_ideographic(text * 20) else " "
    cells: list[str] = []
    while words:
        count = chance.randint(*_CELL_WORDS) * (1 if sign else 2)
        cells.append(sign.join(words[:count]))
        words = words[count:]
    columns, between = chance.randint(*_COLUMNS), chance.choice(_BETWEEN_CELLS)
    rows = (cells[start : start + columns] for start in range(0, len(cells), columns))
    return [line for row in rows for line in between.join(row).split("\n")]


def _dialogue(text: str, gap: Sequence[str], chance: random.Random) -> list[str]:
    """The sentences of a paragraph, each as a paragraph, some of them in quotation marks."""
    before, behind = chance.choice(_QUOTES)
    lines: list[str] = []
    for sentence in filter(None, _SENTENCES.split(text)):
        lines += [*(gap if lines else ()), before + sentence + behind if chance.random() < 0.6 else sentence]
    return lines


_LOOKS: Sequence[Callable[[str, Sequence[str], random.Random], list[str]]] = (
    _list, _list, _headed, _headed, _headed, _table, _dialogue,
)  # fmt: skip


def _box(record: Record, have: Stock, chance: random.Random) -> list[str]:
    """One line or a few of others: a link to a related story, some of them, or an advertisement."""
    others = some_of(have.others, language(record))
    if not others:
        return [chance.choice(_ADVERTS)]
    what = chance.random()
    if what < 0.5:
        return [chance.choice(_LEADS) + chance.choice(others).title]
    if what < 0.7:
        label = chance.choice(_LEADS).strip(" :：") or "More"
        return [label, *(chance.choice(others).title for _ in range(chance.randint(1, 4)))]
    opening = chance.choice(others).opening
    return [chance.choice(_ADVERTS), *([opening[: chance.randint(40, 160)]] if what < 0.9 else [])]
