"""Fit the net of :mod:`articlex.models.net` to choose one row of a page, or none.

The rows are lines or candidates in the order of the page, so that the net sees each beside its neighbours.
The rows and "none", whose log-odds are 0 unless it is a row itself, share a probability of 1 (conditional
logit). The loss of a page is the cross-entropy with what is right, in equal parts where several rows are,
plus that of the kind of the page, as for the net over blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn

from articlex.models.net import Net, squash
from articlex_lab.training.fitting.net import (
    Kinds,
    Module,
    NetSettings,
    arrays_of,
    descend,
    scale_of,
    standardised,
)

#: The log-odds of rows that pad a page to the length of the longest one.
_NEVER = -1e4


class Rows(NamedTuple):
    """A page: the features of its rows [rows, features], which rows are right (bool [rows]), and its kind
    ("": not stated)."""

    values: Any
    right: Any
    kind: str = ""


#: The settings that these nets use.
_USED = ("width", "epochs", "pages", "learning_rate", "decay", "dropout", "input_dropout", "kind", "seed")


def used(settings: NetSettings) -> dict[str, Any]:
    """The settings for a model file, without those that are for the net over blocks alone."""
    return {name: value for name, value in settings._asdict().items() if name in _USED}


def fit_choice_net(
    pages: Sequence[Rows], names: tuple[str, ...], settings: NetSettings, *, none: bool = True
) -> Net:
    """The net, over the features ``names``, under which the right rows of each page are the likeliest.

    With ``none`` a page may have no right row; without it one of its rows stands for "none". One thread and
    fixed seeds: the same data and the same version of PyTorch give the same weights.
    """
    torch.set_num_threads(1)
    torch.manual_seed(settings.seed)
    random = np.random.default_rng(settings.seed)
    pages = [page for page in pages if len(page.right)]
    squashed = [squash(page.values) for page in pages]
    means, deviations = scale_of(np.concatenate(squashed))
    values = [standardised(rows, means, deviations) for rows in squashed]
    wanted = [(page.right / max(1, page.right.sum())).astype(np.float32) for page in pages]
    module = Module(len(names), settings)
    kinds = Kinds([page.kind for page in pages], settings)

    def loss(chosen: Any) -> Any:
        longest = max(len(wanted[page]) for page in chosen)
        seen = np.zeros((len(chosen), longest, len(names)), np.float32)
        there, right = (np.zeros((len(chosen), longest), np.float32) for _ in range(2))
        for row, page in enumerate(chosen):
            size = len(wanted[page])
            seen[row, :size], there[row, :size], right[row, :size] = values[page], 1.0, wanted[page]
        odds, whole = module.odds_and_pages(*map(torch.from_numpy, (seen, there, there)))
        rows = _loss(odds, none, *map(torch.from_numpy, (there, right)))
        return rows + kinds.loss(whole, chosen)

    descend(nn.ModuleList((module, kinds)), [len(each) for each in wanted], settings, random, loss)
    return Net(names, arrays_of(module, means, deviations))


def _loss(odds: Any, none: bool, there: Any, right: Any) -> Any:
    rivals = odds.masked_fill(there == 0, _NEVER)
    if none:
        rivals = torch.cat([rivals, torch.zeros(len(odds), 1)], 1)
    together = torch.logsumexp(rivals, 1)
    return (together - (odds * right).sum(1)).mean()
