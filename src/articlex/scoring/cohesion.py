"""Features of lexical cohesion: whether a block is about what the rest of the text is about.

A text about one thing comes back to its names and terms (Halliday and Hasan, "Cohesion in English", 1976;
Hearst, "TextTiling", 1997, cuts texts where it ends). The paragraphs of an article share terms with each
other; teasers of other articles, however well they are written, share few with it. That holds in any language
and needs no list of words: terms all over a page, which tell nothing, are left out by their frequency.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from articlex.scoring.columns import Columns, Stack, are_new, places_of_true, sums_before, window_sums
from articlex.scoring.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Latin-sized characters of the shortest block whose terms are looked at; the headline may be shorter.
_LEAST = 30.0

#: From this share of ideographs (and letters of other scripts without spaces) on the terms of a block are its
#: pairs of characters.
_UNSPACED = 0.2

#: Terms in more than this share of the blocks of running text, or of all blocks, are too common to tell
#: anything, if they are in more than so many blocks.
_COMMON_IN_TEXT = (0.34, 3)
_COMMON_ON_PAGE = (0.25, 4)

#: Blocks of running text after the headline that say what the article is about.
_OPENING = 3

#: An occurrence is near up to so many blocks of running text away, and far beyond so many.
_NEAR, _FAR = 3, 6

#: Half width, in blocks, of the windows over which cohesion is averaged.
_WINDOW = 4

#: Added to the number of a block's terms: shares of few terms are uncertain.
_PRIOR = 2.0

#: The distance to a word that does not come again: more blocks than any page has between two.
_NEVER = 1_000

#: A word of at least three characters is a term; the first six count, so that its inflections are one.
_SHORTEST, _STEM = 3, 6


_NAMES = (
    "telling_share", "cohesion_text", "cohesion_core", "cohesion_opening", "cohesion_title",
    "cohesion_before", "cohesion_after", "cohesion_far",
    "cohesion_text_around", "cohesion_core_around", "cohesion_opening_around",
)  # fmt: skip


class _Terms(NamedTuple):
    """Each distinct pair of a block and a term: row of the block, number of the term, sorted by term."""

    rows: NDArray[np.int64]
    terms: NDArray[np.int64]


def cohesion_columns(words: Words, size: NDArray[np.float32], columns: Columns) -> Stack:
    """Columns on the terms that each block shares with others.

    ``words`` are those of the blocks, and may be followed by those of other texts; ``size`` are Latin-sized
    characters; ``columns`` has "good" (those of running text), "in_run" (whether the block is in the largest
    run of it), "is_headline", "role_title" (whether it prints the headline, or prints it again) and
    "share_ideograph".
    """
    import numpy as np

    n = len(size)
    running = columns["good"] > 0
    title, headline = columns["role_title"] > 0, columns["is_headline"] > 0
    found = _terms(words, columns["share_ideograph"] > _UNSPACED, (size >= _LEAST) | title)
    terms = _telling(found, running, n)
    held = np.bincount(terms.rows, minlength=n)
    weight = held + _PRIOR
    telling = held / (np.bincount(found.rows, minlength=n) + _PRIOR)
    texts = (running, running & (columns["in_run"] > 0), _opening(running, headline))
    of_texts = np.array([_shared(terms, among, n) for among in texts]) / weight
    of_title = _shared(terms, title, n) / max(held[title].sum(), 1.0)
    before, after = _distances(terms, running.cumsum())
    nearest = np.minimum(before, after)
    spread = [
        np.bincount(terms.rows, weights=wanted, minlength=n)
        for wanted in (before <= _NEAR, after <= _NEAR, (nearest > _FAR) & (nearest < _NEVER))
    ]
    table = np.empty((len(_NAMES), n), np.float32)
    table[0], table[1:4], table[4] = telling, of_texts, of_title
    table[5:8], table[8:] = np.array(spread) / weight, _around(of_texts, weight)
    return Stack(_NAMES, table)


def _terms(words: Words, unspaced: NDArray[np.bool_], asked: NDArray[np.bool_]) -> _Terms:
    """The terms of the blocks ``asked``: beginnings of words, or pairs of characters where ``unspaced``."""
    import numpy as np

    rows = words.rows[: words.rows.searchsorted(len(asked))]
    first, last = words.first[: len(rows)], words.last[: len(rows)]
    wanted = places_of_true((asked & ~unspaced).take(rows) & (last - first >= _SHORTEST))
    rows, first = rows.take(wanted), first.take(wanted)
    found = words.prints(first, np.minimum(last.take(wanted), first + _STEM))
    paired = places_of_true(asked & unspaced)
    if len(paired):
        begins, sizes = words.begins[paired], words.sizes[paired] - 1
        # The places of the characters of these blocks but the last of each.
        first = np.arange(sizes.sum()) + np.repeat(begins - (sizes.cumsum() - sizes), sizes)
        rows = np.concatenate((rows, paired.repeat(sizes)))
        found = np.concatenate((found, words.prints(first, first + 2)))
    # Each pair of a term and a row once, sorted by term: the row stands in the lowest bits of one number.
    bits = np.uint64(len(asked).bit_length())
    pairs = np.sort(found << bits | rows.astype(np.uint64))
    pairs = pairs[are_new(pairs)]
    numbers = are_new(pairs >> bits).cumsum() - 1
    return _Terms((pairs & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64), numbers)


def _telling(found: _Terms, running: NDArray[np.bool_], n: int) -> _Terms:
    """The terms that are not all over the page."""
    import numpy as np

    in_text = np.bincount(found.terms, weights=running[found.rows])
    on_page = np.bincount(found.terms)
    share, least = _COMMON_IN_TEXT
    common = in_text > max(least, share * max(int(running.sum()), 1))
    share, least = _COMMON_ON_PAGE
    common |= on_page > max(least, share * n)
    telling = places_of_true(~common.take(found.terms))
    return _Terms(found.rows.take(telling), found.terms.take(telling))


def _shared(terms: _Terms, among: NDArray[np.bool_], n: int) -> NDArray[Any]:
    """For each block how many of its terms are in some other block of ``among``."""
    import numpy as np

    held = among[terms.rows]
    elsewhere = np.bincount(terms.terms, weights=held)[terms.terms] - held
    return np.bincount(terms.rows, weights=elsewhere > 0, minlength=n)


def _opening(running: NDArray[np.bool_], headline: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The first blocks of running text after the headline, or of the page where it has none."""
    import numpy as np

    long = places_of_true(running)
    first = int(headline.argmax()) if headline.any() else -1
    opening = np.zeros(len(running), bool)
    opening[long[long > first][:_OPENING]] = True
    return opening


def _distances(terms: _Terms, place: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each block's term how many blocks of running text ago it stood, and when it comes again."""
    import numpy as np

    before = np.full(len(terms.rows), _NEVER)
    after = np.full(len(terms.rows), _NEVER)
    places = place[terms.rows]
    gaps = np.where(terms.terms[1:] == terms.terms[:-1], places[1:] - places[:-1], _NEVER)
    before[1:] = gaps
    after[:-1] = gaps
    return before, after


def _around(values: NDArray[Any], weight: NDArray[Any]) -> NDArray[np.float64]:
    """The weighted means of each row of ``values`` over the blocks around each block."""
    import numpy as np

    held = window_sums(sums_before(*(values * weight), weight), (_WINDOW,))[:, 0]
    return np.asarray(held[:-1] / held[-1])
