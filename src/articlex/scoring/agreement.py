"""Blocks of one look are content together or not at all: the posts of a thread, the cards of a list.

The log-odds of each move towards the mean of all. In HTML blocks look alike if they share their tag, and
their element and its parent are alike. The less the page is an article, the further they move: paragraphs
look like the teasers and comments around an article. Raw page text has only kind, indentation, blank lines
and heading level to look alike by; there it is the blocks of articles that agree, a little, and the cards of
lists do not. Blocks that are links agree apart from those that are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from articlex.page import Form
from articlex.scoring.columns import renumbered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: How far the log-odds move in HTML on a page that is no article; on others times the square root of the
#: probability that it is none. Sites not fitted on, before and after links apart, the root instead of the
#: plain difference, _CLIP and 0.7 instead of 0.6: `multilingual` 0.943 to 0.944, `articles` 0.888 to 0.895,
#: `forums` 0.828 to 0.834, `wcxb-dev` 0.876 to 0.877, its products 0.675 to 0.684; no kind loses more than
#: 0.0002. 0.8 gives threads 0.001 more and takes 0.002 from products; powers of 0.35 and 0.7 give `articles`
#: 0.895 and 0.890; a second agreement by tag and element alone took up to 0.003 from `snippets`. Whole items
#: instead of blocks of a look took 0.02 from `forums`.
_SHARE = 0.7

#: How far they move in raw page text on a page that is an article with a probability of SURE or more, and in
#: proportion below. Sites not fitted on, without and with: `multilingual` 0.910 to 0.913, `articles` 0.858 to
#: 0.860, `news` 0.925 to 0.927, `reader` 0.870 to 0.876; `wcxb-dev` stays at 0.837, services lose 0.0004. 0.3
#: took 0.003 from `snippets`; moving less on articles, as in HTML, took 0.004 from listings and 0.005 from
#: services.
_TEXT_SHARE = 0.2
_SURE = 0.5

#: Log-odds count in the mean as no farther from 0 than this, so that one sure block does not speak for all.
#: HTML, 2, 3, 4 and 6: products 0.670, 0.675, 0.684, 0.683; `wcxb-dev` 0.876, 0.876, 0.877, 0.877.
_CLIP = 4.0

#: Two columns that are equal for blocks of one look: how many they are, and their share of the text.
_GROUP = {Form.HTML: ("path_count", "path_share"), Form.TEXT: ("shape_count", "shape_share")}

#: Link density from which on a block is a link.
_LINKED = 0.5


def looks(names: Sequence[str], values: NDArray[np.float32], form: Form) -> NDArray[np.int64]:
    """A number for each block, the same for blocks of one look; 0 for a block whose look no other block has.

    ``values`` is the matrix of the page with the columns ``names``.
    """
    import numpy as np

    count, share, links = (values[:, names.index(name)] for name in (*_GROUP[form], "link_density"))
    # The bits of both numbers as one: equal ones are equal numbers, of which none is negative.
    group = renumbered(np.stack((count, share), axis=1).view(np.int64)[:, 0])
    # Counts are logarithms: that of 1.5 lies between those of one block and of two.
    return np.asarray(np.where(count > np.log1p(1.5), 2 * group + (links > _LINKED) + 1, 0))


def agree(
    odds: NDArray[np.float64],
    look: NDArray[np.int64],
    tokens: NDArray[np.float32],
    article: float,
    form: Form,
) -> NDArray[np.float64]:
    """The log-odds of blocks, moved towards the mean of their ``look``, in which longer blocks weigh more.

    ``article`` is the probability that the page is an article.
    """
    import numpy as np

    weights = tokens.astype(np.float64) + 1.0
    mean = np.bincount(look, np.minimum(np.maximum(odds, -_CLIP), _CLIP) * weights) / np.maximum(
        np.bincount(look, weights), 1.0
    )
    share = _SHARE * np.sqrt(1.0 - article) if form is Form.HTML else _TEXT_SHARE * min(1.0, article / _SURE)
    moved = np.where(look > 0, share, 0.0)
    return np.asarray((1.0 - moved) * odds + moved * mean[look])
