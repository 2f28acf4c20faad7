"""What is known of a line of an article from those right above and below it: items of a list look alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log, sqrt
from typing import Any, NamedTuple

from articlex.punctuation import COLONS
from articlex.read.text.character_kinds import COLON, COMMA, END, KIND, SMALL
from articlex.regex import regex

#: The values of a line: its place in the run, and what it has in common with the lines near it there.
RUN_NAMES = (
    "run_lines", "run_before", "run_behind", "run_colon_back", "run_longer_than_last", "run_next_longer",
    "near_lines", "near_size", "near_spread", "near_signed", "near_same_sign", "near_same_first",
    "near_same_word", "near_small", "near_labelled", "labelled",
)  # fmt: skip

#: How far lines are near, and where counts of lines end.
_NEAR, _MANY, _FAR = 3, 40, 20
#: Characters of a line that are looked at for its size.
_LONGEST = 400
#: What stands for the difference to a line that is not there, and for a colon that is not.
_NO_LINE, _NO_COLON = 9.0, -1.0
#: "Battery life: two days", "Battery life - two days".
_LABEL = regex(r".{1,50}?(?::|\s[–—-])\s")
_SIGNS = {COMMA, END, COLON}


class _Line(NamedTuple):
    size: float
    sign: str
    first: int
    word: str
    is_small: bool
    is_labelled: bool


def runs(lines: Sequence[int]) -> Iterator[range]:
    """The stretches of ``lines``, places of blocks in ascending order, that stand right below each other: the
    places of each in ``lines``."""
    start = 0
    for place in range(1, len(lines) + 1):
        if place == len(lines) or lines[place] != lines[place - 1] + 1:
            yield range(start, place)
            start = place


def run_features(texts: Sequence[str], lines: Sequence[int], sizes: Sequence[float]) -> list[list[float]]:
    """The values of ``lines`` with these texts and sizes, in the order of :data:`RUN_NAMES`."""
    seen = [_seen(text, size) for text, size in zip(texts, sizes, strict=True)]
    return [values for run in runs(lines) for values in _of_run(seen[run.start : run.stop])]


def _seen(text: str, size: float) -> _Line:
    kind = KIND[text[-1]]
    first = KIND[text[0]]
    word = text.split(None, 1)[0].lower()
    sign = text[-1] if kind in _SIGNS else ""
    return _Line(min(size, _LONGEST), sign, first, word, first == SMALL, _LABEL.match(text) is not None)


def _of_run(run: Sequence[_Line]) -> Iterator[list[float]]:
    colon = None
    last = len(run) - 1
    columns = list(zip(*run, strict=True))
    for place, line in enumerate(run):
        above, below = slice(max(0, place - _NEAR), place), slice(place + 1, place + 1 + _NEAR)
        near = [column[above] + column[below] for column in columns]
        yield [
            min(len(run), _MANY),
            min(place, _FAR),
            min(last - place, _FAR),
            _NO_COLON if colon is None else min(place - colon, _FAR),
            log(line.size / run[place - 1].size) if place else _NO_LINE,
            log(run[place + 1].size / line.size) if place < last else _NO_LINE,
            len(near[0]),
            *(_in_common(line, near) if near[0] else [_NO_LINE] * len(RUN_NAMES[7:-1])),
            line.is_labelled,
        ]
        if line.sign and line.sign in COLONS:
            colon = place


def _in_common(line: _Line, near: Sequence[tuple[Any, ...]]) -> list[float]:
    """What a line has in common with those near it; ``near`` are their values, a tuple for each field."""
    sizes, signs, firsts, words, small, labelled = near
    count = len(sizes)
    mean = sum([*sizes, line.size]) / (count + 1)
    squares = sum([(size - mean) ** 2 for size in (*sizes, line.size)])
    return [
        sum(sizes) / count,
        sqrt(squares / (count + 1)) / mean,
        (count - signs.count("")) / count,
        signs.count(line.sign) / count,
        firsts.count(line.first) / count,
        words.count(line.word) / count,
        sum(small) / count,
        sum(labelled) / count,
    ]
