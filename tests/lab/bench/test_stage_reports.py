"""What the stages around the body cost and what they miss, on one made-up page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from articlex.page import Form
from articlex_lab.bench import stage_precision, stage_recall
from articlex_lab.bench.stage_precision import costs
from articlex_lab.bench.stage_recall import misses
from articlex_lab.corpora.annotated import Record

TEXT = """The wind turned at noon, and by the time the boats were back the whole bay had gone white with foam.
Nobody in the village could remember a storm like it, and some of them were old enough to remember many."""
PAGE = "<body>{menu}<h1>The storm</h1>{text}{footer}</body>".format(
    menu="<nav><a href=/a>Harbour news</a> <a href=/b>Tide tables</a></nav><p>Ferry tickets</p>",
    text="".join(f"<p>{line}</p>" for line in TEXT.splitlines()),
    footer="<footer>Printed on paper made of nets</footer>",
)


@pytest.fixture
def record(make_record: Callable[..., Record]) -> Record:
    return make_record(PAGE, text=TEXT)


def test_a_stage_that_marks_no_gold_loses_nothing_and_spares_the_words_of_its_blocks(record: Record) -> None:
    found, gold, others = costs(record, Form.HTML)
    nav = next(cost for cost in found if cost.stage == "nav_block")
    assert (nav.lost, nav.spared) == (0, 4)
    assert gold == len(TEXT.replace(",", "").replace(".", "").split())
    assert others == 14


def test_words_without_a_mark_are_counted_by_their_place(record: Record) -> None:
    pytest.importorskip("rapidfuzz")
    counts, _ = misses(record, Form.HTML)
    assert (counts["above"].others, counts["above"].unmarked) == (6, 2)
    assert (counts["below"].others, counts["below"].unmarked) == (6, 0)


def test_the_report_has_a_row_for_each_place(record: Record) -> None:
    pytest.importorskip("rapidfuzz")
    head, table = stage_recall.report([record], Form.HTML, worst=0)
    assert head.startswith("html:")
    assert [line.split()[1] for line in table.splitlines()[2:]] == ["above", "between", "below"]


def test_the_pages_that_a_stage_costs_most_stand_below_its_row(record: Record) -> None:
    told = replace(record, text=f"{TEXT} Tide tables")
    _, table, *worst = stage_precision.report([told], Form.HTML, worst=1)
    assert "| nav_block " in table
    assert [line.split(";")[0] for line in worst] == [
        f"{name}: small/0001 2 words" for name in ("nav_block", "all")
    ]
