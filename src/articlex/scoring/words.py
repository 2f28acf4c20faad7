"""The words of all blocks of a page, found in one vectorised pass and told apart by fingerprints.

The fingerprint of a stretch of text is that of Karp and Rabin ("Efficient randomized pattern-matching
algorithms", 1987): the sum of its code points, each times a power of an odd base, modulo 2 ** 64. From sums
over the whole text that of any stretch follows by a subtraction, so that no word is cut out as a string.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from articlex.scoring.characters import CODE, class_table, code_points

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Places = NDArray[np.int64]
    Prints = NDArray[np.uint64]

_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)


@dataclass(slots=True)
class Words:
    """The words of several texts, lower-cased, in order: word ``i`` of text ``rows[i]`` is ``first[i]`` to
    ``last[i]`` (excluded) of all texts in a row. Text ``t`` begins at ``begins[t]`` and has ``sizes[t]``."""

    rows: Places
    first: Places
    last: Places
    begins: Places
    sizes: Places
    _sums: Prints
    _inverse: Prints

    def prints(self, first: Places, last: Places) -> Prints:
        """The fingerprints of stretches from ``first`` to ``last`` (excluded): equal ones are equal texts."""
        found: Prints = (self._sums.take(last) - self._sums.take(first)) * self._inverse.take(first)
        return found


def read_words(texts: list[str]) -> Words:
    """The words of ``texts``: what ``\\w+`` matches in them, lower-cased."""
    import numpy as np

    lowered = [text.lower() for text in texts]
    codes = code_points(lowered)
    sizes = np.fromiter(map(len, lowered), np.int64, len(lowered))
    begins = np.cumsum(sizes + 1) - (sizes + 1)
    edges = np.zeros(len(codes) + 2, bool)
    edges[1:-1] = _is_word().take(codes)
    bounds = np.flatnonzero(edges[1:] != edges[:-1])
    first, last = bounds[::2], bounds[1::2]
    before = np.searchsorted(first, np.append(begins, len(codes)))
    rows = np.repeat(np.arange(len(texts)), np.diff(before))
    powers = np.full(len(codes), _BASE, np.uint64).cumprod(dtype=np.uint64)
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(codes * powers, out=sums[1:])
    inverse = np.full(len(codes), _INVERSE, np.uint64).cumprod(dtype=np.uint64)
    return Words(rows, first, last, begins, sizes, sums, inverse)


@cache
def _is_word() -> Any:
    """Whether each code point of the basic plane is part of a word."""
    import numpy as np

    classes = [CODE[name] for name in ("lower", "upper", "letter", "ideograph", "digit")]
    found = np.isin(class_table(), classes)
    found[ord("_")] = True
    return found
