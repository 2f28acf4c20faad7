"""Where else a page says what a line says that may be its headline.

An article comes back to the terms of its headline, and hardly any other short line of its page does as
much: the words of a menu stand in other menus, and the site's name in the notice at the foot. That needs
no list of words, and holds in any language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from articlex.page import Page
from articlex.signs import Signs
from articlex.titles.candidate import Candidate
from articlex.titles.fold import words_of

#: Lines that are searched, the longest of them, and paragraphs of running text and characters of each.
MAX_LINES, MAX_CHARS, MAX_PARAGRAPHS, MAX_PARAGRAPH = 600, 300, 24, 800
#: Paragraphs after a line that are the opening of its text.
OPENING = 3
#: Letters of a word that count, so that its inflections are one term.
STEM = 6
#: More mentions than this tell nothing more.
MOST = 8
_NOTICE = "©"


class Echoes(NamedTuple):
    """The terms of a page: those of each paragraph of running text, and how many short lines have each."""

    paragraphs: list[tuple[int, frozenset[str]]]
    #: How many of the paragraphs, and of the short lines, have a term.
    spread: Counter[str]
    lines: Counter[str]

    def describe(self, terms: frozenset[str], index: int) -> tuple[float, ...]:
        """What the text says of the terms of line ``index``; the values of :data:`NAMES`."""
        weight = told = said = opening = later = 0.0
        following = [found for at, found in self.paragraphs if at > index]
        near = frozenset[str]().union(*following[:OPENING])
        far = frozenset[str]().union(*following[OPENING:])
        for term in terms:
            rare = 1.0 / (1 + self.lines[term])
            spread = self.spread[term]
            weight += rare
            told += rare * min(spread, MOST)
            said += rare * (spread > 0)
            opening += rare * (term in near)
            later += rare * (term in far)
        total = weight or 1.0
        first = next((at for at, found in enumerate(following) if terms & found), MAX_PARAGRAPHS)
        return said / total, told, told / total, opening / total, later / total, float(first)


#: Share of a line's terms that the text says, how often, how often for each term, the shares in the opening
#: and after it, and the first paragraph with one. A term counts for less the more short lines have it.
NAMES = ("said", "told", "told-each", "said-in-opening", "said-later", "first-said")


def read_echoes(page: Page, signs: Signs) -> Echoes:
    """The terms of a page."""
    paragraphs: list[tuple[int, frozenset[str]]] = []
    spread: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    start = min(signs.first, signs.core[0])
    for block in page.blocks:
        if signs.prose[block.index]:
            if block.index >= start and len(paragraphs) < MAX_PARAGRAPHS:
                found = terms_of(block.text[:MAX_PARAGRAPH])
                paragraphs.append((block.index, found))
                spread.update(found)
        elif block.index < MAX_LINES and len(block.text) <= MAX_CHARS:
            lines.update(terms_of(block.text))
    return Echoes(paragraphs, spread, lines)


def terms_of(text: str) -> frozenset[str]:
    """The beginnings of the words of ``text``, or its pairs of letters in scripts without spaces."""
    return frozenset(word[:STEM] for word in words_of(text))


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
