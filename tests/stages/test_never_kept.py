"""Lines that no article has are left out however likely the scorer takes them for main content."""

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

#: A reason of another stage for a block, and whether the block may be kept in spite of it.
REASONS = [
    ("comments-label", Role.COMMENT, False),
    ("footer-element", Role.FOOTER, False),
    ("legal-element", Role.LEGAL, False),
    ("printed-path", Role.BREADCRUMB, False),
    ("tags-line", Role.TAGS, False),
    ("dated-story", Role.RELATED, True),
    ("menu-run", Role.NAV, True),
]


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Page:
    """Three paragraphs, all of which are likely."""

    def all_likely(page: Page) -> Scores:
        rows = list(range(len(page.blocks)))
        return Scores(rows, np.full(len(rows), 0.97), np.full(len(rows), 20.0, np.float32), 0.9)

    monkeypatch.setattr(score, "score_page", all_likely)
    paragraph = "The harbour master said that the road would stay closed until the wall had been looked at."
    source = "".join(f"<p>{number}. {paragraph}</p>" for number in range(3))
    return run(read_page(source, form="html"), Options(), ())


@pytest.mark.parametrize(("reason", "role", "may_stay"), REASONS, ids=[reason for reason, *_ in REASONS])
def test_a_block_with_a_reason_is_kept_or_never(page: Page, reason: str, role: Role, may_stay: bool) -> None:
    marks = (page.marks[0], Mark(1, role, reason, 0.9, "other"), page.marks[2])
    said = list(body.run(replace(page, marks=marks), Options()))
    kept = {mark.block for mark in said if isinstance(mark, Mark) and mark.role is Role.BODY}
    assert kept == ({0, 1, 2} if may_stay else {0, 2})
