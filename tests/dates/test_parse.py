"""Dates in texts and in machine-readable values, in many languages and calendars."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex.dates import DateValue, Hints, find_dates, parse_date
from articlex.dates.relative import relative_start
from articlex.dates.value import FIRST_YEAR, LATEST_LOOK

FIXTURES = Path(__file__).parents[2] / "fixtures" / "dates"


def cases(name: str) -> list[tuple[str, ...]]:
    lines = (FIXTURES / name).read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("language", "text", "expected"), cases("text.cases"))
def test_dates_in_text(language: str, text: str, expected: str) -> None:
    found = " ".join(found.value.iso() for found in find_dates(text, Hints(language)))
    assert found == ("" if expected == "-" else expected)


@pytest.mark.parametrize(("language", "text", "expected"), cases("machine.cases"))
def test_machine_readable_value(language: str, text: str, expected: str) -> None:
    found = parse_date(text, Hints(language))
    assert (found.value.iso() if found else "-") == expected


def test_every_language_reads_its_own_dates() -> None:
    wrong = [
        (language, text, expected)
        for language, text, expected in cases("languages.cases")
        if [found.value.iso() for found in find_dates(text, Hints(language))] != [expected]
    ]
    assert wrong == []


def test_languages_are_at_least_eighty() -> None:
    assert len({language for language, _, _ in cases("languages.cases")}) >= 80


def test_raw_is_the_stretch_of_text() -> None:
    text = "By A. Writer on 6 May 2024 at 10:30, London"
    (found,) = find_dates(text)
    assert text[found.start : found.end] == found.raw == "6 May 2024 at 10:30"


def test_order_hint_decides_and_makes_sure() -> None:
    (guess,) = find_dates("06/05/2024", Hints("en"))
    (known,) = find_dates("06/05/2024", Hints("en", order="dmy"))
    assert (guess.value, guess.sure) == (DateValue(2024, 6, 5), False)
    assert (known.value, known.sure) == (DateValue(2024, 5, 6), True)


DATE_LIKE = st.text(
    st.sampled_from(list("0123456789 /.-:,'年月日令和民國พ.ศмая TZ+May")) | st.characters(), max_size=60
)


@given(DATE_LIKE)
def test_no_text_raises_or_leaves_the_years(text: str) -> None:
    for found in find_dates(text, Hints("en")):
        assert FIRST_YEAR <= found.value.year <= LATEST_LOOK
        found.value.as_date()


@given(DATE_LIKE, st.sampled_from(["", "fa", "th", "ar", "zh-TW", "xx-invalid-tag-long"]))
def test_no_value_raises_or_leaves_the_years(text: str, language: str) -> None:
    found = parse_date(text, Hints(language))
    assert found is None or FIRST_YEAR <= found.value.year <= LATEST_LOOK


@pytest.mark.parametrize(("language", "text", "expected"), cases("relative.cases"))
def test_relative_dates(language: str, text: str, expected: str) -> None:
    found = find_dates(text, Hints(language, reference=date(2024, 5, 6)))
    assert " ".join(one.value.day_iso() for one in found) == ("" if expected == "-" else expected)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Published 2 days ago by Ann", "2 days ago"),
        ("3 hrs. ago", "3 hrs. ago"),
        ("| vor 2 Tagen |", "vor 2 Tagen"),
        ("πριν από 2 ημέρες", "πριν από 2 ημέρες"),
        ("قبل 3 أيام", "قبل 3 أيام"),
        ("发表于 3 小时前", "3 小时前"),
    ],
)
def test_a_relative_date_takes_all_its_words(text: str, words: str) -> None:
    (found,) = find_dates(text, Hints("en", reference=date(2024, 5, 6)))
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Example 2 years, 6 months ago", "2 years, 6 months ago"),
        ("Anna Beispiel vor 2 Jahren, 6 Monaten", "vor 2 Jahren, 6 Monaten"),
        ("Нина Примерова 2 года, 6 месяцев назад", "2 года, 6 месяцев назад"),
        ("王小明 2 年, 6 个月前", "2 年, 6 个月前"),
        ("山田太郎 2年、6か月前", "2年、6か月前"),
        ("สมชาย 2 ปี, 6 เดือนที่แล้ว", "2 ปี, 6 เดือนที่แล้ว"),
        ("אן 4 שנים, 6 חודשים", ""),
        ("Room 12, 6 months ago", "6 months ago"),
    ],
)
def test_a_relative_date_begins_with_its_largest_unit(text: str, words: str) -> None:
    start = relative_start(text)
    assert (text[start:] if start >= 0 else "") == words


def test_relative_dates_need_a_reference() -> None:
    assert find_dates("2 days ago", Hints("en")) == []


@pytest.mark.parametrize("reference", [date(1, 1, 2), date(9999, 12, 31)])
def test_relative_dates_end_with_the_calendar(reference: date) -> None:
    assert find_dates("5 days ago", Hints("en", reference=reference)) == []
    assert find_dates("yesterday", Hints("en", reference=reference)) == []
    assert DateValue(2024, 5, 6).is_late(reference) == (reference.year == 1)
