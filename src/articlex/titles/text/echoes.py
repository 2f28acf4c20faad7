"""Where else a page says what a line says that may be its headline.

An article comes back to the terms of its headline, and hardly any other short line of its page does as
much: the words of a menu stand in other menus, and the site's name in the notice at the foot. That needs
no list of words, and holds in any language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, repeat
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from articlex.copyright_notices import has_sign
from articlex.page import Page
from articlex.signs import Signs
from articlex.titles.candidate import Candidate
from articlex.tokens import ascii_spaced, words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Lines that are searched, the longest of them, and paragraphs of running text and characters of each.
MAX_LINES, MAX_CHARS, MAX_PARAGRAPHS, MAX_PARAGRAPH = 600, 300, 24, 800
#: Paragraphs after a line that are the opening of its text.
OPENING = 3
#: Letters of a word that count, so that its inflections are one term.
STEM = 6
#: More mentions than this tell nothing more.
MOST = 8
_stem = itemgetter(slice(STEM))

#: Share of a line's terms that the text says, how often, how often for each term, the shares in the opening
#: and after it, and the first paragraph with one. A term counts for less the more short lines have it.
NAMES = ("said", "told", "told-each", "said-in-opening", "said-later", "first-said")
_SAID, _TOLD, _TOLD_EACH, _IN_OPENING, _LATER, _FIRST = range(len(NAMES))
#: Their values for a line of which the text says no term.
_UNSAID = (0.0, 0.0, 0.0, 0.0, 0.0, float(MAX_PARAGRAPHS))


class Echoes(NamedTuple):
    """The terms of a page: those of each paragraph of running text, and how many short lines have each."""

    #: The blocks that are the paragraphs, and the terms of each.
    paragraphs: list[int]
    told: list[frozenset[str]]
    lines: Counter[str]
    #: The terms of each short line, and of the paragraphs that were read to their end.
    terms: dict[int, frozenset[str]]
    #: The words of the blocks that were read to their end, lines in ASCII left out.
    words: dict[int, list[str]]

    def describe(self, terms: Sequence[frozenset[str]], indices: Sequence[int]) -> NDArray[np.float64]:
        """What the text says of the ``terms`` of lines at ``indices``: a row of :data:`NAMES` for each.

        All lines at once: a term of a line is one element of the arrays.
        """
        import numpy as np

        values = np.full((len(terms), len(_UNSAID)), _UNSAID)
        flat = list(chain.from_iterable(terms))
        paragraphs = self._paragraphs_with(frozenset(flat))
        # Each term's paragraphs as the bits of a number; of terms with none only the weight counts.
        numbers = np.fromiter(map(paragraphs.__getitem__, flat), np.int64, len(flat))
        said = np.flatnonzero(numbers)
        if not len(said):
            return values
        rare = 1.0 / (1.0 + np.fromiter(map(self.lines.get, flat, repeat(0)), np.float64, len(flat)))
        sizes = np.fromiter(map(len, terms), np.int64, len(terms))
        line = np.repeat(np.arange(len(terms)), sizes)[said]
        numbers, told = numbers[said], rare[said]
        # The bits of the paragraphs after the line, the next one as the lowest.
        start = np.searchsorted(self.paragraphs, indices, "right")
        ahead = numbers >> start[line]
        bits = np.unpackbits(numbers.astype("<u4").view(np.uint8)).reshape(-1, 32)
        often = np.minimum(bits.sum(1), MOST)
        opening, later = ahead & ((1 << OPENING) - 1) != 0, ahead >> OPENING != 0
        # Where the terms of each line begin that has some; sums over them, and over all its terms.
        begins = np.flatnonzero(np.concatenate(([True], line[1:] != line[:-1])))
        sums = _exact_sums(np.array((told, told * often, told * opening, told * later)), begins)
        described = line[begins]
        with_terms = np.flatnonzero(sizes)
        all_of = np.zeros(len(terms))
        all_of[with_terms] = _exact_sums(rare, (np.cumsum(sizes) - sizes)[with_terms])
        values[described, _TOLD] = sums[1]
        values[described[:, None], (_SAID, _TOLD_EACH, _IN_OPENING, _LATER)] = (sums / all_of[described]).T
        next_ones = np.bitwise_or.reduceat(ahead, begins)
        is_ahead = next_ones > 0
        # The exponent of the lowest bit is the number of paragraphs before the first one.
        lowest = np.frexp((next_ones & -next_ones)[is_ahead].astype(float))[1] - 1
        values[described[is_ahead], _FIRST] = lowest
        return values

    def _paragraphs_with(self, terms: frozenset[str]) -> dict[str, int]:
        """For each term, one bit for each paragraph that has it."""
        found = dict.fromkeys(terms, 0)
        for number, told in enumerate(self.told):
            for term in told & terms:
                found[term] |= 1 << number
        return found


def _exact_sums(values: NDArray[np.float64], begins: NDArray[np.int64]) -> NDArray[np.float64]:
    """Sums of the stretches of ``values`` that begin at ``begins``, whatever the order of the terms.

    A set's terms come in any order. Of numbers from 2 ** -20 to 8 the multiples of 2 ** -30 have exact sums,
    and so have the rests; the sum of both is rounded once.
    """
    import numpy as np

    high = np.rint(values * 2.0**30) / 2.0**30
    sums: NDArray[np.float64] = np.add.reduceat(high, begins, -1) + np.add.reduceat(values - high, begins, -1)
    return sums


def read_echoes(page: Page, signs: Signs) -> Echoes:
    """The terms of a page."""
    paragraphs: list[int] = []
    told: list[frozenset[str]] = []
    words: dict[int, list[str]] = {}
    short: dict[int, str] = {}
    start = min(signs.first, signs.core[0])
    for block, is_prose in zip(page.blocks, signs.prose, strict=True):
        if not is_prose:
            if block.index < MAX_LINES and len(block.text) <= MAX_CHARS:
                short[block.index] = block.text
        elif block.index >= start and len(paragraphs) < MAX_PARAGRAPHS:
            paragraphs.append(block.index)
            read = words_of(block.text[:MAX_PARAGRAPH])
            told.append(_stems(read))
            if len(block.text) <= MAX_PARAGRAPH:
                words[block.index] = read
    terms = _terms_of_lines(short, words)
    lines = Counter(chain.from_iterable(terms.values()))
    terms.update((index, each) for index, each in zip(paragraphs, told, strict=True) if index in words)
    return Echoes(paragraphs, told, lines, terms, words)


def _terms_of_lines(lines: dict[int, str], words: dict[int, list[str]]) -> dict[int, frozenset[str]]:
    """The terms of each line. Those in ASCII are cut up together; the words of others go to ``words``."""
    plain = [index for index, text in lines.items() if text.isascii() and "\n" not in text]
    cut = ascii_spaced("\n".join([lines[index] for index in plain])).split("\n")
    found = {index: _stems(text.split()) for index, text in zip(plain, cut, strict=False)}
    for index, text in lines.items():
        if index not in found:
            words[index] = words_of(text)
            found[index] = _stems(words[index])
    return found


def terms_of(text: str) -> frozenset[str]:
    """The beginnings of the words of ``text``, or its pairs of letters in scripts without spaces."""
    return _stems(words_of(text))


def _stems(words: list[str]) -> frozenset[str]:
    return frozenset(map(_stem, words))


def add_repeats(page: Page, signs: Signs, candidates: Sequence[Candidate]) -> None:
    """Add to each candidate's features where its text stands again: alone, in a longer line, in the text."""
    texts = [block.text for block in page.blocks]
    notices = [start for text in texts if has_sign(start := text[:MAX_CHARS])]
    looked_at = list(zip(texts[:MAX_LINES], signs.prose, strict=False))
    prose = [text[:MAX_PARAGRAPH] for text, is_prose in looked_at if is_prose]
    lines = [text for text, is_prose in looked_at if not is_prose and len(text) <= MAX_CHARS]
    in_lines = "\n".join(lines).lower()
    # Each line counted once for all candidates: a third of the time of a search for each.
    alone = Counter(in_lines.split("\n"))
    in_prose, in_notices = "\n".join(prose).lower(), "\n".join(notices).lower()
    for candidate in candidates:
        text, features = candidate.text.lower(), candidate.features
        whole = alone[text]
        features["again-alone"] = min(whole, MOST)
        features["again-in-line"] = min(in_lines.count(text) - whole, MOST)
        features["again-in-text"] = min(in_prose.count(text), MOST)
        features["in-notice"] = float(text in in_notices)
