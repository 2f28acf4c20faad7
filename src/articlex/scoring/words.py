"""The words of all blocks of a page, found in one vectorised pass and told apart by fingerprints.

The fingerprint of a stretch of text is that of Karp and Rabin ("Efficient randomized pattern-matching
algorithms", 1987): the sum of its code points, each times a power of an odd base, modulo 2 ** 64. From sums
over the whole text that of any stretch follows by a subtraction, so that no word is cut out as a string.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from articlex.scoring.characters import CODE, class_table, code_points
from articlex.scoring.columns import places_of_true

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Places = NDArray[np.int64]
    Prints = NDArray[np.uint64]

_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)

#: Powers that are remembered from page to page, half a megabyte of each base: most pages need no more.
_REMEMBERED = 1 << 16


@dataclass(slots=True)
class Words:
    """The words of several texts, lower-cased, in order: word ``i`` of text ``rows[i]`` is ``first[i]`` to
    ``last[i]`` (excluded) of all texts in a row, and its fingerprint is ``whole[i]``. Text ``t`` begins at
    ``begins[t]`` and has ``sizes[t]``."""

    rows: Places
    first: Places
    last: Places
    begins: Places
    sizes: Places
    _sums: Prints
    _inverse: Prints
    whole: Prints = field(init=False)

    def __post_init__(self) -> None:
        self.whole = self.prints(self.first, self.last)

    def prints(self, first: Places, last: Places) -> Prints:
        """The fingerprints of stretches from ``first`` to ``last`` (excluded): equal ones are equal texts."""
        found: Prints = (self._sums.take(last) - self._sums.take(first)) * self._inverse.take(first)
        return found

    def by_block(self, n: int) -> tuple[Places, NDArray[np.uint32]]:
        """Of the words of the first ``n`` texts: the text of each, and the upper half of its fingerprint."""
        import numpy as np

        end = int(self.rows.searchsorted(n))
        return self.rows[:end], (self.whole[:end] >> np.uint64(32)).astype(np.uint32)


def read_words(texts: list[str]) -> Words:
    """The words of ``texts``: what ``\\w+`` matches in them, lower-cased."""
    import numpy as np

    joined = "\n".join(texts)
    lowered = joined.lower()
    if len(lowered) == len(joined):
        sizes = np.fromiter(map(len, texts), np.int64, len(texts))
    else:
        sizes = np.fromiter([len(text.lower()) for text in texts], np.int64, len(texts))
    codes = code_points(lowered)
    begins = (sizes + 1).cumsum() - (sizes + 1)
    edges = np.zeros(len(codes) + 2, bool)
    edges[1:-1] = _word_table().take(codes)
    bounds = places_of_true(edges[1:] != edges[:-1])
    first, last = bounds[::2], bounds[1::2]
    before = np.full(len(texts) + 1, len(first))
    before[:-1] = first.searchsorted(begins)
    rows = np.arange(len(texts)).repeat(before[1:] - before[:-1])
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(codes * _powers(_BASE, len(codes)), out=sums[1:])
    return Words(rows, first, last, begins, sizes, sums, _powers(_INVERSE, len(codes)))


def _powers(base: int, count: int) -> Prints:
    """The first ``count`` powers of ``base``."""
    return _first_powers(base)[:count] if count <= _REMEMBERED else _compute_powers(base, count)


@cache
def _first_powers(base: int) -> Prints:
    return _compute_powers(base, _REMEMBERED)


def _compute_powers(base: int, count: int) -> Prints:
    import numpy as np

    return np.full(count, base, np.uint64).cumprod(dtype=np.uint64)


@cache
def _word_table() -> Any:
    """Whether each code point of the basic plane is part of a word."""
    import numpy as np

    classes = [CODE[name] for name in ("lower", "upper", "letter", "ideograph", "digit")]
    found = np.isin(class_table(), classes)
    found[ord("_")] = True
    return found
