"""What trees say of the lines of an article."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from articlex.lost_marks.features import NAMES
from articlex.models.forest import load_forest, log_odds

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def line_odds(name: str, values: NDArray[np.float32]) -> NDArray[np.float64]:
    """The log-odds of lines by the trees called ``name``; ``values`` are their features
    ([lines, features], in the order of :data:`~articlex.lost_marks.features.NAMES`)."""
    return log_odds(load_forest(name), values[:, _columns(name)])


@cache
def _columns(name: str) -> list[int]:
    """The columns that the trees ask about."""
    return [NAMES.index(feature) for feature in load_forest(name).names]
