"""Boosted trees over the choices of a page: "none" and each candidate share one probability.

The loss is that of a conditional logit: the share of each page's probability that goes to what is right.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np

from articlex.scoring.model import Forest
from articlex_lab.training.fitting import forest
from articlex_lab.training.fitting.forest import Settings

#: Where the trees are sure already, the loss still has to bend.
_LEAST_HESSIAN = 1e-3


def place(site: str, parts: int, salt: str = "") -> int:
    """The fold of a site."""
    return zlib.crc32(f"{salt}{site}".encode()) % parts


def for_copies(settings: Settings, copies: int) -> Settings:
    """``settings`` where each page is there ``copies`` times: a leaf stands for as many pages as it would."""
    return settings._replace(least_rows=settings.least_rows * copies)


def fit_pages(
    right: Sequence[Sequence[bool]], matrices: Sequence[Any], names: tuple[str, ...], settings: Settings
) -> Forest:
    """The forest fitted on pages, each with its matrix and which of its rows are right."""
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
