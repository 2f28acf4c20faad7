"""Whether a text goes on from one line to the next where a page has a line for each text node: boosted trees.

The trees were fitted on pages whose HTML says whether two lines are in one block
(``articlex_lab/training/breaks``). The model file is read on first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from articlex.models.forest import load_forest, log_odds
from articlex.read.text.lines import Line
from articlex.read.text.parted.break_features import break_features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Log-odds above which a line goes on with the one above it. On a third of the pages, with the spaces of the
#: page and without them, probabilities of 0.5, 0.6 and 0.7 leave 0.783, 0.737 and 0.702 of the paragraphs
#: whole (0.593, 0.551, 0.469); of the breaks that they join 0.954, 0.975 and 0.988 are inside a block (0.880,
#: 0.912, 0.934).
LIKELY = 0.0

#: Breaks whose features are put together at a time. They take 0.6 KB each, and a text may have a million.
_AT_ONCE = 2_048


def odds_of_going_on(lines: Sequence[Line]) -> NDArray[np.float64]:
    """For each break between two of ``lines``, two or more, the log-odds that the text goes on over it."""
    import numpy as np

    forest, features = load_forest("line-breaks"), break_features(lines)
    columns = [features[name] for name in forest.names]
    parts = (
        np.stack([column[start : start + _AT_ONCE] for column in columns], axis=1)
        for start in range(0, len(lines) - 1, _AT_ONCE)
    )
    return np.concatenate([log_odds(forest, part) for part in parts])
