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

TEXT = "The harbour master said that the road would stay closed until the wall had been looked at."


@pytest.fixture(autouse=True)
def _all_likely(monkeypatch: pytest.MonkeyPatch) -> None:
    def all_likely(page: Page) -> Scores:
        rows = [block.index for block in page.blocks if block.text]
        return Scores(rows, np.full(len(rows), 0.97), np.full(len(rows), 25.0, np.float32), 0.9)

    monkeypatch.setattr(score, "score_page", all_likely)


def test_a_picture_in_a_second_copy_that_is_a_byline_stays_one() -> None:
    copy = f"<div><p>1. {TEXT}</p><p><img src=ann.jpg></p><p>2. {TEXT}</p></div>"
    page = run(read_page(copy * 2, form="html"), Options(), ())
    marks = (*page.marks[:4], Mark(4, Role.BYLINE, "byline", 0.9, "byline"), page.marks[5])
    found = run(replace(page, marks=marks), Options(strict=True), (body.STAGE,))
    assert [mark.reason for mark in found.marks[3:]] == ["second-copy", "byline", "second-copy"]


def test_a_mark_of_another_stage_does_not_end_the_choice() -> None:
    source = "".join(f"<p>{number}. {TEXT}</p>" for number in range(3))
    page = run(read_page(source, form="html"), Options(), ())
    marks = (Mark(0, Role.BOILERPLATE, "some-reason", 0.5, "another"), *page.marks[1:])
    found = run(replace(page, marks=marks), Options(strict=True), (body.STAGE,))
    assert [mark.reason for mark in found.marks[1:]] == ["main-content", "main-content"]
