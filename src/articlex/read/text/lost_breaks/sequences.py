"""How often the sequences of words that end, begin or stand at a gap are in the text.

Menus, footers and headlines stand on a page more than once, next to other things each time: where a sequence
ends that stands elsewhere too, a line may have ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Words of the sequences.
_LENGTHS = (1, 2, 3, 4, 6, 8)
#: The names of the columns of :func:`copies`: a sequence of one word has no gap inside.
NAMES = tuple(
    f"{name}_{length}"
    for length in _LENGTHS
    for name in ("ends", "begins", *(("across",) if length > 1 else ()))
)
#: Where counts end: what is more often there tells no more.
MOST = 20


def numbered(words: Sequence[str]) -> NDArray[np.int64]:
    """A number for each word, the same for the same word in small letters and capitals."""
    import numpy as np

    known: dict[str, int] = {}
    return np.array([known.setdefault(word.casefold(), len(known)) for word in words])


def numbered_pairs(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """A number for each two words side by side, the same for the same words."""
    return _longer(numbers, numbers)


def copies(numbers: NDArray[np.int64]) -> list[NDArray[np.float64]]:
    """For each name of :data:`NAMES` how often the sequence at each gap is in the text; 0 at its ends.

    A sequence of so many words is numbered as its first words and its last one are (Karp, Miller and
    Rosenberg, "Rapid identification of repeated patterns in strings, trees and arrays", 1972).
    """
    import numpy as np

    count = len(numbers)
    known = numbers
    columns = []
    for length in range(1, max(_LENGTHS) + 1):
        if length > 1:
            known = _longer(known, numbers)
        if length in _LENGTHS:
            # With as many places before the text and behind it, where no sequence begins.
            found = np.zeros(count + 2 * length)
            found[length : length + len(known)] = np.minimum(np.bincount(known), MOST)[known]
            starts = (0, length, length // 2) if length > 1 else (0, 1)
            columns += [found[start + 1 : start + count] for start in starts]
    return columns


def _longer(known: NDArray[np.int64], numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers of sequences that are a word longer than those whose numbers are ``known``."""
    import numpy as np

    last = numbers[len(numbers) - len(known) + 1 :]
    made: NDArray[np.int64] = np.unique(known[:-1] * len(numbers) + last, return_inverse=True)[1].ravel()
    return made
