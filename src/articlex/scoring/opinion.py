"""A second opinion, for pages on which the scorer is unsure: what readability-lxml would keep.

The scorer judges blocks, and on pages unlike those that it was fitted on it errs on where the article ends:
it keeps the teasers around a short article. readability-lxml looks for the one element that holds the prose,
and on such pages it is right more often. Asked on every page it would be slow and, on lists, products and
threads, wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from articlex.page import Page

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from articlex.scoring.score import Scores

#: Confidence below which readability-lxml is asked: about one page in 50. Swept with the two numbers below,
#: on predictions for sites not fitted on: never, and below 0.85, 0.90 and 0.95 gave multilingual 0.943,
#: 0.947, 0.947, 0.947; articles 0.888, 0.893, 0.893, 0.893; forums 0.828, 0.825, 0.824, 0.821; reader 0.926,
#: 0.926, 0.928, 0.930; news 0.969, 0.970, 0.970, 0.971; wcxb-dev 0.876 each. Below 0.90 are twice as many
#: pages, below 0.95 five times as many.
_ASK_BELOW = 0.85

#: It is asked only about pages that are articles with at least this probability. 0.35, 0.6, 0.75 and 0.8 gave
#: forums 0.815, 0.822, 0.825, 0.825; services 0.842 and then 0.846; multilingual 0.946 and then 0.947.
_LEAST_ARTICLE = 0.75

#: If it keeps more than this many times the words that the scorer would keep, it has taken the page of a
#: thread, or the frame of a site, for the text. 1.5, 3 and no limit gave multilingual 0.946, 0.947, 0.946 and
#: forums 0.828, 0.825, 0.812.
_MOST_TIMES = 3.0

#: Log-odds that a block gains when readability-lxml keeps it, and loses when not. 1.5 gave multilingual 0.001
#: more, forums 0.003 and reader 0.006 less.
_SWAY = 1.0

#: Pages that are longer, have more blocks or are nested deeper are not handed to it: it would be slow.
_MOST_CHARS = 1_000_000
_MOST_BLOCKS = 3_000
_MOST_LEVELS = 200

#: With fewer characters it has found nothing.
_LEAST_KEPT = 200


def is_wanted(page: Page, confidence: float, article: float) -> bool:
    """Whether a page with this ``confidence`` and probability of being an ``article`` needs the opinion."""
    return (
        confidence < _ASK_BELOW
        and article >= _LEAST_ARTICLE
        and 0 < len(page.markup.source) <= _MOST_CHARS
        and len(page.blocks) <= _MOST_BLOCKS
        and max(node.depth for node in page.nodes) <= _MOST_LEVELS
    )


def weigh_opinion(page: Page, scores: Scores, chosen: NDArray[np.bool_]) -> NDArray[np.float64] | None:
    """The probabilities of the scores' blocks with the opinion weighed in; None if it is of no use.

    ``chosen`` tells which of them would be kept without it.
    """
    import numpy as np

    kept = _kept(page)
    if sum(len(page.blocks[index].text) for index in kept) < _LEAST_KEPT:
        return None
    agreed = np.array([index in kept for index in scores.rows])
    tokens, chances = scores.tokens, scores.probabilities
    if tokens[agreed].sum() > _MOST_TIMES * (tokens[chosen].sum() + 1.0):
        return None
    votes = np.where(agreed, 1.0, -1.0)
    odds: Any = chances / np.maximum(1.0 - chances, 1e-9) * np.exp(_SWAY * votes)
    swayed: NDArray[np.float64] = odds / (1.0 + odds)
    return swayed


def _kept(page: Page) -> set[int]:
    """The blocks that readability-lxml keeps; none where it fails."""
    from articlex.scoring.summary import blocks_in, summary

    try:
        found = summary(page.markup.source)
    except Exception:  # a second opinion that fails is none; which errors another library raises is not ours
        return set()
    return blocks_in(page, found)
