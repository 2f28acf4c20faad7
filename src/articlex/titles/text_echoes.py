"""Where else a page says what a line says that may be its headline.

An article comes back to the terms of its headline, and hardly any other short line of its page does as
much: the words of a menu stand in other menus, and the site's name in the notice at the foot. That needs
no list of words, and holds in any language.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import fsum
from typing import NamedTuple

from articlex.page import Page
from articlex.signs import Signs
from articlex.titles.candidate import Candidate
from articlex.titles.fold import ascii_spaced, words_of

#: Lines that are searched, the longest of them, and paragraphs of running text and characters of each.
MAX_LINES, MAX_CHARS, MAX_PARAGRAPHS, MAX_PARAGRAPH = 600, 300, 24, 800
#: Paragraphs after a line that are the opening of its text.
OPENING = 3
#: Letters of a word that count, so that its inflections are one term.
STEM = 6
#: More mentions than this tell nothing more.
MOST = 8
_NOTICE = "©"

#: What is described of a line of which the text says no term.
_UNSAID = (0.0, 0.0, 0.0, 0.0, 0.0, float(MAX_PARAGRAPHS))


class Echoes(NamedTuple):
    """The terms of a page: which paragraphs of running text have each, and how many short lines."""

    #: The blocks that are the paragraphs, and the numbers of those that have a term.
    paragraphs: list[int]
    spread: dict[str, list[int]]
    lines: Counter[str]
    #: The terms of each short line.
    terms: dict[int, frozenset[str]]

    def describe(self, terms: frozenset[str], index: int) -> tuple[float, ...]:
        """What the text says of the terms of line ``index``; the values of :data:`NAMES`."""
        told_of = [term for term in terms if term in self.spread]
        if not told_of:
            return _UNSAID
        start = bisect_right(self.paragraphs, index)
        behind = start + OPENING
        told: list[float] = []
        said: list[float] = []
        opening: list[float] = []
        later: list[float] = []
        first = MAX_PARAGRAPHS
        for term in told_of:
            rare = 1.0 / (1 + self.lines[term])
            numbers = self.spread[term]
            said.append(rare)
            told.append(rare * min(len(numbers), MOST))
            if numbers[-1] >= behind:
                later.append(rare)
            place = bisect_left(numbers, start)
            if place < len(numbers):
                first = min(first, numbers[place] - start)
                if numbers[place] < behind:
                    opening.append(rare)
        # Exact sums: those of a set's terms would depend on the order in which the set gives them.
        times = self.lines.get
        total, mentions = fsum([1.0 / (1 + times(term, 0)) for term in terms]), fsum(told)
        shares = (fsum(said) / total, mentions, mentions / total, fsum(opening) / total, fsum(later) / total)
        return (*shares, float(first))


#: Share of a line's terms that the text says, how often, how often for each term, the shares in the opening
#: and after it, and the first paragraph with one. A term counts for less the more short lines have it.
NAMES = ("said", "told", "told-each", "said-in-opening", "said-later", "first-said")


def read_echoes(page: Page, signs: Signs) -> Echoes:
    """The terms of a page."""
    paragraphs: list[int] = []
    spread: dict[str, list[int]] = {}
    short: dict[int, str] = {}
    start = min(signs.first, signs.core[0])
    for block, is_prose in zip(page.blocks, signs.prose, strict=True):
        if not is_prose:
            if block.index < MAX_LINES and len(block.text) <= MAX_CHARS:
                short[block.index] = block.text
        elif block.index >= start and len(paragraphs) < MAX_PARAGRAPHS:
            for term in terms_of(block.text[:MAX_PARAGRAPH]):
                spread.setdefault(term, []).append(len(paragraphs))
            paragraphs.append(block.index)
    terms = _terms_of_lines(short)
    return Echoes(paragraphs, spread, Counter(chain.from_iterable(terms.values())), terms)


def _terms_of_lines(lines: dict[int, str]) -> dict[int, frozenset[str]]:
    """The terms of each line; those in ASCII are cut up together, which saves a call for each."""
    plain = [index for index, text in lines.items() if text.isascii() and "\n" not in text]
    cut = ascii_spaced("\n".join([lines[index] for index in plain])).split("\n")
    found = {index: _stems(text.split()) for index, text in zip(plain, cut, strict=False)}
    found.update((index, terms_of(text)) for index, text in lines.items() if index not in found)
    return found


def terms_of(text: str) -> frozenset[str]:
    """The beginnings of the words of ``text``, or its pairs of letters in scripts without spaces."""
    return _stems(words_of(text))


def _stems(words: list[str]) -> frozenset[str]:
    return frozenset([word[:STEM] for word in words])


def add_repeats(page: Page, signs: Signs, candidates: Sequence[Candidate]) -> None:
    """Add to each candidate's features where its text stands again: alone, in a longer line, in the text."""
    lines: list[str] = []
    prose: list[str] = []
    notices: list[str] = []
    for block in page.blocks:
        text = block.text
        if _NOTICE in text[:MAX_CHARS]:
            notices.append(text[:MAX_CHARS])
        if block.index < MAX_LINES:
            if signs.prose[block.index]:
                prose.append(text[:MAX_PARAGRAPH])
            elif len(text) <= MAX_CHARS:
                lines.append(text)
    in_lines = "\n".join(["", *lines, ""]).lower().replace("\n", "\n\n")
    in_prose, in_notices = "\n".join(prose).lower(), "\n".join(notices).lower()
    for candidate in candidates:
        text, features = candidate.text.lower(), candidate.features
        whole = in_lines.count(f"\n{text}\n")
        features["again-alone"] = min(whole, MOST)
        features["again-in-line"] = min(in_lines.count(text) - whole, MOST)
        features["again-in-text"] = min(in_prose.count(text), MOST)
        features["in-notice"] = float(text in in_notices)
