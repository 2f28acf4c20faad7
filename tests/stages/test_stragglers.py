"""What is kept of a few short blocks far below an article: a letter for each block, "T" for a text, "s" for a
short line that the scorer is not sure of, "S" for one that it is, "x" for what it leaves out."""

from __future__ import annotations

import numpy as np
import pytest

from articlex.options import Options
from articlex.page import Mark, Page, Role
from articlex.pipeline import run
from articlex.read import read_page
from articlex.scoring import score
from articlex.scoring.score import Scores
from articlex.stages import body

_CHANCES = {"T": 0.99, "s": 0.85, "S": 0.98, "x": 0.01}
_TEXT = "The harbour master said that the road would stay closed until the wall had been looked at."

#: The blocks, whether the page is an article, and how many of the blocks are kept.
PAGES = {
    "a line behind four that are left out": ("TTTTxxxxs", True, 4),
    "lines behind each other": ("TTTTxxxxsxxxssxxxxs", True, 4),
    "a line behind three": ("TTTTxxxs", True, 5),
    "a line that the scorer is sure of": ("TTTTxxxxS", True, 5),
    "a text": ("TTTTxxxxT", True, 5),
    "a page that is no article": ("TTTTxxxxs", False, 5),
    "lines above a text": ("TTTTxxxxsxxxxTTTT", True, 9),
}


@pytest.mark.parametrize(("blocks", "is_article", "kept"), PAGES.values(), ids=PAGES)
def test_stragglers(monkeypatch: pytest.MonkeyPatch, blocks: str, is_article: bool, kept: int) -> None:
    def scores(page: Page) -> Scores:
        chances = np.array([_CHANCES[letter] for letter in blocks])
        sizes = np.array([20.0 if letter == "T" else 4.0 for letter in blocks], np.float32)
        return Scores(list(range(len(blocks))), chances, sizes, 0.9 if is_article else 0.2)

    monkeypatch.setattr(score, "score_page", scores)
    texts = (f"{place}. {_TEXT}" if letter == "T" else f"line {place}" for place, letter in enumerate(blocks))
    page = run(read_page("".join(f"<p>{text}</p>" for text in texts), form="html"), Options(), ())
    said = list(body.run(page, Options()))
    assert sum(isinstance(mark, Mark) and mark.role is Role.BODY for mark in said) == kept
