"""Blocks of one look are content together or not at all: the posts of a thread, the cards of a list.

What says so is the markup: blocks of one tag whose element and whose parent look alike. The log-odds of each
move towards the mean of all, in proportion to how little the page is an article, whose paragraphs look like
the teasers and the comments around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: How far the log-odds go on a page that is no article. Sites not fitted on, three fits, 0 and 0.6: `forums`
#: 0.790 to 0.811, 0.786 to 0.807, 0.767 to 0.784; `wcxb-dev` 0.886 to 0.888, 0.893 to 0.894, 0.886 to 0.888,
#: product 0.642 to 0.642, 0.800 to 0.812, 0.627 to 0.643, listing 0.752 to 0.768, 0.788 to 0.793, 0.748 to
#: 0.755; `articles`, `news` and `multilingual` stay. 0.3 gives half of it, 0.8 a little more to threads and
#: lists and less to products. Where articles move as well, by 0.3, `articles` has 0.896 instead of 0.891, but
#: `multilingual` 0.938 instead of 0.939. Whole items instead of blocks of a look took 0.02 from `forums`. In
#: raw page text, where indentation and blank lines are all that a look is, listings lose 0.003 to 0.02.
SHARE = 0.6

#: The columns that blocks of one look have in common: how many they are, and their share of the text.
_GROUP = ("path_count", "path_share")


def looks(names: Sequence[str], values: NDArray[np.float32]) -> NDArray[np.int64] | None:
    """A number for each block, the same for blocks of one look and 0 for those that have none of their look.

    ``values`` is the matrix of the page with the columns ``names``. None in raw page text.
    """
    import numpy as np

    if not set(_GROUP) <= set(names):
        return None
    count, share = (values[:, names.index(name)] for name in _GROUP)
    several = count > np.log1p(1.5)
    numbers = np.unique(count + 1j * share, return_inverse=True)[1]
    return np.asarray(np.where(several, numbers + 1, 0))


def agree(
    odds: NDArray[np.float64], look: NDArray[np.int64], tokens: NDArray[np.float32], article: float
) -> NDArray[np.float64]:
    """The log-odds of blocks, moved towards the mean of their ``look``, in which longer blocks weigh more.

    ``article`` is the probability that the page is an article.
    """
    import numpy as np

    weights = tokens.astype(np.float64) + 1.0
    mean = np.bincount(look, weights=odds * weights) / np.maximum(np.bincount(look, weights=weights), 1.0)
    share = np.where(look > 0, SHARE * (1.0 - article), 0.0)
    return np.asarray((1.0 - share) * odds + share * mean[look])
