"""The fit of the net over a page's blocks."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch")

from articlex.models.net import Net, net_odds
from articlex_lab.training.body.block_net import fit_net
from articlex_lab.training.fitting.net import NetSettings

NAMES = ("mark", "noise")
FOREST = SimpleNamespace(names=NAMES, columns=np.array([[0, 1]]), thresholds=np.array([[0.5, 0.5]]))
SETTINGS = NetSettings(features=2, width=8, epochs=10, dropout=0.0, input_dropout=0.0, bare=0.0)


def page(random: np.random.Generator, corpus: str, kind: str) -> Any:
    """Six blocks, of which those with the mark are content."""
    values = np.stack([np.arange(6) % 2, random.normal(0, 1, 6)], 1).astype(np.float32)
    return SimpleNamespace(
        values=values,
        names=NAMES,
        labels=values[:, 0].copy(),
        taught=np.full(6, np.nan, np.float32),
        title=np.zeros(6, bool),
        sizes=np.full(6, 9.0, np.float32),
        gold=np.arange(3),
        corpus=corpus,
        kind=kind,
    )


def fitted(corpus: str, kind_weight: float) -> Net:
    random = np.random.default_rng(3)
    samples = [page(random, corpus, ("article", "listing")[number % 2]) for number in range(60)]
    return fit_net(samples, FOREST, SETTINGS._replace(kind=kind_weight))  # type: ignore[arg-type]


def same(first: Net, second: Net) -> bool:
    return all(np.array_equal(array, second.arrays[name]) for name, array in first.arrays.items())


def odds_of_the_marked(net: Net) -> tuple[float, float]:
    """What the net says of a block with the mark, and of one without it."""
    rows = np.zeros((2, 2), np.float32)
    rows[0, net.names.index("mark")] = 1.0
    marked, other = net_odds(net, rows, np.full(2, 9.0, np.float32)).tolist()
    return marked, other


def test_what_is_content_is_learned() -> None:
    marked, other = odds_of_the_marked(fitted("wcxb-dev", 0.4))
    assert marked > 0.0 > other


@pytest.mark.parametrize(("weight", "is_marked_content"), [(0.0, True), (9.0, False)])
def test_crowded_pages_count_as_much_as_their_weight_says(weight: float, is_marked_content: bool) -> None:
    random = np.random.default_rng(3)
    pages = [page(random, corpus, "article") for corpus in ("wcxb-dev", "crowded") for _ in range(60)]
    for contrary in pages[60:]:
        contrary.labels = 1.0 - contrary.labels
    net = fit_net(pages, FOREST, SETTINGS._replace(crowded=weight))  # type: ignore[arg-type]
    marked, other = odds_of_the_marked(net)
    assert (marked > other) is is_marked_content


def test_the_kinds_of_pages_teach_the_net() -> None:
    assert not same(fitted("wcxb-dev", 0.4), fitted("wcxb-dev", 0.0))


def test_pages_that_do_not_state_their_kind_teach_nothing_of_kinds() -> None:
    assert same(fitted("dates", 0.4), fitted("dates", 0.0))
