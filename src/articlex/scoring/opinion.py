"""A second opinion, for pages on which the scorer is unsure: what readability-lxml would keep.

The scorer knows blocks and gets the line between them wrong on pages unlike those that it was fitted on: it
keeps the teasers around a short article. readability-lxml knows one thing, the element that holds the prose,
and there it is right more often. Asked on every page it would be slow and, on lists, products and threads,
wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from articlex.page import Page

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Confidence below which readability-lxml is asked: about one page in 25. Swept in cross-validation. Never,
#: and below 0.80, 0.85 and 0.90 gave multilingual 0.920, 0.926, 0.927, 0.929; articles 0.882, 0.884, 0.887,
#: 0.887; forums 0.800, 0.793, 0.791, 0.791; two folds of wcxb-dev 0.887, 0.887, 0.888, 0.888.
ASK_BELOW = 0.85

#: It is asked only about pages that are articles with at least this probability.
LEAST_ARTICLE = 0.35

#: Log-odds that a block gains when readability-lxml keeps it, and loses when not. 1.5 gave multilingual 0.003
#: more and articles and forums 0.003 and 0.004 less.
SWAY = 1.0

#: Pages that are longer, have more blocks or are nested deeper are not handed to it: it would be slow.
MOST_CHARS = 1_000_000
MOST_BLOCKS = 3_000
MOST_LEVELS = 200

#: Characters that it has to keep, or it has found nothing.
LEAST_KEPT = 200


def is_wanted(page: Page, confidence: float, article: float) -> bool:
    """Whether a page with this ``confidence`` and probability of being an ``article`` needs the opinion."""
    return (
        confidence < ASK_BELOW
        and article >= LEAST_ARTICLE
        and 0 < len(page.markup.source) <= MOST_CHARS
        and len(page.blocks) <= MOST_BLOCKS
        and max(node.depth for node in page.nodes) <= MOST_LEVELS
    )


def sway(page: Page, rows: list[int], chances: NDArray[np.float64]) -> NDArray[np.float64] | None:
    """The probabilities of the blocks ``rows`` with the opinion weighed in; None when it found nothing."""
    import numpy as np

    kept = _kept(page)
    if sum(len(page.blocks[index].text) for index in kept) < LEAST_KEPT:
        return None
    votes = np.array([1.0 if index in kept else -1.0 for index in rows])
    odds: Any = chances / np.maximum(1.0 - chances, 1e-9) * np.exp(SWAY * votes)
    swayed: NDArray[np.float64] = odds / (1.0 + odds)
    return swayed


def _kept(page: Page) -> set[int]:
    from articlex.scoring.summary import blocks_in, summary

    try:
        found = summary(page.markup.source)
    except Exception:  # a second opinion that fails is none; which errors another library raises is not ours
        return set()
    return blocks_in(page, found)
