"""The lines of raw page text that may be the headline, with cheap features for all of them at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

from articlex.page import Block, Kind, Page, Role
from articlex.regex import regex
from articlex.scoring.features import places_of
from articlex.signs import Signs
from articlex.signs.densest import densest
from articlex.titles.text.echoes import NAMES, Echoes, read_echoes, terms_of
from articlex.tokens import width

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TABLE = Kind.TABLE  # see articlex.page

#: Lines that may be the headline: the first, and those above and below a start of the body; their length.
HEAD_LINES, _LINES_ABOVE, _LINES_BELOW = 120, 50, 12
MIN_CHARS, MAX_CHARS = 2, 300
#: In the search for the body: bytes that a paragraph counts, at most, and that any other line costs.
MAX_PARAGRAPH, _SHORT_LINE = 800, 60
#: Characters of a neighbouring line whose width is measured.
_MAX_WIDTH = 400
#: Columns of the widest line of a menu.
_MAX_ITEM = 40

#: What separates cells of a row, and how many such gaps make a line a row of a menu or a table.
_GAP, MAX_COLUMNS = "   ", 3

_DATE = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[./]\d{1,2}[./]\d{2,4}|年|\d{1,2}:\d\d")
#: One of these is in each date and price; most lines have none.
_NUMBER = regex(r"[\d年]")
#: Characters of the longest line with a date or a price.
_MAX_DATED = 80
#: A price, as below the name of a product. (As the model has learned it: :mod:`articlex.prices` has
#: more.)
_PRICE = regex(r"[$€£¥₹₽₩฿₺₫₪]\s?\d|\d\s?(?:[€£¥₹₽₩฿₺₫₪]|zł|kr|лв|Kč|Ft|元|円)")
#: The mark of a list before a line; how a line ends, and its role, as values of features.
_BULLET = regex(r"(?:[*•·+▪●○◦–-]|\(?\d{1,2}[.)]|\[\d+\])\s")
_ENDS = {
    ".": 1.0, "。": 1.0, "।": 1.0, "?": 2.0, "!": 2.0, "？": 2.0, "！": 2.0, "؟": 2.0,
    ":": 3.0, "：": 3.0, ",": 3.0, "،": 3.0, "，": 3.0, ";": 3.0, "…": 4.0, "→": 4.0, "»": 4.0, ">": 4.0,
}  # fmt: skip
_ROLES = {
    Role.NAV: 1.0, Role.BREADCRUMB: 2.0, Role.LANGUAGE_MENU: 3.0, Role.SHARE: 4.0, Role.CONSENT: 5.0,
    Role.TAGS: 6.0, Role.RELATED: 7.0, Role.PROMO: 7.0, Role.COMMENT: 7.0, Role.FOOTER: 8.0, Role.LEGAL: 8.0,
}  # fmt: skip
#: Lines above and below a line that are among its features.
_BEFORE, _AFTER = 3, 4
#: Stretches of blocks around a line in which running text is measured.
_STRETCHES = (("near", 1, 6), ("far", 1, 16), ("above", -15, 0))
#: Lines above and below a line in which the same line is sought.
_BESIDE = 4


@dataclass(slots=True)
class Lines:
    """The lines that may be the headline: ``indices`` of blocks, ``values`` with a column for each name."""

    indices: list[int]
    names: tuple[str, ...]
    values: NDArray[np.float32]
    #: The first block with text; several programs print the <title> there.
    head: Block | None
    echoes: Echoes
    #: The terms of each line, and the values of :data:`articlex.titles.text.echoes.NAMES` for it.
    terms: list[frozenset[str]]
    said: NDArray[np.float64]

    def columns(self, names: Sequence[str]) -> NDArray[np.float32]:
        """The values of the named columns, a row for each line."""
        return self.values[:, places_of(tuple(names), self.names)]


def read_lines(page: Page, signs: Signs) -> Lines:
    """The lines of a page that may be its headline, with their features."""
    import numpy as np

    blocks = page.blocks
    body = _body_start(blocks, signs)
    head = next((block for block in blocks if block.text), None)
    starts = (body, signs.first, signs.core.first)
    gaps = _gaps_of_lines(blocks, starts)
    indices = list(gaps)
    echoes = read_echoes(page, signs)
    if not indices:
        none = np.zeros((0, 0))
        return Lines([], (), none.astype(np.float32), head, echoes, [], none)
    at = np.array(indices)
    columns = _places(page, signs, body, at)
    columns |= _around(page, signs, at)
    columns |= _own(page, gaps, head)
    terms = [echoes.terms[i] if i in echoes.terms else terms_of(blocks[i].text) for i in indices]
    said = echoes.describe(terms, indices)
    columns |= dict(zip(NAMES, said.T, strict=True))
    values = np.concatenate(list(columns.values())).reshape(len(columns), -1).T.astype(np.float32)
    return Lines(indices, tuple(columns), values, head, echoes, terms, said)


def _body_start(blocks: Sequence[Block], signs: Signs) -> int:
    """The first block of the stretch with the most running text in relation to its other lines."""
    before = signs.prose_before
    paragraphs = compress(range(len(blocks)), signs.prose)
    sizes = ((at, min(before[at + 1] - before[at], MAX_PARAGRAPH)) for at in paragraphs)
    stretch = densest(sizes, _SHORT_LINE)
    return stretch[0] if stretch else len(blocks)


def _gaps_of_lines(blocks: Sequence[Block], starts: Sequence[int]) -> dict[int, int]:
    """The lines that may be the headline, with their wide gaps; the body may begin at ``starts``."""
    wanted = set(range(min(HEAD_LINES, len(blocks))))
    for start in starts:
        if start < len(blocks):
            wanted.update(range(max(0, start - _LINES_ABOVE), min(start + _LINES_BELOW, len(blocks))))
    fitting = [index for index in sorted(wanted) if MIN_CHARS <= len(blocks[index].text) <= MAX_CHARS]
    # A stanza and a piece of code have several lines.
    lines = (
        index for index in fitting if blocks[index].kind is not _TABLE and "\n" not in blocks[index].text
    )
    gaps = {index: _gaps(blocks[index].lines) for index in lines}
    return {index: count for index, count in gaps.items() if count < MAX_COLUMNS}


def _gaps(lines: Sequence[str]) -> int:
    """How many wide gaps the first of ``lines`` has inside."""
    return lines[0].strip().count(_GAP) if lines and _GAP in lines[0] else 0


def _places(page: Page, signs: Signs, body: int, at: NDArray[np.int64]) -> dict[str, NDArray[np.float64]]:
    """Columns on where each line stands, and how much running text is around it; ``at`` are the indices."""
    import numpy as np

    count = len(page.blocks)
    before = np.array(signs.prose_before, float)
    columns = {
        "line": at.astype(float),
        "position": at / count,
        "prose-above": before[at] / max(1, before[-1]),
    }
    landmarks = {"prose": signs.first, "core": signs.core.first, "body": body, "tail": signs.tail}
    for name, landmark in landmarks.items():
        distance = landmark - at
        columns[f"to-{name}"] = np.copysign(np.log1p(np.abs(distance)), distance)
        columns[f"page:{name}"] = np.full(len(at), landmark / count)
    for name, start, end in _STRETCHES:
        first, last = (np.minimum(np.maximum(at + step, 0), count) for step in (start, end))
        columns[f"text-{name}"] = np.log1p(before[last] - before[first])
    columns["page:blocks"] = np.full(len(at), np.log1p(count))
    columns["page:prose"] = np.full(len(at), np.log1p(before[-1]))
    return columns


def _around(page: Page, signs: Signs, at: NDArray[np.int64]) -> dict[str, NDArray[np.float64]]:
    """Columns on each line and its neighbours: widths, gaps, dates, prices, labels, roles, runs of items."""
    import numpy as np

    blocks, count = page.blocks, len(page.blocks)
    texts = [block.text for block in blocks]
    most = _MAX_WIDTH
    lengths = _padded([min(len(t), most) if t.isascii() else width(t[:most]) for t in texts], -1.0)
    gaps = _padded([block.gap for block in blocks], 9.0)
    prose = _padded(signs.prose)
    labels = _padded([bool(label) for label in signs.labels])
    roles = _padded([_ROLES.get(mark.role, 0.0) for mark in page.marks] or [0.0] * count)
    is_near = np.zeros(count + _BEFORE + _AFTER, bool)
    for step in range(-2, _AFTER):
        is_near[at + (_BEFORE + step)] = True
    near = np.flatnonzero(is_near[_BEFORE : _BEFORE + count]).tolist()
    dates, prices = np.zeros((2, count + _BEFORE + _AFTER))
    for index in set(near).intersection(signs.with_digits):
        text = blocks[index].text
        if len(text) < _MAX_DATED and _NUMBER.search(text):
            dates[index + _BEFORE] = _DATE.search(text) is not None
            prices[index + _BEFORE] = _PRICE.search(text) is not None
    here = at + _BEFORE
    columns = {"width": lengths[here], "gap": gaps[here], "gap-after": gaps[here + 1]}
    for step in (-3, -2, -1, 1, 2, 3):
        columns[f"width:{step:+d}"] = lengths[here + step]
    columns |= {"prose": prose[here], "label": labels[here], "role": roles[here], "date": dates[here]}
    columns |= {"prose:+1": prose[here + 1], "prose:+3": prose[here + 1] + prose[here + 2] + prose[here + 3]}
    columns |= {"label:-1": labels[here - 1], "label:+1": labels[here + 1]}
    columns |= {"role:-1": roles[here - 1], "role:+1": roles[here + 1]}
    columns |= {"date:-1": dates[here - 1] + dates[here - 2]}
    columns |= {"date:+1": dates[here + 1] + dates[here + 2] + dates[here + 3]}
    columns |= {"price": prices[here], "price:+1": prices[here + 1] + prices[here + 2] + prices[here + 3]}
    item = (lengths < _MAX_ITEM) & (prose == 0) & (lengths >= 0)
    columns["run-above"], columns["run-below"] = _runs(item)[here - 1], _runs(item[::-1])[::-1][here + 1]
    return columns


def _padded(values: Sequence[float], fill: float = 0.0) -> NDArray[np.float64]:
    """The values of all blocks with ``fill`` before and behind them, so that each block has neighbours."""
    import numpy as np

    padded = np.full(len(values) + _BEFORE + _AFTER, fill)
    padded[_BEFORE : _BEFORE + len(values)] = values
    return padded


def _runs(item: NDArray[np.bool_]) -> NDArray[np.float64]:
    """How many items there are in a row up to each place."""
    import numpy as np

    places = np.arange(len(item))
    breaks = np.maximum.accumulate(np.where(item, -1, places))
    runs: NDArray[np.float64] = (places - breaks).astype(float)
    return runs


def _own(page: Page, gaps: Mapping[int, int], head: Block | None) -> dict[str, NDArray[np.float64]]:
    """Columns on the text of each line: its length, its first and last characters, its repetitions."""
    import numpy as np

    texts = [block.text for block in page.blocks]
    times = Counter(texts)
    head_text = head.text[:MAX_CHARS].casefold() if head else ""
    heading, item = Kind.HEADING, Kind.LIST_ITEM
    rows: list[dict[str, float]] = []
    for index, count in gaps.items():
        block = page.blocks[index]
        text = block.text
        often = times[text]
        rows.append(
            {
                "spaces": text.count(" ") + 1.0,
                "indent": block.indent,
                "times": often,
                "just-above": often > 1 and text in texts[max(0, index - _BESIDE) : index],
                "just-below": often > 1 and text in texts[index + 1 : index + 1 + _BESIDE],
                "above": often > 1 and texts.index(text) < index,
                "heading": block.kind is heading,
                "item": block.kind is item,
                "ends": _ENDS.get(text[-1], 0.0),
                "lower": text[0].islower(),
                "digit": text[0].isdigit(),
                "upper": text.isupper(),
                "bullet": not text[0].isalpha() and _BULLET.match(text) is not None,
                "separator": "|" in text or " - " in text or " / " in text,
                "address": "@" in text or "//" in text,
                "columns": count,
                "in-head": 3 < len(text) <= len(head_text) and text.casefold() in head_text,
            }
        )
    return dict(zip(rows[0], np.array([[*row.values()] for row in rows], float).T, strict=True))
