"""The pages that the choice between lines that go on and lines that do not is fitted on.

The corpora that may be trained on are mostly European, so that one page in three is there once more in a
script without capitals: in ideographs, without spaces and with Chinese punctuation; in Arabic letters or
Devanagari; in Hangul, where what follows a link is written together with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from articlex.read.text.around.own_lines import own_lines
from articlex.read.text.lines import Line
from articlex.read.text.parted.break_features import break_features
from articlex_lab.corpora import annotated
from articlex_lab.corpora.annotated import Record, stable_hash
from articlex_lab.corpora.flatteners import flatten
from articlex_lab.corpora.sites import site
from articlex_lab.training.breaks.text_nodes import Between, flattened
from articlex_lab.training.fitting.model_files import LICENCES
from articlex_lab.training.made.scripts import ARABIC, DEVANAGARI, to_ideographs, to_letters

#: How a page is flattened: with and without its white space, and by programs that keep paragraphs whole,
#: whose lines are all apart. One page in so many is flattened by one of these.
KEPT, STRIPPED = "kept", "stripped"
OTHERS = ("lines", "html-text", "inscriptis")
OTHERS_EVERY = 2
#: Lines of a piece of a page, by which pages of few lines are learned: at least, and at most so many more.
LEAST_PIECE, MORE_PIECE = 8, 56
#: One page in so many is there in another script.
REWRITTEN_EVERY = 3
HANGUL = "가나다라마바사아자차카타파하거너더러머버서어저처커터"
#: The one space at the end or the beginning of a line, beside an ideograph.
_EDGE_SPACE = re.compile(r"(?m)(?<=[\u3000-\u9fff\uff00-\uffef]) $|^ (?=[\u3000-\u9fff\uff00-\uffef])")


class Example(NamedTuple):
    """A flattened page, or a piece of one, with the breaks between its lines."""

    corpus: str
    site: str
    flattening: str
    #: The features of the breaks [breaks, features], and what the HTML has there [breaks].
    values: Any
    between: Any
    #: Characters of the lines [breaks + 1].
    sizes: Any
    #: Whether it counts in the scores; pieces do not.
    scored: bool = True

    @property
    def right(self) -> Any:
        """Whether text goes on at each break: float [breaks]."""
        return (self.between == Between.NOTHING).astype(float)

    @property
    def weights(self) -> Any:
        """The weights of the breaks in the fit, float [breaks]: a page of many lines counts as one of 200."""
        return np.full(len(self.between), min(1.0, 200 / len(self.between)))


def examples(corpora: Sequence[str] = tuple(LICENCES)) -> Iterator[Example]:
    """The examples of all pages of ``corpora``."""
    for record in annotated.load(corpora):
        number = int(stable_hash(record.name)[:12], 16)
        for flattening in (KEPT, STRIPPED):
            text, below = flattened(record.read(), strip=flattening == STRIPPED)
            lines = own_lines(text).lines
            yield from _example(record, flattening, lines, below)
            # Once for each page, with one of its flattenings.
            if (number % 2 == 0) == (flattening == KEPT):
                made = [_piece(lines, number // 2)]
                if number // 2 % REWRITTEN_EVERY == 0:
                    rewritten = _in_script(number // 2 // REWRITTEN_EVERY % 4, text, below)
                    made.append(own_lines(rewritten).lines)
                for each in made:
                    for example in _example(record, flattening, each, below):
                        yield example._replace(scored=False)
        if number % OTHERS_EVERY == 0:
            other = OTHERS[number // OTHERS_EVERY % len(OTHERS)]
            yield from _example(record, other, own_lines(flatten(record, other)).lines, {})


def _example(
    record: Record, flattening: str, lines: Sequence[Line], below: Mapping[int, Between]
) -> Iterator[Example]:
    """The example that ``lines`` make, if there are enough for one break."""
    if len(lines) > 1:
        values = np.stack(list(break_features(lines).values()), axis=1)
        between = np.array([below.get(line.number, Between.BLOCK) for line in lines[:-1]], np.int8)
        sizes = np.array([len(line.text) for line in lines], np.int32)
        yield Example(record.corpus, site(record), flattening, values, between, sizes)


def _piece(lines: Sequence[Line], number: int) -> Sequence[Line]:
    """A stretch of ``lines`` that a number chooses."""
    size = LEAST_PIECE + number % MORE_PIECE
    start = number // MORE_PIECE % max(1, len(lines) - size)
    return lines[start : start + size]


def _in_script(number: int, text: str, below: Mapping[int, Between]) -> str:
    """A flattened page in one of four scripts, with the same lines."""
    if number == 0:
        return _EDGE_SPACE.sub("", to_ideographs(text))
    if number < 3:
        return to_letters((ARABIC, DEVANAGARI)[number - 1], text)
    rows = to_letters(HANGUL, text).split("\n")
    for place in range(1, len(rows)):
        if rows[place][:1] == " " and below.get(place) is Between.NOTHING:
            rows[place] = rows[place][1:]
    return "\n".join(rows)
