"""What was predicted for one page; read by the losses without what fits (no torch, no LightGBM)."""

from __future__ import annotations

from typing import Any, NamedTuple

from articlex.page import Form
from articlex.scoring.agreement import agree, looks
from articlex.scoring.model import probabilities
from articlex.scoring.score import mix
from articlex_lab.training.body.dataset import Sample


class Prediction(NamedTuple):
    """Log-odds of one page's blocks by forest and net, and the probability that it is an article."""

    sample: Sample
    forest: Any
    net: Any
    article: float

    @property
    def chances(self) -> Any:
        """The probability of each block."""
        sample = self.sample
        form = Form(sample.form)
        odds = mix(self.forest, self.net, form)
        look = looks(sample.names, sample.values, form)
        return probabilities(agree(odds, look, sample.sizes, self.article, form))
