from __future__ import annotations

import pytest

from articlex_lab.scores.matching import near_title, same_authors, same_day, same_title


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("“It’s over” – again", '"It\'s over" - Again!', True),
        ("Salt &amp; pepper", "Salt & Pepper", True),
        ("Ｆull width", "Full width", True),
        ("天気：雨", "天気 雨", True),
        ("Rain", "Rain | Daily Drop", False),
        ("Rain", None, False),
    ],
)
def test_titles_are_equal_by_their_words(gold: str, found: str | None, same: bool) -> None:
    assert same_title(gold, found) is same


@pytest.mark.parametrize(
    ("gold", "found", "near"),
    [
        ("One two three four five six seven", "One two three four five six, the seven", True),
        ("What rain does to a town", "What rain does to a town | Drop", True),
        ("What rain does", "What rain does | Drop", False),
        ("Rain", None, False),
    ],
)
def test_titles_are_near_by_nine_tenths_of_their_words(gold: str, found: str | None, near: bool) -> None:
    assert near_title(gold, found) is near


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (["Ann Lee"], ["ANN LEE"], True),
        (["Doe, Jane"], ["Jane Doe"], True),
        (["Ann Lee, Bo Ek & Cy Roe"], ["Cy Roe", "Ann Lee", "Bo Ek"], True),
        (["Ann Lee und Bo Ek"], ["Ann Lee", "Bo Ek"], True),
        (["Ann Lee, MS, RD"], ["Ann Lee"], True),
        (["Ann Lee, Ph.D.; Bo Ek"], ["Ann Lee", "Bo Ek"], True),
        (["Dr. Ann Lee"], ["Ann Lee"], True),
        (["Ann Lee (Example)"], ["Ann Lee"], True),
        (["Ann Lee, Shipping Expert"], ["Ann Lee"], True),
        (["Ann Lee, CEO of Example"], ["Ann Lee"], True),
        (["Ann Lee, CEO, and Bo Ek"], ["Ann Lee", "Bo Ek"], True),
        (["Ann Lee, Director of Sales and Marketing"], ["Ann Lee"], True),
        (["Ann Lee | The Newsroom"], ["Ann Lee"], True),
        (["Ann Lee"], ["Ann Lee, CEO of Example"], False),
        (["Ann Lee", "Bo Ek"], ["Ann Lee"], False),
        (["Ann Lee"], ["Ann Lee", "Bo Ek"], False),
        (["Ann Lee, Bo Ek"], ["Ann Lee"], False),
        (["Ann Lee"], [], False),
    ],
)
def test_authors_are_equal_as_sets_of_names(gold: list[str], found: list[str], same: bool) -> None:
    assert same_authors(gold, found) is same


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("2024-05-06", "2024-05-06T23:30:00-07:00", True),
        ("2024-05-06", "2024-05-06", True),
        ("2015-11", "2015-11-03", True),
        ("2024-05-06", "2024-06-05", False),
        ("2024-05-06", "2024", False),
        ("2024-05-06", None, False),
    ],
)
def test_days_are_equal_as_printed(gold: str, found: str | None, same: bool) -> None:
    assert same_day(gold, found) is same
