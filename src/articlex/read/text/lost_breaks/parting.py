"""Parts a text that has lost its line breaks: where boosted trees say that a line of the page ended.

They say so of each gap between two words. They were fitted on pages whose HTML tells
(``articlex_lab/training/lost_breaks``). The model file is read on first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from articlex.models.forest import load_forest, log_odds
from articlex.read.text.lost_breaks import sequences
from articlex.read.text.lost_breaks.gap_features import gap_features
from articlex.read.text.lost_breaks.label_places import with_labels_apart
from articlex.read.text.lost_breaks.pieces import BLANK_LINE, GLUED, NEW_LINE, SPACE, pieces_of
from articlex.read.text.lost_breaks.printed_title import with_title_apart
from articlex.read.text.lost_breaks.whole_dates import with_dates_whole

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Log-odds above which a line ended.
LIKELY = -0.4
#: What is written between two pieces.
_BETWEEN = {GLUED: "", SPACE: " ", NEW_LINE: "\n", BLANK_LINE: "\n\n"}
#: Words looked at together. Their features take 1 KB each, and a text may have a million.
_AT_ONCE = 20_000


def parted(text: str, above: str = "") -> str:
    """``text`` with a break wherever one of the page's lines ended, and no others but blank lines. ``above``
    is what has stood in lines above it; the page may have its title there."""
    pieces = pieces_of(text)
    breaks = [True]
    for first in range(0, len(pieces.texts), _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        words, between = pieces.texts[some], pieces.gaps[some]
        odds = with_labels_apart(words, _odds(words, between), LIKELY)
        if first:
            breaks.append(False)
        else:
            odds = with_title_apart(words, odds, pieces_of(above).texts)
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
