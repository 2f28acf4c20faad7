"""Features of a line by where else its page says the same.

An article comes back to the terms of its headline more than to those of most other short lines: the words of
a menu stand in other menus, and the site's name in the copyright notice. That needs no word lists and holds
in any language.
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

#: Lines that are searched and characters of the longest; paragraphs of running text and characters of each.
MAX_LINES, MAX_CHARS, _MAX_PARAGRAPHS, MAX_PARAGRAPH = 600, 300, 24, 800
#: The paragraphs are bits of one number for each term.
_BITS = 32
assert _MAX_PARAGRAPHS <= _BITS
#: Paragraphs behind a line that are the opening of its text.
OPENING = 3
#: Letters of a term: the start of a word, so that its inflections are one term.
STEM = 6
#: Mentions that count, at most.
MOST = 8
_stem = itemgetter(slice(STEM))

#: The share of a line's terms that the text has; how often, in all and for each term; the shares in the
#: opening and behind it; the first paragraph with one. A term counts for less the more short lines have it.
NAMES = ("said", "told", "told-each", "said-in-opening", "said-later", "first-said")
_SAID, _TOLD, _TOLD_EACH, _IN_OPENING, _LATER, _FIRST = range(len(NAMES))
#: Their values for a line of which the text has no term.
_UNSAID = (0.0, 0.0, 0.0, 0.0, 0.0, float(_MAX_PARAGRAPHS))


class Echoes(NamedTuple):
    """The terms of a page, in paragraphs of running text and in short lines."""

    #: The blocks of the paragraphs, the terms of each, and how many short lines have each term.
    paragraphs: list[int]
    told: list[frozenset[str]]
    lines: Counter[str]
    #: The terms of each short line, and of each paragraph that was read to its end.
    terms: dict[int, frozenset[str]]
    #: The words of the same blocks, but for lines in ASCII.
    words: dict[int, list[str]]

    def describe(self, terms: Sequence[frozenset[str]], indices: Sequence[int]) -> NDArray[np.float64]:
        """A row with the values of :data:`NAMES` for each of the lines at ``indices``, by their ``terms``.

        All lines are done at once: each term of each line is one element of the arrays.
        """
        import numpy as np

        values = np.full((len(terms), len(_UNSAID)), _UNSAID)
        flat = list(chain.from_iterable(terms))
        paragraphs = self._paragraphs_with(frozenset(flat))
        # The paragraphs of each term as the bits of a number; of a term without any, only the weight counts.
        numbers = np.fromiter(map(paragraphs.__getitem__, flat), np.int64, len(flat))
        said = np.flatnonzero(numbers)
        if not len(said):
            return values
        rare = 1.0 / (1.0 + np.fromiter(map(self.lines.get, flat, repeat(0)), np.float64, len(flat)))
        sizes = np.fromiter(map(len, terms), np.int64, len(terms))
        line = np.repeat(np.arange(len(terms)), sizes)[said]
        numbers, told = numbers[said], rare[said]
        # The bits of the paragraphs behind the line; that of the next one is the lowest.
        ahead = numbers >> np.searchsorted(self.paragraphs, indices, "right")[line]
        often = np.minimum(_count_of_bits(numbers), MOST)
        opening, later = ahead & ((1 << OPENING) - 1) != 0, ahead >> OPENING != 0
        # Where the terms of each line begin; sums over those that the text has, and over all.
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
        values[described[is_ahead], _FIRST] = _lowest_bit(next_ones[is_ahead])
        return values

    def _paragraphs_with(self, terms: frozenset[str]) -> dict[str, int]:
        """For each term, a number with one bit for each paragraph that has it."""
        found = dict.fromkeys(terms, 0)
        for number, told in enumerate(self.told):
            for term in told & terms:
                found[term] |= 1 << number
        return found


def _count_of_bits(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many bits each number has, of which none has more than :data:`_BITS`."""
    import numpy as np

    count: NDArray[np.int64] = np.unpackbits(numbers.astype("<u4").view(np.uint8)).reshape(-1, _BITS).sum(1)
    return count


def _lowest_bit(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """The place of the lowest bit of each number, none of which is 0: the exponent of that bit alone."""
    import numpy as np

    place: NDArray[np.int64] = np.frexp((numbers & -numbers).astype(float))[1] - 1
    return place


def _exact_sums(values: NDArray[np.float64], begins: NDArray[np.int64]) -> NDArray[np.float64]:
    """Sums of the stretches of ``values`` that begin at ``begins``, independent of the order of the terms.

    Terms come from sets, in any order. Each value, from 2 ** -20 to 8, is split into a multiple of 2 ** -30
    and a rest; both have exact sums, whose own sum is rounded once.
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
    start = min(signs.first, signs.core.first)
    for block, is_prose in zip(page.blocks, signs.prose, strict=True):
        if not is_prose:
            if block.index < MAX_LINES and len(block.text) <= MAX_CHARS:
                short[block.index] = block.text
        elif block.index >= start and len(paragraphs) < _MAX_PARAGRAPHS:
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
    """The terms of each line; the words of lines that are not in ASCII are added to ``words``."""
    plain = [index for index, text in lines.items() if text.isascii() and "\n" not in text]
    cut = ascii_spaced("\n".join([lines[index] for index in plain])).split("\n")
    found = {index: _stems(text.split()) for index, text in zip(plain, cut, strict=False)}
    for index, text in lines.items():
        if index not in found:
            words[index] = words_of(text)
            found[index] = _stems(words[index])
    return found


def terms_of(text: str) -> frozenset[str]:
    """The terms of ``text``: the starts of its words, or pairs of letters in scripts without spaces."""
    return _stems(words_of(text))


def _stems(words: list[str]) -> frozenset[str]:
    return frozenset(map(_stem, words))


def add_repeats(page: Page, signs: Signs, candidates: Sequence[Candidate]) -> None:
    """Add how often the text of each candidate stands again: alone, in lines, in the text, in a notice."""
    texts = [block.text for block in page.blocks]
    notices = [start for text in texts if has_sign(start := text[:MAX_CHARS])]
    looked_at = list(zip(texts[:MAX_LINES], signs.prose, strict=False))
    prose = [text[:MAX_PARAGRAPH] for text, is_prose in looked_at if is_prose]
    lines = [text for text, is_prose in looked_at if not is_prose and len(text) <= MAX_CHARS]
    in_lines = "\n".join(lines).lower()
    # Lines are counted once for all candidates, in a third of the time of a search for each.
    alone = Counter(in_lines.split("\n"))
    in_prose, in_notices = "\n".join(prose).lower(), "\n".join(notices).lower()
    for candidate in candidates:
        text, features = candidate.text.lower(), candidate.features
        whole = alone[text]
        features["again-alone"] = min(whole, MOST)
        features["again-in-line"] = min(in_lines.count(text) - whole, MOST)
        features["again-in-text"] = min(in_prose.count(text), MOST)
        features["in-notice"] = float(text in in_notices)
