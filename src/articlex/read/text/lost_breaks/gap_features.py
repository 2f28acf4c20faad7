"""What is known of the gap between two words of a text that has lost its line breaks.

Nothing asks for the words of a language: how words begin and end (with which kind of character, by Unicode's
categories), how long they are, how far the next punctuation is, and whether the words on both sides, or the
sequences that end and begin here, stand elsewhere in the text, as those of menus do. Each word is looked at
once; the rest is arithmetic on arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from articlex.nearest import last_up_to, next_from
from articlex.read.text.character_kinds import CAPITAL, COLON, COMMA, END, KIND, SMALL, UNCASED, UNSPACED
from articlex.read.text.lost_breaks import label_places, sequences
from articlex.read.text.lost_breaks.pieces import GLUED, SPACE
from articlex.read.text.parted.breaks import BRACKETS, last_sign

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Values of a word, in the order of :func:`_values`.
_SEEN = ("first", "letter", "last", "sign", "size", "capitals", "digits", "copies")
#: The words around a gap of which these are known: the one before it is 0, the one behind it 1.
_AROUND = (-2, -1, 0, 1, 2, 3)
#: Distances in words, in the order of :func:`_distances`.
_DISTANCES = (
    "since_end", "to_end", "since_comma", "to_comma", "since_small", "to_small", "since_copy", "to_copy",
)  # fmt: skip
#: What is counted in windows before and behind the gap, of so many words.
_COUNTED = ("capital", "small", "ended", "commas", "digit", "size", "short")
_WINDOWS = (4, 12, 40)
_OF_GAP = ("gap", "place")
_OF_PAGE = (
    "page_words", "page_small", "page_capital", "page_uncased", "page_unspaced", "page_ended",
    "page_glued", "page_lines",
)  # fmt: skip
#: The names of all features.
NAMES = (
    *(f"{name}{place:+d}" for place in _AROUND for name in _SEEN),
    *_DISTANCES,
    *(f"{name}_{side}_{width}" for width in _WINDOWS for name in _COUNTED for side in ("before", "behind")),
    *sequences.NAMES,
    *label_places.NAMES,
    *_OF_GAP,
    *_OF_PAGE,
)

#: Where counts end: what is further away, or more often there, tells no more.
_FAR, _FARTHEST = 60, 300
_SHORT = 3


def gap_features(words: Sequence[str], between: Sequence[int]) -> dict[str, NDArray[Any]]:
    """The features of the gaps between each two of ``words``, two or more: by name, a value for each gap.

    ``between`` says what is before each word, as :mod:`articlex.read.text.lost_breaks.pieces` has it.
    """
    import numpy as np

    gaps = len(words) - 1
    numbers = sequences.numbered(words)
    seen = _values(words, numbers)
    by_name = dict(zip(_SEEN, seen, strict=True))
    margin = max(map(abs, _AROUND))
    around = np.full((len(_SEEN), len(words) + 2 * margin), -1, np.float32)
    around[:, margin:-margin] = seen
    columns: list[NDArray[Any]] = [
        around[row, margin + place : margin + place + gaps] for place in _AROUND for row in range(len(_SEEN))
    ]
    columns += _distances(by_name)
    columns += _windows(by_name)
    columns += sequences.copies(numbers)
    columns += label_places.sizes(words)
    gap = np.array(between[1:], np.float32)
    columns += [gap, np.minimum(np.arange(1, len(words)), _FARTHEST)]
    columns += [
        np.full(gaps, value, np.float32)
        for value in (*_page(by_name), (gap == GLUED).mean(), (gap > SPACE).mean())
    ]
    return dict(zip(NAMES, columns, strict=True))


def _values(words: Sequence[str], numbers: NDArray[np.int64]) -> NDArray[np.float32]:
    """What is seen of each word by itself: [values, words]. ``numbers`` are the same for the same word."""
    import numpy as np

    shapes = {word: _shape(word) for word in set(words)}
    seen = np.empty((len(_SEEN), len(words)), np.float32)
    seen[:-1] = np.array([shapes[word] for word in words], np.float32).T
    seen[-1] = np.minimum(np.bincount(numbers)[numbers], sequences.MOST)
    return seen


def _shape(word: str) -> tuple[float, ...]:
    """What is seen of a word by itself, in the order of :data:`_SEEN` without the last."""
    kind = KIND.__getitem__
    return (
        kind(word[0]),
        kind(word.lstrip(BRACKETS)[:1] or word[0]),
        kind(word[-1]),
        kind(last_sign(word) or word[-1]),
        len(word),
        len(word) > 1 and word.isupper(),
        any(map(str.isdigit, word)),
    )


def _distances(seen: dict[str, NDArray[np.float32]]) -> list[NDArray[np.float32]]:
    """Words from the gap back and on to the next sign that ends a sentence, comma, small word, known word."""
    import numpy as np

    found = []
    for wanted in (
        (seen["sign"] == END) | (seen["sign"] == COLON),
        seen["sign"] == COMMA,
        seen["letter"] == SMALL,
        seen["copies"] > 1,
    ):
        place = np.arange(len(wanted))
        back = place - last_up_to(wanted, -_FAR)
        on = next_from(wanted) - place
        found += [np.minimum(back[:-1], _FAR), np.minimum(on[1:], _FAR)]
    return found


def _windows(seen: dict[str, NDArray[np.float32]]) -> list[NDArray[np.float32]]:
    """Shares of the words before and behind each gap, in windows."""
    import numpy as np

    letter, sign = seen["letter"], seen["sign"]
    counted = (
        letter == CAPITAL, letter == SMALL, sign == END, sign == COMMA, seen["digits"], seen["size"],
        seen["size"] <= _SHORT,
    )  # fmt: skip
    sums = np.zeros((len(counted), len(letter) + 1))
    np.cumsum(np.array(counted, np.float64), axis=1, out=sums[:, 1:])
    place = np.arange(1, len(letter))
    found = []
    for width in _WINDOWS:
        first, last = np.maximum(place - width, 0), np.minimum(place + width, len(letter))
        before = (sums[:, place] - sums[:, first]) / (place - first)
        behind = (sums[:, last] - sums[:, place]) / (last - place)
        for row in range(len(counted)):
            found += [before[row], behind[row]]
    return found


def _page(seen: dict[str, NDArray[np.float32]]) -> list[float]:
    """What is seen of the text as a whole, in the order of :data:`_OF_PAGE`."""
    letter = seen["letter"]
    return [
        len(letter),
        (letter == SMALL).mean(),
        (letter == CAPITAL).mean(),
        (letter == UNCASED).mean(),
        (letter == UNSPACED).mean(),
        (seen["sign"] == END).mean(),
    ]
