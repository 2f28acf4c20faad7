"""Puts line breaks back into a text that has lost them, as ``" ".join(text.split())`` makes it.

Boosted trees say of each gap between two words whether a line of the page ended there. They were fitted on
pages whose HTML says so (``articlex_lab/training/lost_breaks``). The model file is read on first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from articlex.models.forest import load_forest, log_odds
from articlex.read.text.lines import normalised
from articlex.read.text.lost_breaks import sequences
from articlex.read.text.lost_breaks.gap_features import gap_features
from articlex.read.text.lost_breaks.label_places import with_labels_apart
from articlex.read.text.lost_breaks.pieces import BLANK_LINE, GLUED, NEW_LINE, SPACE, pieces_of
from articlex.read.text.lost_breaks.printed_title import with_title_apart
from articlex.read.text.lost_breaks.whole_dates import with_dates_whole
from articlex.read.text.scripts import dense_characters

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: A longer line, in letters, may be a page that was flattened to one. The shares of the text that the longest
#: of them and all of them hold, if it is; without a blank line the longest is enough. Of 3,736 pages that
#: other flatteners print line by line 6 pass, of those in one line 98 %, and 91 % of those by
#: ``get_text(" ", strip=True)``, which keeps the line breaks inside of paragraphs.
_LONG, _LONGEST, _ALL_LONG = 1000, 1 / 3, 0.8
#: Letters that a character of a script without spaces between words is worth.
_DENSE = 2
#: Log-odds above which a line ended.
LIKELY = -0.4
#: What is written between two pieces.
_BETWEEN = {GLUED: "", SPACE: " ", NEW_LINE: "\n", BLANK_LINE: "\n\n"}
#: Words looked at together. Their features take 1 KB each, and a text may have a million.
_AT_ONCE = 20_000


def with_line_breaks(text: str) -> str | None:
    """``text`` with a line break wherever a line of the page seems to have ended; None if there is nothing to
    put back, as it has lines or is one paragraph."""
    if max(map(len, text.split("\n"))) <= _LONG / _DENSE:
        return None
    text = normalised(text).strip()
    sizes = [_size(line) for line in text.split("\n")]
    long, size = sum(size for size in sizes if size > _LONG), sum(sizes)
    most = min(sizes) > 0 or long >= _ALL_LONG * size
    is_lost = most and max(sizes) >= max(_LONG, _LONGEST * size)
    parted = _parted(text) if is_lost else text
    return parted if parted != text else None


def _size(line: str) -> int:
    """The size of a line in letters, without the spaces by which programs set out columns."""
    shown = " ".join(line.split())
    return len(shown) + (_DENSE - 1) * dense_characters(shown)


def _parted(text: str) -> str:
    """``text`` with a break wherever one of the page's lines ended, and no others but blank lines."""
    pieces = pieces_of(text)
    breaks = [True]
    for first in range(0, len(pieces.texts), _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        words, between = pieces.texts[some], pieces.gaps[some]
        odds = with_labels_apart(words, _odds(words, between), LIKELY)
        if first:
            breaks.append(False)
        else:
            odds = with_title_apart(words, odds)
        breaks += (with_dates_whole(words, between, odds, LIKELY) > LIKELY).tolist()
    parts: list[str] = []
    for word, gap, is_break in zip(pieces.texts, pieces.gaps, breaks, strict=True):
        parts += (_BETWEEN[gap if gap == BLANK_LINE else NEW_LINE if is_break else min(gap, SPACE)], word)
    return "".join(parts[1:])


def _odds(words: Sequence[str], between: Sequence[int]) -> NDArray[np.float64]:
    """The log-odds of each gap between two of ``words`` that a line ended there.

    Where the same two words stand side by side more than once, it is the mean: a line of a menu is the same
    each time. In raw page text of 312 pages 113 titles are right instead of 108, and word F1 is the same.
    """
    import numpy as np

    if len(words) < 2:
        return np.zeros(0)
    forest, features = load_forest("lost-breaks"), gap_features(words, between)
    columns = [features[name] for name in forest.names]
    odds = log_odds(forest, np.stack(columns, axis=1).astype(np.float32))
    pairs = sequences.numbered_pairs(sequences.numbered(words))
    means: NDArray[np.float64] = np.bincount(pairs, odds) / np.bincount(pairs)
    return means[pairs]
