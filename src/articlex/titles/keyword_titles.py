"""Headlines that <title> follows up with a list of keywords: "fallow ▶ spelling, meaning, origin".

Dictionaries and databases do so for search engines. Without such a list the longer text is mostly the
headline: of 21 annotated pages whose only h1 is the part of a longer title before a colon, 19 have the longer
one as gold.
"""

from __future__ import annotations

from articlex.page import Page
from articlex.punctuation import COLONS, COMMAS, SENTENCE_ENDS
from articlex.regex import regex
from articlex.titles.candidate import Ranked, with_first
from articlex.tokens import fold

#: Arrows and the like before such a list.
_ARROWS = frozenset("▶►▷▸➤➜→⇒»✓✔▻➔")
_COMMAS = regex("[" + "".join(COMMAS) + "]")
#: Entries of the list, at least, and words of each, at most.
_LEAST, _MOST_WORDS = 3, 3
#: Signs of sentences, which are in no list of keywords.
_SENTENCE = SENTENCE_ENDS.union('"“”«')


def past_keywords(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with the only h1 first, if the likeliest title is printed nowhere and is that h1, a colon or
    an arrow, and a list of keywords."""
    if not ranked or ranked[0].candidate.blocks:
        return ranked
    h1 = [block for block in page.blocks if block.level == 1 and block.text]
    if len(h1) != 1:
        return ranked
    best, key = ranked[0].candidate.text, fold(h1[0].text)
    heading = next((each for _, each in ranked[1:] if each.key == key), None)
    if heading is None or not best.startswith(heading.text):
        return ranked
    return with_first(heading, ranked) if _lists_keywords(best[len(heading.text) :].strip()) else ranked


def _lists_keywords(rest: str) -> bool:
    """Whether what stands behind a headline is a colon or an arrow, and a list of keywords."""
    if rest[:1] not in _ARROWS and rest[:1] not in COLONS:
        return False
    entries = [entry.split() for entry in _COMMAS.split(rest[1:])]
    if not _SENTENCE.isdisjoint(rest) or not all(0 < len(words) <= _MOST_WORDS for words in entries):
        return False
    return len(entries) >= _LEAST
