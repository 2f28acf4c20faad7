from __future__ import annotations

import pytest

from articlex_lab.scores.presence import contains_authors, contains_day, contains_title

pytest.importorskip("babel")


@pytest.mark.parametrize(
    ("text", "contained"),
    [
        ("Posted on May 6th, 2024 by Ann", True),
        ("6. Mai 2024", True),
        ("06.05.2024 10:30", True),
        ("2024-05-06T10:00", True),
        ("id 20240506", True),
        ("2024年5月6日", True),
        ("6 мая 2024", True),
        ("05.2024", False),
        ("June 6, 2024", False),
        ("May 6; the copyright notice says at the very end of it all 2024", False),
    ],
)
def test_a_day_is_found_however_it_is_written(text: str, contained: bool) -> None:
    assert contains_day(text, "2024-05-06") is contained


def test_a_month_asks_for_the_year_alone() -> None:
    assert contains_day("sometime in 2015", "2015-11")


def test_a_title_is_found_across_line_breaks() -> None:
    assert contains_title("Home\n“Rain\n  again”", "Rain again")
    assert not contains_title("Rain, and rain again", "Rain again today")


def test_authors_are_found_when_each_name_is_there() -> None:
    assert contains_authors("by Ann Lee · photos Bo Ek", ["Ann Lee, Bo Ek"])
    assert not contains_authors("by Ann Lee", ["Ann Lee, Bo Ek"])
