"""The body: how the scores of its marks are printed, and what it leaves to other stages."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from articlex.options import Options
from articlex.page import Mark, Page, Role
from articlex.pipeline import run
from articlex.read import read_page
from articlex.scoring import score
from articlex.scoring.score import Scores
from articlex.stages import body


def test_a_picture_in_a_second_copy_that_is_a_byline_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def all_likely(page: Page) -> Scores:
        rows = [block.index for block in page.blocks if block.text]
        return Scores(rows, np.full(len(rows), 0.97), np.full(len(rows), 25.0, np.float32), 0.9)

    monkeypatch.setattr(score, "score_page", all_likely)
    text = "The harbour master said that the road would stay closed until the wall had been looked at."
    copy = f"<div><p>1. {text}</p><p><img src=ann.jpg></p><p>2. {text}</p></div>"
    page = run(read_page(copy * 2, form="html"), Options(), ())
    marks = (*page.marks[:4], Mark(4, Role.BYLINE, "byline", 0.9, "byline"), page.marks[5])
    found = run(replace(page, marks=marks), Options(strict=True), (body.STAGE,))
    assert [mark.reason for mark in found.marks[3:]] == ["second-copy", "byline", "second-copy"]
