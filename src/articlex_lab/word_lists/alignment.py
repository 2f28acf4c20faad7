"""Which word of a translation stands for which word of its original: IBM Model 1.

Source: Brown, Della Pietra, Della Pietra and Mercer, "The mathematics of statistical machine translation:
parameter estimation", Computational Linguistics 19(2), 1993, section 4.1. A word of a translation comes from
a word of the original, or from none, with a probability that depends on the two words alone, not on their
order; expectation maximisation finds it from pairs of texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

#: In place of a word of the original: none.
NOTHING = -1

#: A text and its translation, as words by number.
Pair = tuple[Sequence[int], Sequence[int]]
#: (word of the translation, word of the original or :data:`NOTHING`) -> expected count.
Links = dict[tuple[int, int], float]


def align(pairs: Sequence[Pair], rounds: int = 6) -> Links:
    """The expected counts with which words of the translations stand for words of the originals.

    They are those after so many ``rounds`` of expectation maximisation, which begins with equal
    probabilities. The counts of a word of the translations add up to how often it is there.
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
