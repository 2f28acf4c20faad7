"""Pages of the kinds on which extractors collapse: how much of what a reader wants comes out of eight each.

``fixtures/kinds/NN-kind-language.html`` is a page, the ``.txt`` beside it the text that a reader wants of it.
A floor is a little below what was reached when it was set: it is raised, and not lowered without saying why.
With the fifth fit of 2026-11-28 flattened listings went down from 0.870 to 0.832, flattened products from
0.747 to 0.712, and HTML services from 0.956 to 0.937; with the sixth HTML listings from 0.938 to 0.871: of
a Japanese one, of which the scorer is unsure, a third is kept; with the seventh flattened ones from 0.832
to 0.767, as raw page text of which little stands around the text is kept whole, HTML collections from 0.806
to 0.781 and services from 0.944 to 0.907: of three pages, of which the scorer is unsure, a third less is
kept.
"""

from __future__ import annotations

from pathlib import Path
from statistics import fmean

import pytest

from articlex import extract
from articlex_lab.corpora.flatteners import lines
from articlex_lab.repository import FIXTURES
from articlex_lab.scores.metrics import word_score

FLOORS = {
    "listing": (0.865, 0.76),
    "collection": (0.775, 0.78),
    "product": (0.79, 0.715),
    "forum": (0.92, 0.9),
    "service": (0.9, 0.945),
}


def pages(kind: str) -> list[Path]:
    return sorted((FIXTURES / "kinds").glob(f"*-{kind}-*.html"))


def mean_f1(kind: str, flat: bool) -> float:
    """The mean word F1 of title and text over the pages of a kind, as HTML or flattened."""
    scores = []
    for page in pages(kind):
        source = page.read_bytes()
        article = extract(lines(source), form="text") if flat else extract(source)
        gold = page.with_suffix(".txt").read_text("utf-8")
        scores.append(word_score(gold, f"{article.title}\n{article.text}").f1)
    return fmean(scores)


@pytest.mark.parametrize("kind", FLOORS)
def test_a_kind_of_page_has_eight_pages(kind: str) -> None:
    assert len(pages(kind)) == 8


@pytest.mark.parametrize("kind", FLOORS)
def test_html_of_a_kind_keeps_what_a_reader_wants(kind: str) -> None:
    assert mean_f1(kind, flat=False) >= FLOORS[kind][0]


@pytest.mark.parametrize("kind", FLOORS)
def test_flattened_pages_of_a_kind_keep_what_a_reader_wants(kind: str) -> None:
    assert mean_f1(kind, flat=True) >= FLOORS[kind][1]
