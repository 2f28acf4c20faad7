"""Columns of features, a value for each block with text, and sums over stretches of blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Columns by their names. Where a model is fitted and where it is used they have the same ones.
Columns = dict[str, "NDArray[Any]"]


def sums_before(*columns: NDArray[Any]) -> NDArray[np.float64]:
    """Sums of each column over the blocks before each block, and over all: [columns, blocks + 1]."""
    import numpy as np

    sums = np.zeros((len(columns), len(columns[0]) + 1))
    np.cumsum(columns, axis=1, dtype=np.float64, out=sums[:, 1:])
    return sums


def window_sums(sums: NDArray[np.float64], half: int) -> NDArray[np.float64]:
    """Sums of each column over the 2·``half`` + 1 blocks around each block, from those before each."""
    import numpy as np

    n = sums.shape[1] - 1
    places = np.arange(n)
    return sums[:, np.minimum(places + half + 1, n)] - sums[:, np.maximum(places - half, 0)]
