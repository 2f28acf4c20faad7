"""Counts of characters by class, for all blocks of a page in one vectorised pass.

Classes are those of the Unicode character database (``unicodedata``, shipped as a table by
``articlex_lab.word_lists.character_table``), so that a count means the same in every script.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from articlex.dandas import with_dandas
from articlex.data import read_packed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

#: Classes in the table, in the order of their codes; 0 is everything else.
CLASSES = ("other", "space", "lower", "upper", "letter", "ideograph", "digit", "stop", "comma", "colon",
           "quote", "bracket", "bar", "currency", "symbol", "mark")  # fmt: skip
CODE = {name: code for code, name in enumerate(CLASSES)}

#: What ``\w`` matches, for counting tokens; an ideograph (or a letter of a script that is written without
#: spaces, such as Thai) is a token of its own.
_WORD_CLASSES = ("lower", "upper", "letter", "digit", "mark")


@cache
def class_table() -> NDArray[np.uint8]:
    """Class code of each code point of the basic plane; read-only, shipped with the package."""
    import zlib

    import numpy as np

    return np.frombuffer(zlib.decompress(read_packed("characters.bin")), dtype=np.uint8)


@cache
def _makes_words() -> NDArray[np.bool_]:
    """Whether characters of each class are parts of words."""
    import numpy as np

    return np.array([name in _WORD_CLASSES for name in CLASSES])


@dataclass(slots=True)
class Counts:
    """One array for each count, a row a block."""

    chars: Floats
    tokens: Floats
    #: Share of the block's characters in each class but "other".
    shares: dict[str, Floats]
    first: NDArray[np.uint8]
    last: NDArray[np.uint8]


def code_points(text: str) -> NDArray[np.uint16]:
    """The code points of ``text``, each in the basic plane."""
    import numpy as np

    units = text.encode("utf-16-le", "replace")
    if len(units) == 2 * len(text):
        return np.frombuffer(units, np.uint16)
    codes = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32)
    # Beyond the basic plane there are ideographs from U+20000 on, and symbols (emoji) before.
    return np.where(codes >= 0x20000, 0x4E00, np.where(codes > 0xFFFF, 0x2600, codes)).astype(np.uint16)


def count(texts: list[str]) -> Counts:
    """Counts for ``texts``, none of which may be empty."""
    import numpy as np

    n = len(texts)
    # A line break parts two texts.
    codes = code_points(with_dandas("\n".join(texts)))
    classes = class_table().take(codes)
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=n)
    starts = np.concatenate(([0], np.cumsum(lengths[:-1] + 1)))
    word = _makes_words().take(classes)
    # The first characters of words are counted as classes of their own.
    cells = classes.astype(np.int64)
    cells[0] += word[0] * len(CLASSES)
    cells[1:] += (word[1:] > word[:-1]) * len(CLASSES)
    # The separator after a block is counted with the block before it, as one space.
    held = lengths + 1
    held[-1] -= 1
    cells += np.repeat(np.arange(n) * 2 * len(CLASSES), held)
    inside, begins = np.bincount(cells, minlength=n * 2 * len(CLASSES)).reshape(n, 2, -1).transpose(1, 2, 0)
    found = inside + begins
    chars = lengths.astype(np.float32)
    shares = dict(zip(CLASSES[1:], (found[1:] / chars).astype(np.float32), strict=True))
    tokens = begins.sum(axis=0) + found[CODE["ideograph"]]
    first, last = classes[starts], classes[starts + lengths - 1]
    return Counts(chars, tokens.astype(np.float32), shares, first, last)
