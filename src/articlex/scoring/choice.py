"""Which blocks to keep, given the probability of each that it is main content.

The set is chosen that maximises the expected word F1: with the blocks sorted by probability, the best set is
a prefix of that order (Ye et al., "Optimizing F-measures: a tale of two approaches", ICML 2012, for
probabilities that are independent), and the expected F1 of keeping K is close to

    2 · Σ p·n over K  /  ( Σ n over K  +  Σ p·n over all blocks ).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: How much stricter the choice is on an article than on other kinds of page. On sites that the scorer was not
#: fitted on its scores are too high there: teasers around an article look like the teasers of a list. Swept
#: from 0 to 1.8 on the same pages that the model card reports, `multilingual` among them: 0, 0.6, 1.2 and 1.8
#: gave it 0.903, 0.912, 0.916, 0.919, and wcxb-dev 0.890, 0.889, 0.888, 0.887.
_STRICTNESS = 1.2


def sharpen(probabilities: NDArray[np.float64], article: float) -> NDArray[np.float64]:
    """``probabilities`` as the choice uses them: lower, the likelier (``article``) the page is an article."""
    return probabilities ** (1.0 + _STRICTNESS * article)


def choose(
    probabilities: NDArray[np.float64], tokens: NDArray[np.float32], beta: float = 1.0
) -> NDArray[np.bool_]:
    """A boolean for each block: kept or not.

    ``probabilities`` (0-1) and ``tokens`` (counts) are arrays of one length. ``beta`` weighs recall against
    precision as in the F-beta measure: 1 both alike, below 1 precision, above 1 recall.
    """
    import numpy as np

    order = np.argsort(-probabilities, kind="stable")
    sizes = tokens[order].astype(np.float64)
    gains = probabilities[order].astype(np.float64) * sizes
    weight = beta * beta
    expected = gains.sum()
    score = (1.0 + weight) * gains.cumsum() / (sizes.cumsum() + weight * expected + 1e-9)
    kept = np.zeros(len(order), bool)
    if len(order):
        kept[order[: int(score.argmax()) + 1]] = True
    return kept


def expected_f1(
    probabilities: NDArray[np.float64], tokens: NDArray[np.float32], kept: NDArray[np.bool_]
) -> float:
    """The expected word F1 of a choice, from 0 to 1."""
    gains = float((probabilities * tokens * kept).sum())
    total = float((tokens * kept).sum() + (probabilities * tokens).sum())
    return 2.0 * gains / total if total else 0.0
