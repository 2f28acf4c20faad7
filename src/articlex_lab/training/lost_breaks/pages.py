"""The pages that the choice of lost line breaks is fitted on.

Each page is flattened by ``get_text()`` in two of three ways, mostly with its white space made one. As the
corpora that may be trained on are mostly European, one page in three is there once more in ideographs,
without spaces between words, in Arabic letters, Devanagari or Hangul, which have no capitals. Some of its
running text is there alone, mostly one paragraph: in a line that is no page there may be nothing to part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import numpy as np

from articlex.read.text.lost_breaks.gap_features import gap_features
from articlex.read.text.lost_breaks.pieces import SPACE, Pieces, pieces_of
from articlex_lab.corpora import annotated
from articlex_lab.corpora.annotated import Record, stable_hash
from articlex_lab.corpora.sites import site
from articlex_lab.training.breaks.pages import HANGUL
from articlex_lab.training.fitting.model_files import LICENCES
from articlex_lab.training.lost_breaks.rows import Row, joined, rows_of
from articlex_lab.training.made.scripts import ARABIC, DEVANAGARI, to_ideographs, to_letters


class Way(NamedTuple):
    """A way to flatten a page: what is written between two texts, and whether each is stripped."""

    separator: str
    strip: bool


STRIPPED, SPACED, GLUED = Way(" ", True), Way(" ", False), Way("", False)
_WAYS = (STRIPPED, SPACED, GLUED)
#: One page in so many keeps the line breaks that its texts have; one in so many is there in another script.
_KEPT_EVERY, _REWRITTEN_EVERY = 3, 3
#: Gaps of a page that are taken, by chance, and so many of them that the page counts as a whole one.
_TAKEN, _WHOLE = 250, 100
#: Characters of a row of running text, and most rows of it that are taken alone.
_RUNNING, _MOST_ALONE = 150, 6
#: Stands between rows while their script is changed.
_EDGE = "\0"


class Example(NamedTuple):
    """Some of the gaps of a flattened page."""

    site: str
    way: Way
    #: The features of the gaps [gaps, features], and whether a line ended at each [gaps].
    values: Any
    ended: Any
    #: Whether it counts in the scores; pages in another script and running text alone do not.
    scored: bool = True

    @property
    def weights(self) -> Any:
        """The weights of the gaps in the fit, float [gaps]."""
        return np.full(len(self.ended), min(1.0, _WHOLE / len(self.ended)))


def examples(corpora: Sequence[str] = tuple(LICENCES)) -> Iterator[Example]:
    """The examples of all pages of ``corpora``."""
    for record in annotated.load(corpora):
        number = int(stable_hash(record.name)[:12], 16)
        first = _WAYS[number % 3]
        other = STRIPPED if first is GLUED else GLUED
        turn = number // 3 % _KEPT_EVERY
        rows = rows_of(record.read(), *first)
        yield from _example(record, number, first, rows, keeps=turn == 0)
        yield from _example(record, number, other, rows_of(record.read(), *other), keeps=turn == 1)
        if number // 9 % _REWRITTEN_EVERY == 0:
            made = _in_script(number // 27 % 4, rows)
            for each in _example(record, number, first, made, keeps=turn == 0):
                yield each._replace(scored=False)
        for each in _example(record, number, first, _running_text(number, rows), keeps=False):
            yield each._replace(scored=False)


def _running_text(number: int, rows: Sequence[Row]) -> list[Row]:
    """Some rows of running text that stand below each other, one of a page in two."""
    runs = [[*run] for running, run in groupby(rows, lambda row: len(row.text) >= _RUNNING) if running]
    if not runs:
        return []
    run = runs[number % len(runs)]
    start = number // 2 % len(run)
    return run[start : start + (1 if number % 2 else 2 + number // 4 % (_MOST_ALONE - 1))]


def _example(record: Record, number: int, way: Way, rows: Sequence[Row], *, keeps: bool) -> Iterator[Example]:
    """The example that ``rows`` make, if there are enough of them. ``keeps``: with their line breaks."""
    text, places = joined(rows)
    pieces = pieces_of(text)
    if len(pieces.texts) < 3:
        return
    if not keeps:
        pieces = Pieces(pieces.texts, pieces.starts, [min(gap, SPACE) for gap in pieces.gaps])
    features = gap_features(pieces.texts, pieces.gaps)
    ended = np.array([start in places for start in pieces.starts[1:]])
    chance = np.random.default_rng(number)
    taken = np.sort(chance.choice(len(ended), min(len(ended), _TAKEN), replace=False))
    values = np.stack([column[taken] for column in features.values()], axis=1).astype(np.float32)
    yield Example(site(record), way, values, ended[taken])


def _in_script(number: int, rows: Sequence[Row]) -> list[Row]:
    """The rows in one of four scripts."""
    text = _EDGE.join(row.text for row in rows)
    text = to_letters((ARABIC, DEVANAGARI, HANGUL)[number - 1], text) if number else to_ideographs(text)
    return [Row(row.before or " ", made) for row, made in zip(rows, text.split(_EDGE), strict=True)]
