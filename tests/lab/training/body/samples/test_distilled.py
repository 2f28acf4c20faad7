"""What the scorer of HTML says of a page labels the same page as raw text."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

pytest.importorskip("rapidfuzz")  # which the tests alone do not install

from articlex_lab.corpora.annotated import Record
from articlex_lab.scores.metrics import words
from articlex_lab.training.body.samples.distilled import distilled_labels, judge_record

PARAGRAPH = (
    "The keeper of the lighthouse on the cape, who had lit the lamp for forty years, says {} that it was "
)
PARAGRAPHS = [PARAGRAPH.format(word) + "never dark for a single night." for word in ("today", "again", "too")]
MENU = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(9))
PAGE = "<body><nav><ul>{}</ul></nav><h1>The lamp of the lighthouse</h1><article>{}</article></body>"


@pytest.fixture
def record(make_record: Callable[..., Record]) -> Record:
    """An article of three paragraphs below a menu."""
    return make_record(PAGE.format(MENU, "".join(f"<p>{text}</p>" for text in PARAGRAPHS)))


def test_a_line_has_the_probability_of_its_words_on_the_html_page(record: Record) -> None:
    menu, paragraph = distilled_labels(judge_record(record), [words("Section 0"), words(PARAGRAPHS[0])])
    assert menu < 0.2 < 0.8 < paragraph


def test_a_line_of_two_blocks_has_the_mean_over_its_words(record: Record) -> None:
    menu, both, paragraph = distilled_labels(
        judge_record(record),
        [words("Section 0"), words("Section 1") + words(PARAGRAPHS[0])[:2], words(PARAGRAPHS[1])],
    )
    assert menu < both < paragraph


def test_what_the_html_page_does_not_say_has_no_label(record: Record) -> None:
    assert math.isnan(distilled_labels(judge_record(record), [words("Link 17 of this document")])[0])


def test_the_headline_has_no_label(record: Record) -> None:
    assert math.isnan(distilled_labels(judge_record(record), [words("The lamp of the lighthouse")])[0])
