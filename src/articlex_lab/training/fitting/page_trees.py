"""Boosted trees that choose among the rows of a page, "none" and its candidates, which share a probability of
1.

The loss is that of a conditional logit: the cross-entropy with what is right, in equal parts for several
rows.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np

from articlex.models.forest import Forest
from articlex_lab.training.fitting import forest
from articlex_lab.training.fitting.forest import Settings

#: The least second derivative of a row: where the trees are sure, it would be next to 0 and leaves run away.
_LEAST_HESSIAN = 1e-3


def place(site: str, parts: int, salt: str = "") -> int:
    """The number, below ``parts``, of the part that a site belongs to; another ``salt`` makes other parts."""
    return zlib.crc32(f"{salt}{site}".encode()) % parts


def for_copies(settings: Settings, copies: int) -> Settings:
    """``settings`` for data in which each page is there ``copies`` times: a leaf has as many pages."""
    return settings._replace(least_rows=settings.least_rows * copies)


def fit_pages(
    right: Sequence[Sequence[bool]], matrices: Sequence[Any], names: tuple[str, ...], settings: Settings
) -> Forest:
    """The forest fitted on pages: for each which of its rows are ``right``, and its matrix in the columns
    ``names``. Pages without a right row teach nothing."""
    wanted = np.array([one for page in right for one in page], float)
    sizes = [len(page) for page in right]
    starts, page = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(sizes)), sizes)
    total = np.add.reduceat(wanted, starts)[page]
    teaches = total > 0
    labels = wanted / np.maximum(total, 1.0)

    def loss(odds: Any, _: Any) -> tuple[Any, Any]:
        shares = np.exp(odds - np.maximum.reduceat(odds, starts)[page])
        shares /= np.add.reduceat(shares, starts)[page]
        hessian = np.maximum(shares * (1.0 - shares), _LEAST_HESSIAN)
        return np.where(teaches, shares - labels, 0.0), np.where(teaches, hessian, 1e-6)

    values = np.concatenate(matrices)
    fitted = forest.fit(values, wanted, np.ones(len(wanted)), settings, loss)
    return forest.to_forest(fitted, names, settings.depth)
