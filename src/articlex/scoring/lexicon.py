"""Features of the words of a block: whether other sites have them in their texts or around them.

A lexicon holds words that many sites use, each with how much likelier than not a block that has it is main
content, in log-odds, as naive Bayes weighs words (Maron, "Automatic indexing: an experimental inquiry",
1961). It is learned from the corpora that the scorer is fitted on, a word by its fingerprint, and needs no
language: what stands around texts ("newsletter", "impressum", "cookies") differs from what stands in them
wherever there are pages to learn from. A word that is not known counts nothing.

The corpora are mostly English. Words that interfaces use in 97 other languages get the log-odds of the
English words that they stand for in translation catalogues, unless they were learned themselves.

The files are ``data/lexicon-html.model``, the like for raw page text, and ``data/lexicon-translated.model``:
fingerprints, then log-odds. The upper bits of a fingerprint are the slot of its word in a table, one word a
slot, in which the words of a page are found sooner than by a binary search.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from articlex.models.packing import model_file, unpack
from articlex.page import Form
from articlex.scoring.columns import Stack, are_new, places_of_true, stacked, sums_before, window_sums

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAMES = tuple(f"lexicon_{name}" for name in ("known", "mean", "lowest", "highest", "sum", "around"))

#: Log-odds of a word in the file, in units.
UNIT = 0.04

#: The sum over the words of a block is cut off at so far from 0: a paragraph has more words than a label.
_MOST = 20.0

#: Half the width, in blocks, of the window around a block.
_AROUND = 3

#: Bits of a fingerprint below those that are the slot of its word. Of 18,000 words some 600 share one of the
#: 2 ** 18 slots with another word, and are left out.
SLOT_SHIFT = 14

#: The file of words of other languages. On ``multilingual`` with title it gave 0.9259 to 0.9290 in raw page
#: text and 0.9515 to 0.9522 in HTML.
TRANSLATED = "lexicon-translated"


@dataclass(frozen=True)
class Lexicon:
    """The fingerprints of words, in order (:meth:`articlex.scoring.words.Words.by_block`), and the log-odds
    of each."""

    prints: NDArray[np.uint32]
    odds: NDArray[np.float32]

    @cached_property
    def slots(self) -> NDArray[np.uint16]:
        """The place of the word of each slot, 0 where there is none."""
        import numpy as np

        slots = np.zeros(1 << (32 - SLOT_SHIFT), np.uint16)
        slots[self.prints >> SLOT_SHIFT] = np.arange(len(self.prints))
        return slots


@cache
def load_lexicon(form: Form) -> Lexicon:
    """The lexicon that ships for pages of ``form``: what was learned, and words of other languages in the
    slots that are free."""
    import numpy as np

    learned, translated = learned_lexicon(form), _read(TRANSLATED)
    taken = learned.slots[translated.prints >> SLOT_SHIFT]
    free = learned.prints[taken] >> SLOT_SHIFT != translated.prints >> SLOT_SHIFT
    prints = np.concatenate([learned.prints, translated.prints[free]])
    order = prints.argsort(kind="stable")  # merges the two lists: a fifth of the time
    return Lexicon(prints[order], np.concatenate([learned.odds, translated.odds[free]])[order])


def learned_lexicon(form: Form) -> Lexicon:
    """The lexicon that was learned from pages of ``form``."""
    return _read(f"lexicon-{form}")


def _read(name: str) -> Lexicon:
    import numpy as np

    header, arrays = unpack(model_file(name))
    count = header["words"]
    prints = np.frombuffer(arrays, "<u4", count)
    return Lexicon(prints, np.frombuffer(arrays, np.int8, count, prints.nbytes) * np.float32(UNIT))


def lexicon_columns(lexicon: Lexicon, rows: NDArray[np.int64], prints: NDArray[np.uint32], n: int) -> Stack:
    """Columns on the words of ``n`` blocks: word ``i`` is ``prints[i]`` and stands in block ``rows[i]``, in
    order."""
    import numpy as np

    places = lexicon.slots.take(prints >> SLOT_SHIFT)
    is_known = lexicon.prints.take(places) == prints if len(lexicon.prints) else np.zeros(len(prints), bool)
    known = places_of_true(is_known)
    if not len(known):
        return Stack(NAMES, np.zeros((len(NAMES), n), np.float32))
    at, odds = rows.take(known), lexicon.odds.take(places.take(known))
    counts = np.bincount(at, minlength=n)
    sums = np.bincount(at, odds, n)
    mean = (sums / np.maximum(counts, 1)).astype(np.float32)
    firsts = places_of_true(are_new(at))
    lowest, highest = np.zeros((2, n), np.float32)
    lowest[at[firsts]] = np.minimum.reduceat(odds, firsts)
    highest[at[firsts]] = np.maximum.reduceat(odds, firsts)
    columns = (
        counts / np.maximum(np.bincount(rows, minlength=n), 1),
        mean,
        lowest,
        highest,
        np.minimum(np.maximum(sums, -_MOST), _MOST),
        window_sums(sums_before(mean), (_AROUND,))[0, 0] / (2 * _AROUND + 1),
    )
    return stacked(NAMES, columns, n)
