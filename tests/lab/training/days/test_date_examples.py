"""Which pages the choice of the day is fitted on."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("babel")  # which the tests alone do not install
pytest.importorskip("rapidfuzz")

from articlex.read import read_page
from articlex_lab.corpora.annotated import Record
from articlex_lab.training.days.regressions import Example, example_of, teaches

PAGE = "<title>Rain</title><h1>Rain</h1><p class=date>3 May 2024</p>" + "<p>It rained on the city.</p>" * 9


def dated(gold: str | None) -> Example:
    record = Record(
        "c", "0.html", Path("0.html"), "article", frozenset(["date"]), "https://rain.example/", date=gold
    )
    return example_of(record, read_page(PAGE))


@pytest.mark.parametrize(
    ("gold", "learned"), [("2024-05-03", True), ("2019-01-31", False), (None, True)], ids=str
)
def test_a_page_teaches_unless_its_day_is_nowhere(gold: str | None, learned: bool) -> None:
    assert teaches(dated(gold)) is learned
