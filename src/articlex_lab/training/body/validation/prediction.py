"""The prediction for one page. A module of its own, so that losses are read without PyTorch and LightGBM."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from articlex.models.forest import probabilities
from articlex.page import Form
from articlex.scoring.agreement import agree, looks
from articlex.scoring.choice import choose, expected_f1, sharpen
from articlex.scoring.score import mix
from articlex_lab.training.body.samples.dataset import Sample


@dataclass(frozen=True)
class Prediction:
    """The log-odds of the blocks of a page by forest and by net, and how probably it is an article."""

    sample: Sample
    forest: Any
    net: Any
    article: float

    @cached_property
    def chances(self) -> Any:
        """The probability of each block."""
        sample = self.sample
        form = Form(sample.form)
        odds = mix(self.forest, self.net, form)
        look = looks(sample.names, sample.values, form)
        return probabilities(agree(odds, look, sample.sizes, self.article, form))

    @cached_property
    def sharpened(self) -> Any:
        """The probability of each block by which the extractor chooses."""
        return sharpen(self.chances, self.article)

    @cached_property
    def chosen(self) -> Any:
        """For each block whether the extractor keeps it: bool [blocks]."""
        return choose(self.sharpened, self.sample.sizes)

    @property
    def kept(self) -> Any:
        """What is kept, with the headline exactly where gold has it: conventions differ, and in our output it
        is not part of the body."""
        return np.where(self.sample.title, self.sample.in_gold, self.chosen)

    @property
    def confidence(self) -> float:
        """The confidence of the extractor: the word F1 that it expects of its choice."""
        return expected_f1(self.sharpened, self.sample.sizes, self.chosen)
