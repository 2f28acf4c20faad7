"""What the cases of the stage cannot say: options, and any text at all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex import extract
from articlex.dates.value import FIRST_YEAR
from articlex.days.days import Day, days_of
from articlex.days.hints import latest_year
from articlex.options import Options
from articlex.page import Fact, Field
from articlex.ranking import Weighed
from articlex.read import read_page
from articlex.stages import published

PAGE = """Bridge over the northern channel opens after two years of work

{date}

The wind turned at noon, and by the time the boats were back the whole bay had gone white with foam. Late.

The bridge opened all the same. Cars had queued since six, and the mayor cut the ribbon in the rain.
"""


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("6 May 2024", "2024-05-06"),
        ("6 мая 2024 г., 10:30", "2024-05-06T10:30:00"),
        ("2024年5月6日", "2024-05-06"),
        ("6 พฤษภาคม 2567", "2024-05-06"),
        ("۱۷ اردیبهشت ۱۴۰۳", "2024-05-06"),
        ("6 Μαΐου 2024", "2024-05-06"),
        ("6 במאי 2024", "2024-05-06"),
        ("6 मई 2024", "2024-05-06"),
        ("6 May 2031", None),
        ("2 days ago", None),
    ],
)
def test_dateline_of_raw_page_text(printed: str, expected: str | None) -> None:
    assert extract(PAGE.format(date=printed), form="text").date_published == expected


def test_relative_date_counts_from_the_reference_date() -> None:
    options = Options(reference_date=date(2024, 5, 6))
    assert (
        extract(PAGE.format(date="2 days ago"), form="text", options=options).date_published == "2024-05-04"
    )


def test_nothing_after_the_reference_date() -> None:
    options = Options(reference_date=date(2024, 5, 1))
    assert extract(PAGE.format(date="6 May 2024"), form="text", options=options).date_published is None


DATE_LIKE = st.text(st.sampled_from(list("0123456789 /.-:,年月日 \nMayTZ+©")), max_size=120)


@given(DATE_LIKE, st.sampled_from(["text", "html"]))
def test_any_text_gives_no_error_and_no_far_year(text: str, form: str) -> None:
    article = extract(text, form=form, options=Options(strict=True))  # type: ignore[arg-type]
    latest = latest_year(article.page, None)
    for found in (article.date_published, article.date_modified):
        assert found is None or FIRST_YEAR <= int(found[:4]) <= latest


def test_a_claimed_day_that_only_a_change_states_has_the_fact_of_the_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    changed = Fact(Field.DATE_MODIFIED, "2024-05-06T10:30:00Z", "meta", "", "meta-modified", 0.9)
    (day,) = days_of([changed], [], [])
    monkeypatch.setattr(published, "weigh", lambda *_: (0.1, [Weighed(0.9, day)]))
    page = read_page("<h1>Bridge opens</h1><p>Cars had queued since six.</p>", form="html")
    facts = list(published.run(page, Options()))
    assert [(fact.field, fact.value) for fact in facts] == [(Field.DATE_PUBLISHED, "2024-05-06T10:30:00Z")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("<p>Published 6 May 2024</p>", "2024-05-06"),
        ("<p>von Ada Quist, veröffentlicht am 6. Mai 2024</p>", "2024-05-06"),
        ("<p>公開日 2024年5月6日</p>", "2024-05-06"),
        ("<p>6 May 2024</p>", None),
        ("<p>Published 6 May 2024</p><p>Published 3 May 2024</p>", None),
    ],
)
def test_a_labelled_day_below_the_headline_is_claimed_though_none_is_likelier(
    monkeypatch: pytest.MonkeyPatch, lines: str, expected: str | None
) -> None:
    weigh = published.weigh

    def unsure(*args: Any) -> tuple[float, list[Weighed[Day]]]:
        _, (first, *others) = weigh(*args)
        return 0.7, [Weighed(0.29, first.candidate), *(Weighed(0.01, day) for _, day in others)]

    monkeypatch.setattr(published, "weigh", unsure)
    page = f"<title>Bridge opens</title><h1>Bridge opens</h1>{lines}<p>The wind turned at noon.</p>"
    assert extract(page, form="html").date_published == expected
