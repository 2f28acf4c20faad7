"""Paragraphs of an article set as lists and as the cells of a table, in raw page text.

Lists of teasers stand around the text on most crowded pages and none of them is content, while few articles
of the corpora hold a list of their own; so the scorer left out what stood between two paragraphs. The words
stay, and so does the gold text.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from articlex.regex import regex
from articlex_lab.training.listings import is_ideographic

#: Share of the articles with such lists, and how many one has at most.
_SHARE, _MOST_LISTS = 0.35, 2

#: Share of the lists whose paragraph is the cells of a table, each with a line of its own; words of a cell.
_CELLS_SHARE, _CELL_WORDS = 0.15, (1, 1, 2, 3)

#: Share of the lists to which the paragraph before them leads with a colon; of those that keep signs at ends.
_COLON_SHARE, _SIGN_SHARE = 0.6, 0.3

#: Items of a list, and characters of one, at least; ideographs say as much in a third.
_LEAST_ITEMS, _MOST_ITEMS = 2, 14
_ITEM, _IDEOGRAPHIC_ITEM = 15, 5

#: What stands before an item: a number counts.
_SIGNS = ("", "", "", "* ", "• ", "- ", "· ", "  * ", "  • ", "{n}. ", "  {n}. ", "{n}) ")

_PARTS = regex(r"(?<=[.;:!?])\s+|(?<=[。！？；;，、,،؛।])\s*|\s+[–—]\s+")
_ENDS = ".;:!?。！？；，、,،؛।"
_COLONS = {True: "：", False: ":"}


def as_lists(paragraphs: Sequence[str], chance: random.Random) -> dict[int, list[str]]:
    """The lines of some of an article's ``paragraphs`` by their place: the items of lists, and what leads to
    them. The first one stays as it is, and so do all of most articles."""
    found: dict[int, list[str]] = {}
    if len(paragraphs) < _LEAST_ITEMS or chance.random() >= _SHARE:
        return found
    places = range(1, len(paragraphs))
    for place in sorted(chance.sample(places, min(chance.randint(1, _MOST_LISTS), len(places)))):
        text = " ".join(paragraphs[place].split())
        lines = _cells(text, chance) if chance.random() < _CELLS_SHARE else _items(text, chance)
        if not lines:
            continue
        found[place] = lines
        if place - 1 not in found and chance.random() < _COLON_SHARE:
            before = " ".join(paragraphs[place - 1].split())
            found[place - 1] = [before.rstrip(_ENDS) + _COLONS[is_ideographic(before * 4)]]
    return found


def _items(text: str, chance: random.Random) -> list[str]:
    """Clauses of a paragraph as items, short ones with the one behind them; none where there are too few."""
    least = _IDEOGRAPHIC_ITEM if is_ideographic(text * 4) else _ITEM
    items: list[str] = []
    for part in filter(None, _PARTS.split(text)):
        if items and len(items[-1]) < least:
            items[-1] = f"{items[-1]} {part}"
        else:
            items.append(part)
    if len(items) < _LEAST_ITEMS:
        return []
    kept, rest = items[:_MOST_ITEMS], items[_MOST_ITEMS:]
    sign, keeps = chance.choice(_SIGNS), chance.random() < _SIGN_SHARE
    lines = [sign.format(n=n) + (item if keeps else item.rstrip(_ENDS)) for n, item in enumerate(kept, 1)]
    return [*lines, " ".join(rest)] if rest else lines


def _cells(text: str, chance: random.Random) -> list[str]:
    """The words of a paragraph as cells of a table; none where there are no blanks between them."""
    words = text.split()
    cells: list[str] = []
    while words:
        size = chance.choice(_CELL_WORDS)
        cells.append(" ".join(words[:size]).strip(_ENDS))
        words = words[size:]
    cells = [cell for cell in cells if cell]
    return cells if len(cells) >= _MOST_ITEMS // 2 else []
