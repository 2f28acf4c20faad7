"""The choice among the days of a page, and none."""

from __future__ import annotations

import numpy as np
import pytest

from articlex.days.choice import chances, columns_of, matrix, rows
from articlex.days.days import days_of
from articlex.days.surroundings import surroundings
from articlex.page import Fact, Field, Form
from articlex.page_kinds import page_features
from articlex.read import read_page

PAGE = read_page("<title>Bridge opens</title><h1>Bridge opens</h1><p>Published 6 May 2024</p>", form="html")
AROUND = surroundings(PAGE, page_features(PAGE))
STATED = [
    Fact(Field.DATE_PUBLISHED, "2024-05-06", "meta", "2024-05-06", "meta-published", 0.9),
    Fact(Field.DATE_MODIFIED, "2024-06", "meta", "2024-06", "meta-modified", 0.9),
]


@pytest.mark.parametrize("form", list(Form))
def test_none_and_the_days_share_one_probability(form: Form) -> None:
    days = days_of(STATED, [], [])
    assert sum(chances(form, days, [1.0, -2.0], AROUND)) == pytest.approx(1.0)


def test_a_page_without_days_has_none() -> None:
    assert chances(Form.HTML, [], [], AROUND) == [1.0]


def test_a_day_of_change_alone_is_a_day_too() -> None:
    assert [day.day for day in days_of(STATED, [], [])] == ["2024-05-06", "2024-06"]


def test_the_features_of_the_page_stand_in_every_row_but_none_in_its_own() -> None:
    days = days_of(STATED, [], [])
    names = ("none", "page:title_words", "only_modified")
    values = matrix(days, rows(days, [1.0, -2.0], AROUND), columns_of(names))
    assert np.array_equal(values, [[1, 2, 0], [0, 2, 0], [0, 2, 1]])


def test_nearest_other_day_is_the_first_of_two_in_the_page() -> None:
    stated = [
        Fact(Field.DATE_PUBLISHED, f"2024-05-{day:02}", "meta", "", "meta-published", 0.9)
        for day in (6, 9, 3)
    ]
    days = days_of(stated, [], [])
    found = rows(days, [1.0, 0.0, 0.0], AROUND)[1:]
    assert [row["to_published"] for row in found] == [3.0, -3.0, 3.0]
    assert [row["to_change"] for row in found] == [99999.0] * 3
    assert [row["logit:rank"] for row in found] == [0.0, 1.0, 1.0]
    assert [row["day:neighbour"] for row in found] == [0.0] * 3
    (before, _) = days_of([stated[0], stated[0]._replace(value="2024-05-07")], [], [])
    assert before.features["neighbour"] == 1.0


def test_the_question_marks_of_all_scripts_ask() -> None:
    asked = [
        read_page(f"<title>{title}</title><h1>{title}</h1><p>…</p>", form="html")
        for title in ("桥开了吗？", "桥开了")
    ]
    assert [surroundings(page, page_features(page)).features["page:asks"] for page in asked] == [1.0, 0.0]
