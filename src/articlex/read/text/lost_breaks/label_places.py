"""Where labels of what stands around articles begin and end in a text, "Read more" in any language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from articlex.data.labels import labels, normal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: The columns of :func:`sizes`.
NAMES = ("label_begins", "label_ends", "label_across")
#: Words of the longest label that is looked up.
_LONGEST = 4


def sizes(words: Sequence[str]) -> list[NDArray[np.float32]]:
    """For each gap between two words the words of the longest label that begins there, of the one that ends
    there, and of the one that has it inside; 0 without one."""
    import numpy as np

    known, leading = labels(), _leading()
    begins, ends, across = np.zeros((3, len(words) + 1), np.float32)
    for place, word in enumerate(words):
        if normal(word) in leading:
            for length in range(min(_LONGEST, len(words) - place), 0, -1):
                end = place + length
                if normal(" ".join(words[place:end])) in known:
                    begins[place] = length
                    ends[end] = max(ends[end], length)
                    across[place + 1 : end] = np.maximum(across[place + 1 : end], length)
                    break
    return [begins[1:-1], ends[1:-1], across[1:-1]]


@cache
def _leading() -> frozenset[str]:
    """The first words of all labels."""
    return frozenset(normal(label.split(" ", 1)[0]) for label in labels() if label)
