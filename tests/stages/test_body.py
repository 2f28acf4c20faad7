"""The body: how the scores of its marks are printed."""

from __future__ import annotations

import numpy as np

from articlex.stages.body import _rounded


def test_chances_are_rounded_as_python_rounds_them() -> None:
    middles = np.arange(0.0, 1.0, 0.00005)
    around = [np.nextafter(middles, side) for side in (0.0, 1.0)]
    chances = np.concatenate([middles, *around, np.random.default_rng(7).random(10_000), [1.0]])
    assert _rounded(chances).tolist() == [round(chance, 4) for chance in chances.tolist()]
