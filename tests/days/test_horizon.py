"""The last year that is believed of a page: next year, unless the page says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex import Options, extract
from articlex.dates import Hints, find_dates, parse_date
from articlex.dates.value import FIRST_YEAR, LAST_YEAR, LATEST_YEAR
from articlex.days.hints import latest_year
from articlex.read import read_page

LATER = LATEST_YEAR + 4
TEXT = "The bridge over the river opened on Monday, two years after the old one had been closed to traffic. "


def horizon(html: str, reference: date | None = None, year: int = 0) -> int:
    page = replace(read_page(html, form="html"), year=year)
    return latest_year(page, reference)


def test_year_after_the_release_where_nobody_says_more() -> None:
    assert horizon("<p>6 May 2024</p><p>© 2024 Example</p>") == LATEST_YEAR


def test_year_after_the_reference_date() -> None:
    assert horizon(f"<p>6 May {LATER}</p><p>© {LATER}</p>", date(2020, 5, 6)) == 2021
    assert horizon("<p>x</p>", date(LATER, 5, 6)) == LATER + 1


def test_year_after_that_of_the_clock_unless_it_is_wrong() -> None:
    assert horizon("<p>6 May 2024</p>", year=LATER) == LATER + 1
    assert horizon("<p>6 May 2024</p>", year=1970) == LATEST_YEAR
    assert horizon("<p>6 May 2024</p>", year=9999) == LAST_YEAR
    assert horizon("<p>6 May 2024</p>", date(2020, 5, 6), year=LATER) == 2021


@pytest.mark.parametrize(
    "places",
    [
        f'<meta name="date" content="{LATER}-05-06"><p>© {LATER} Example</p>',
        f"<p>6 May {LATER}</p><p>© {LATER} Example</p>",
        f'<time datetime="{LATER}-05-06">6 May</time><meta name="pubdate" content="{LATER}-05-06T10:00">',
        f'<script type="application/ld+json">{{"day": "{LATER}-05-06"}}</script><p>{LATER}年5月6日</p>',
    ],
)
def test_later_year_that_two_places_state(places: str) -> None:
    assert horizon(places) == LATER


@pytest.mark.parametrize(
    "places",
    [
        f"<p>© {LATER} Example</p>",
        f'<meta name="date" content="{LATER}-05-06"><meta name="pubdate" content="{LATER}-05-06">',
        f"<h1>Vision {LATER}</h1><p>The plan for {LATER} and what comes after it, by the council</p>",
        f"<p>© {LATER} Example</p><p>6 May {LATER + 1}</p>",
        f"<p>© {LAST_YEAR + 40}</p><p>6 May {LAST_YEAR + 40}</p>",
    ],
)
def test_later_year_that_one_place_states(places: str) -> None:
    assert horizon(places) == LATEST_YEAR


def test_an_old_release_reads_a_new_page(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"<article><h1>Bridge opens</h1><p>By Ann Example, 6 May {LATER}</p>{f'<p>{TEXT * 3}</p>' * 3}"
    assert extract(page).date_published is None
    monkeypatch.setattr("articlex.extraction.this_year", lambda: LATER)
    new = extract(page)
    assert (new.date_published, new.authors) == (f"{LATER}-05-06", ("Ann Example",))


def test_page_from_years_after_the_release_keeps_its_date() -> None:
    page = (
        f"Bridge opens after two years\n\n6 May {LATER}\n\n" + f"{TEXT * 2}\n\n" * 3 + f"© {LATER} Example\n"
    )
    assert extract(page, form="text").date_published == f"{LATER}-05-06"
    before = Options(reference_date=date(2024, 5, 6))
    assert extract(page, form="text", options=before).date_published is None


@given(
    st.text(st.sampled_from(list("0123456789 -/.,年月日MayT:+")), max_size=40),
    st.integers(FIRST_YEAR, LAST_YEAR + 100),
)
def test_nothing_beyond_the_last_year_that_is_believed(text: str, latest: int) -> None:
    hints = Hints("en", latest=latest)
    one = parse_date(text, hints)
    for found in [*find_dates(text, hints), *([one] if one else [])]:
        assert FIRST_YEAR <= found.value.year <= min(latest, LAST_YEAR)
