"""Which word of a translation stands for which word of its original: Model 1 of IBM.

Source: Brown, Della Pietra, Della Pietra and Mercer, "The mathematics of statistical machine translation:
parameter estimation", Computational Linguistics 19(2), 1993, section 4.1. A word of a translation comes from
each word of the original, or from none, with a probability that depends on the two words alone; expectation
and maximisation find it from pairs of texts, whose order of words does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

#: What stands for no word of the original.
NOTHING = -1

#: A text and its translation, as words by number.
Pair = tuple[Sequence[int], Sequence[int]]
#: (word of the translation, word of the original or :data:`NOTHING`) -> how often, as is expected.
Links = dict[tuple[int, int], float]


def align(pairs: Sequence[Pair], rounds: int = 6) -> Links:
    """How often each word of the translations is expected to stand for each word of the originals.

    The expected counts of the last of ``rounds`` of expectation and maximisation, from even chances on; those
    of one word of the translations add up to the times that it is there.
    """
    chances: Links = defaultdict(lambda: 1.0)
    links: Links = {}
    for _ in range(rounds):
        links = _expected(pairs, chances)
        totals: dict[int, float] = defaultdict(float)
        for (_, original), count in links.items():
            totals[original] += count
        chances = {link: count / totals[link[1]] for link, count in links.items()}
    return links


def _expected(pairs: Sequence[Pair], chances: Links) -> Links:
    links: Links = defaultdict(float)
    for originals, translations in pairs:
        sources = (NOTHING, *dict.fromkeys(originals))
        for word in translations:
            whole = sum(chances[word, original] for original in sources)
            for original in sources:
                links[word, original] += chances[word, original] / whole
    return links
