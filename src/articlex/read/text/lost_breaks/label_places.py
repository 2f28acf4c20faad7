"""Labels of what stands around articles in a text, "Read more" in any language: where they begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from articlex.data.labels import labels, normal
from articlex.punctuation import SENTENCE_ENDS
from articlex.read.text.lost_breaks.pieces import SURE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: The columns of :func:`sizes`.
NAMES = ("label_begins", "label_ends", "label_across")
#: Words of the longest label that is looked up.
_LONGEST = 4
#: Log-odds that a line ended, from which on a label may be one.
_PLAUSIBLE = -3.0


def labels_in(words: Sequence[str]) -> list[range]:
    """The places of the words of each label, the longest that begins at a word."""
    known, leading = labels(), _leading()
    found: list[range] = []
    for place, word in enumerate(words):
        if normal(word) in leading:
            for end in range(min(place + _LONGEST, len(words)), place, -1):
                if normal(" ".join(words[place:end])) in known:
                    found.append(range(place, end))
                    break
    return found


def sizes(words: Sequence[str]) -> list[NDArray[np.float32]]:
    """For each gap between two words the words of the longest label that begins there, of the one that ends
    there, and of the one that has it inside; 0 without one."""
    import numpy as np

    begins, ends, across = np.zeros((3, len(words) + 1), np.float32)
    for label in labels_in(words):
        inside, length = slice(label.start + 1, label.stop), len(label)
        begins[label.start] = length
        ends[label.stop] = max(ends[label.stop], length)
        across[inside] = np.maximum(across[inside], length)
    return [begins[1:-1], ends[1:-1], across[1:-1]]


def with_labels_apart(words: Sequence[str], odds: NDArray[np.float64], limit: float) -> NDArray[np.float64]:
    """The log-odds of the gaps between ``words`` that a line ended there, with labels apart.

    A label of one word is one only behind the end of a sentence or of a line, above ``limit``. On 312 pages
    in one line word F1 goes from 0.860 to 0.862; of 2,299 phrases of 205 other pages that nobody wants 426
    are kept instead of 458, of 1,871 that a reader wants 1,642 instead of 1,649.
    """
    told = odds.copy()
    for label in labels_in(words):
        before = odds[label.start - 1] if label.start else SURE
        behind = odds[label.stop - 1] if label.stop < len(words) else SURE
        begins = len(label) > 1 or before > limit or words[label.start - 1][-1] in SENTENCE_ENDS
        if begins and _stands_alone(words, label) and min(before, behind) > _PLAUSIBLE:
            told[[place - 1 for place in (label.start, label.stop) if 0 < place < len(words)]] = SURE
    return told


def _stands_alone(words: Sequence[str], label: range) -> bool:
    """Whether neither the label nor what follows begins with a small letter, as words of a sentence do."""
    first = words[label.start][0]
    follows = words[label.stop][0] if label.stop < len(words) else ""
    return first.isalpha() and not first.islower() and not follows.islower()


@cache
def _leading() -> frozenset[str]:
    """The first words of all labels."""
    return frozenset(normal(label.split(" ", 1)[0]) for label in labels() if label)
