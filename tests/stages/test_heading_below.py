"""A line with the words of the heading right below it, in another element, is left out."""

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

_TEXT = "<p>The harbour master said that the road would stay closed until the wall had been looked at.</p>"

#: What stands above the text, and the blocks of it that are kept.
PAGES = {
    "the name of a card's picture": ("<div><div>Kettle</div></div><div><h3>Kettle</h3></div>", {1}),
    "in one element": ("<div>Kettle</div><h3>Kettle</h3>", {0, 1}),
    "below the heading": ("<div><h3>Kettle</h3></div><div><div>Kettle</div></div>", {0, 1}),
    "with a line between": (
        "<div><div>Kettle</div></div><div><div>Red</div><h3>Kettle</h3></div>",
        {0, 1, 2},
    ),
}


@pytest.mark.parametrize(("above", "kept"), PAGES.values(), ids=PAGES)
def test_line_above_heading(monkeypatch: pytest.MonkeyPatch, above: str, kept: set[int]) -> None:
    def all_likely(page: Page) -> Scores:
        rows = list(range(len(page.blocks)))
        return Scores(rows, np.full(len(rows), 0.97), np.full(len(rows), 4.0, np.float32), 0.9)

    monkeypatch.setattr(score, "score_page", all_likely)
    page = run(read_page(f"<main>{above}<div>{_TEXT}</div></main>", form="html"), Options(), ())
    marks = [mark for mark in body.run(page, Options()) if isinstance(mark, Mark)]
    last = len(page.blocks) - 1
    assert {mark.block for mark in marks if mark.role is Role.BODY} == kept | {last}
