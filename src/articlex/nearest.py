"""For each place of a row, the nearest one that is wanted: in arrays, all places at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def last_up_to(wanted: NDArray[np.bool_], none: int = 0) -> NDArray[np.int64]:
    """For each place the last one up to it that is ``wanted``, or ``none``."""
    import numpy as np

    return np.maximum.accumulate(np.where(wanted, np.arange(len(wanted)), none))


def next_from(wanted: NDArray[np.bool_]) -> NDArray[np.int64]:
    """For each place the next one from it on that is ``wanted``, or the one behind all."""
    import numpy as np

    found = np.where(wanted, np.arange(len(wanted)), len(wanted))
    return np.minimum.accumulate(found[::-1])[::-1]
