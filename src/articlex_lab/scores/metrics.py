"""Word F1 and snippet F1, as the corpora define them.

**Word F1**: both texts are bags of lower-cased ``\\w+`` words, where each Chinese, Japanese or Thai character
is a word of its own. Precision is the share of the found words that are in gold, recall the share of the
gold words that were found, F1 their harmonic mean; the score of a corpus is the mean over its pages.

**Snippet F1**: a snippet that must appear and does is a true positive, one that must and does not a false
negative, one that must not appear and does a false positive; white space is normalised on both sides. The
counts are summed over a corpus, not averaged over pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

#: Scripts written without spaces: kana, Han, Thai.
_SINGLE = (
    r"\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    r"\u0e01-\u0e5b"
)
_WORD = re.compile(rf"(?=\w)[{_SINGLE}]|[^\W{_SINGLE}]+")


class WordScore(NamedTuple):
    """Precision, recall and F1 of one page, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


class SnippetCounts(NamedTuple):
    """Counts of snippets: wanted and found, wanted and missed, unwanted and found."""

    found: int = 0
    missed: int = 0
    wrong: int = 0

    @property
    def f1(self) -> float:
        """F1 of the counts; 1.0 when nothing was to be found and nothing was wrongly found."""
        total = 2 * self.found + self.missed + self.wrong
        return 2 * self.found / total if total else 1.0


def words(text: str) -> list[str]:
    """The words of a text in order, lower-cased."""
    return _WORD.findall(text.lower())


def word_score(gold: str, found: str) -> WordScore:
    """The score of ``found`` against ``gold``; two empty texts agree."""
    gold_bag, found_bag = Counter(words(gold)), Counter(words(found))
    shared = (gold_bag & found_bag).total()
    if not gold_bag and not found_bag:
        return WordScore(1.0, 1.0, 1.0)
    if not shared:
        return WordScore(0.0, 0.0, 0.0)
    precision, recall = shared / found_bag.total(), shared / gold_bag.total()
    return WordScore(precision, recall, 2 * precision * recall / (precision + recall))


def snippet_counts(found: str, wanted: Iterable[str], unwanted: Iterable[str]) -> SnippetCounts:
    """The counts of the snippets that the text ``found`` contains."""
    flat = " ".join(found.split())
    hits = [" ".join(snippet.split()) in flat for snippet in wanted]
    wrong = sum(" ".join(snippet.split()) in flat for snippet in unwanted)
    return SnippetCounts(sum(hits), len(hits) - sum(hits), wrong)


def add(counts: Iterable[SnippetCounts]) -> SnippetCounts:
    """The sum of the counts of several pages, or of none."""
    return SnippetCounts(*map(sum, zip(*counts, strict=True)))
