"""When the sources of a day contradict each other."""

from __future__ import annotations

import pytest

from articlex import extract
from articlex.conflicts import date_conflict
from articlex.page import Fact, Field


def fact(value: str, source: str, score: float, field: Field = Field.DATE_PUBLISHED) -> Fact:
    return Fact(field, value, source, value, "", score)


WINNER = fact("2024-05-06T10:30:00+02:00", "json-ld", 0.99)


@pytest.mark.parametrize(
    ("rival", "conflict"),
    [
        (fact("2024-05-09", "dateline", 0.38), "json-ld says 2024-05-06, dateline says 2024-05-09"),
        (fact("2024-04", "dateline", 0.38), "json-ld says 2024-05-06, dateline says 2024-04"),
        (fact("2024-05", "dateline", 0.38), None),
        (fact("2024-05-07T00:30:00+00:00", "meta", 0.9), None),
        (fact("2024-05-09", "dateline", 0.1), None),
        (fact("2024-05-20", "dateline", 0.38), None),
        (fact("2024-06", "dateline", 0.38), None),
    ],
)
def test_rival(rival: Fact, conflict: str | None) -> None:
    update = fact("2024-05-20", "json-ld", 0.9, Field.DATE_MODIFIED)
    later = fact("2024-06-02", "json-ld", 0.9, Field.DATE_MODIFIED)
    expected = f"date_published: {conflict}" if conflict else None
    assert date_conflict((WINNER, rival), (update, later)) == expected


def test_no_claim_no_conflict() -> None:
    assert date_conflict((), ()) is None
    assert date_conflict((fact("", "published", 1.0), fact("2024-05-09", "meta", 0.9)), ()) is None


PAGE = """
<html><head><meta name="pubdate" content="2024-01-02"><script type="application/ld+json">
{"@type": "NewsArticle", "headline": "Bridge opens after two years", "datePublished": "2024-05-06"}
</script></head><body><article><h1>Bridge opens after two years</h1><p>6 May 2024</p>
<p>The wind turned at noon, and by then the bay had gone white with foam.</p></article></body></html>
"""


def test_warning_of_an_article() -> None:
    article = extract(PAGE)
    assert article.date_published == "2024-05-06"
    assert any("meta pubdate says 2024-01-02" in warning for warning in article.warnings)
