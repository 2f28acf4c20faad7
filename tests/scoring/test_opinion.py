"""The second opinion: when it is asked for, and what it does to the probabilities."""

from __future__ import annotations

import numpy as np
import pytest

from articlex.page import Page
from articlex.read.html.reader import read_html
from articlex.scoring import opinion, summary
from articlex.scoring.score import Scores

TEXT = "<p>The wind turned at noon, and when the boats were back the whole bay was white with foam.</p>"
PAGE = f"<body><div class=menu><p>Home</p></div><div class=article>{TEXT * 4}</div></body>"


def scores(page: Page, *chances: float) -> Scores:
    """Scores of the page's blocks, each of as many words as it has."""
    tokens = np.array([len(block.text.split()) for block in page.blocks], np.float32)
    return Scores([block.index for block in page.blocks], np.array(chances), tokens, 0.9)


def test_it_is_asked_about_an_unsure_article() -> None:
    assert opinion.is_wanted(read_html(PAGE), 0.5, 0.9)


@pytest.mark.parametrize(("confidence", "article"), [(0.95, 0.9), (0.5, 0.1)])
def test_it_is_not_asked_about_a_sure_page_or_another_kind(confidence: float, article: float) -> None:
    assert not opinion.is_wanted(read_html(PAGE), confidence, article)


def test_it_is_not_asked_about_a_page_nested_too_deep() -> None:
    assert not opinion.is_wanted(read_html("<div>" * 400 + PAGE), 0.5, 0.9)


def test_what_it_keeps_becomes_likelier_and_the_rest_less_likely() -> None:
    page = read_html(PAGE)
    swayed = opinion.weigh_opinion(
        page, scores(page, 0.5, 0.5, 0.5, 0.5, 0.5), np.array([False, True, True, True, True])
    )
    assert swayed is not None
    assert swayed[0] < 0.5 < swayed[1]


def test_what_keeps_far_more_than_the_scorer_is_not_heeded() -> None:
    page = read_html(PAGE)
    chosen = np.array([False, True, False, False, False])
    assert opinion.weigh_opinion(page, scores(page, 0.5, 0.9, 0.5, 0.5, 0.5), chosen) is None


def test_certainty_stays_certainty() -> None:
    page = read_html(PAGE)
    certain = (0.0, 1.0, 1.0, 1.0, 0.0)
    swayed = opinion.weigh_opinion(page, scores(page, *certain), np.array(certain) > 0.5)
    assert swayed is not None
    assert swayed == pytest.approx(certain, abs=1e-6)


def test_an_opinion_that_finds_nothing_is_none() -> None:
    page = read_html("<p>Home</p>")
    assert opinion.weigh_opinion(page, scores(page, 0.5), np.array([True])) is None


def test_an_opinion_that_fails_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: str) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(summary, "summary", fail)
    page = read_html(PAGE)
    assert opinion.weigh_opinion(page, scores(page, *[0.5] * 5), np.ones(5, bool)) is None
