"""The net of :mod:`articlex.models.net` in PyTorch: settings, module, gradient descent, and the arrays that
ship.

As a second task a net tells the kind of the page, from the summary of the page that its rows get as context,
so that the summary learns to say it (Caruana, "Multitask Learning", 1997). The layer for that task is not
shipped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from articlex.models.net import CONTEXT_AFTER, DILATIONS, LIMIT

#: Stands for the kind of a page that does not state it.
_UNTOLD = -1


class NetSettings(NamedTuple):
    """The settings of a fit."""

    #: How many features: those that the forest asks about most often.
    features: int = 192
    #: Channels.
    width: int = 48
    epochs: int = 8
    #: Pages of a batch.
    pages: int = 16
    #: Blocks of one page in a batch, at most.
    most_blocks: int = 600
    learning_rate: float = 3e-3
    decay: float = 0.02
    dropout: float = 0.3
    input_dropout: float = 0.1
    #: Share of the pages whose features of the markup are hidden.
    bare: float = 0.3
    #: Weight of a crowded page; there are about as many as other pages.
    crowded: float = 0.2
    #: Weight of the kind of page in the loss; that of the blocks is 1.
    kind: float = 0.4
    seed: int = 0


class Module(nn.Module):
    """The net that :func:`articlex.models.net.net_odds` evaluates, on batches of padded pages."""

    def __init__(self, inputs: int, settings: NetSettings) -> None:
        super().__init__()
        width = settings.width
        self.enter = nn.Linear(inputs, width)
        self.convolutions = nn.ModuleList([nn.Linear(3 * width, width) for _ in DILATIONS])
        self.norms = nn.ModuleList([nn.LayerNorm(width) for _ in range(len(DILATIONS) + 1)])
        self.context = nn.Linear(3 * width, width)
        self.leave = nn.Linear(width, 1)
        self.drop = nn.Dropout(settings.dropout)
        self.drop_input = nn.Dropout(settings.input_dropout)

    def forward(self, values: Any, tokens: Any, there: Any) -> Any:
        """The log-odds [pages, blocks]; ``there`` is 1 for blocks and 0 for padding."""
        return self.odds_and_pages(values, tokens, there)[0]

    def odds_and_pages(self, values: Any, tokens: Any, there: Any) -> tuple[Any, Any]:
        """The log-odds, and the summary of each page that its blocks get as context [pages, 3 * width]."""
        mask = there[..., None]
        rows = self.norms[0](functional.relu(self.enter(self.drop_input(values)))) * mask
        for layer, step in enumerate(DILATIONS):
            padded = functional.pad(rows, (0, 0, step, step))
            window = torch.cat([padded[:, : -2 * step], rows, padded[:, 2 * step :]], -1)
            fresh = functional.relu(self.convolutions[layer](window))
            rows = self.norms[layer + 1](rows + self.drop(fresh)) * mask
            if layer == CONTEXT_AFTER:
                means = rows.sum(1) / mask.sum(1)
                weights = (tokens * there)[..., None]
                by_tokens = (rows * weights).sum(1) / (weights.sum(1) + 1.0)
                highest = rows.masked_fill(mask == 0, -1e4).max(1).values
                whole = torch.cat([means, by_tokens, highest], 1)
                rows = (rows + functional.relu(self.context(whole))[:, None]) * mask
        return self.leave(self.drop(rows))[..., 0], whole


class Kinds(nn.Module):
    """The second task of a net: to tell the kinds of pages, which are "" where they are not stated."""

    def __init__(self, kinds: Sequence[str], settings: NetSettings) -> None:
        super().__init__()
        names = sorted({kind for kind in kinds if kind})
        self.tell = nn.Linear(3 * settings.width, max(1, len(names)))
        self.drop = nn.Dropout(settings.dropout)
        self.weight = settings.kind
        self.places = np.array([names.index(kind) if kind else _UNTOLD for kind in kinds])

    def loss(self, whole: Any, chosen: Any) -> Any:
        """The weighted cross-entropy of the kinds of the ``chosen`` pages, from the summary of each
        (``whole``); pages whose kind is not stated do not count."""
        told, places = self.tell(self.drop(whole)), torch.from_numpy(self.places[chosen])
        if not (places != _UNTOLD).any():
            return 0.0
        return self.weight * functional.cross_entropy(told, places, ignore_index=_UNTOLD)


def descend(
    module: nn.Module,
    lengths: Sequence[int],
    settings: NetSettings,
    random: np.random.Generator,
    loss: Callable[[Any], Any],
) -> None:
    """Fit ``module`` on pages of ``lengths`` blocks; ``loss`` gives the loss of a batch from the indices of
    its pages."""
    optimizer = torch.optim.AdamW(module.parameters(), weight_decay=settings.decay)
    steps = settings.epochs * -(-len(lengths) // settings.pages)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, settings.learning_rate, total_steps=steps + 1, pct_start=0.2
    )
    module.train()
    for _ in range(settings.epochs):
        for chosen in _batches(lengths, settings, random):
            lost = loss(chosen)
            optimizer.zero_grad()
            lost.backward()
            nn.utils.clip_grad_norm_(module.parameters(), 1.0)
            optimizer.step()
            schedule.step()


def standardised(squashed: Any, means: Any, deviations: Any) -> Any:
    """Squashed features, standardised as a net with these 16-bit ``means`` and ``deviations`` does."""
    rows = (squashed - means.astype(np.float32)) / deviations.astype(np.float32)
    return np.clip(rows, -LIMIT, LIMIT).astype(np.float32)


def scale_of(squashed: Any) -> tuple[Any, Any]:
    """The means and standard deviations of the features, in 16 bits as in a model file."""
    return squashed.mean(axis=0).astype(np.float16), (squashed.std(axis=0) + 1e-3).astype(np.float16)


def _batches(lengths: Sequence[int], settings: NetSettings, random: np.random.Generator) -> list[Any]:
    """Batches of indices of pages: pages of about the same length together, the batches in random order."""
    order = np.argsort(np.array(lengths) + random.normal(0, 40, len(lengths)), kind="stable")
    batches = [order[start : start + settings.pages] for start in range(0, len(order), settings.pages)]
    return [batches[place] for place in random.permutation(len(batches))]


def arrays_of(module: Any, means: Any, deviations: Any) -> dict[str, Any]:
    """The weights, in 16 bits, by the names that :mod:`articlex.models.net` reads."""

    def linear(name: str, layer: Any) -> dict[str, Any]:
        return {f"{name}_w": layer.weight.detach().numpy().T, f"{name}_b": layer.bias.detach().numpy()}

    arrays: dict[str, Any] = {"means": means, "deviations": deviations}
    arrays |= linear("in", module.enter) | linear("context", module.context)
    for number, layer in enumerate(module.convolutions):
        arrays |= linear(f"conv{number}", layer)
    for number, layer in enumerate(module.norms):
        arrays |= {f"norm{number}_w": layer.weight.detach().numpy()}
        arrays |= {f"norm{number}_b": layer.bias.detach().numpy()}
    arrays |= {"out_w": module.leave.weight.detach().numpy()[0], "out_b": module.leave.bias.detach().numpy()}
    return {name: np.asarray(array, np.float16).astype(np.float64) for name, array in arrays.items()}
