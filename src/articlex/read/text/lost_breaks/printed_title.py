"""The title at the head of a flattened page, and where else the page prints it.

``get_text()`` writes the ``<title>`` first, which mostly has the headline with the site's name behind it. The
words with which the text begins, as many as stand farther down too, are a line of their own there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from articlex.read.text.lost_breaks.pieces import SURE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Words and characters of the shortest title, and words of the longest.
_LEAST, _SHORTEST, _MOST = 3, 12, 40
#: Log-odds that a line ends behind the title, once at least: else it may be a part of a longer one.
_PLAUSIBLE = -1.5


def with_title_apart(
    words: Sequence[str], odds: NDArray[np.float64], above: Sequence[str] = ()
) -> NDArray[np.float64]:
    """The log-odds of the gaps between ``words`` that a line ended there, with the title of the page in lines
    of its own; in the first of them the name of the site may be behind a sign. ``above`` are the words of a
    title that stood in lines above, if these are one."""
    folded = [word.casefold() for word in words]
    stated = [word.casefold() for word in above[: _MOST + 1]]
    for title in (stated, folded[: _repeated_head(folded)]):
        if _LEAST <= len(title) <= _MOST and sum(map(len, title)) >= _SHORTEST:
            odds = _apart(title, folded, odds)
    return odds


def _apart(title: list[str], words: list[str], odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """The log-odds with ``title`` in lines of its own wherever it stands, all in small letters."""
    size = len(title)
    places = [at for at in range(len(words) - size + 1) if words[at : at + size] == title]
    ends = [at + size - 1 for at in places if at + size < len(words) and _is_word(words[at + size])]
    if ends and odds[ends].max() < _PLAUSIBLE:
        return odds
    told = odds.copy()
    for at in places:
        told[at : at + size - 1] = -SURE
        if at:
            told[at - 1] = SURE
    told[ends] = SURE
    return told


def _repeated_head(words: Sequence[str]) -> int:
    """How many of the first words stand somewhere behind them too, without a sign at the end."""
    longest = 0
    for at in range(1, len(words)):
        if words[at] == words[0]:
            most = min(at, len(words) - at, _MOST)
            longest = max(longest, next((n for n in range(1, most) if words[at + n] != words[n]), most))
    while longest and not _is_word(words[longest - 1]):
        longest -= 1
    return longest


def _is_word(word: str) -> bool:
    return any(map(str.isalnum, word))
