"""The account of a page: its tables, one block of it, and the same as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest
from handmade import article, paragraph

from articlex import Options, extract
from articlex.article import Article
from articlex.page import Fact, Field, Mark, Role
from articlex.read import read_page
from articlex.scoring.weights import weightiest_features
from articlex.write.explain.account import account_of, before_the_body
from articlex.write.explain.record import explain_json
from articlex.write.explain.table import explain_text
from articlex_lab.checks.golden import GoldenPage, golden_pages
from articlex_lab.corpora.stages_before import marked_before

SOURCE = """<title>The ferry | Post</title><p>Home</p>
<div class="box" style="display:none"><p>Closed</p></div>
<p>The ferry to the island runs again since Monday, after two winters in the dock.</p>"""


@cache
def ferry() -> Article:
    return extract(SOURCE, form="html")


def text(made: Article, **view: object) -> str:
    return explain_text(account_of(made), **view)  # type: ignore[arg-type]


@pytest.fixture
def made() -> Article:
    """A body block, a dropped one and one that no stage knew, with a title that two sources state."""
    won = Fact(Field.TITLE, "The ferry", "headline", "The ferry | Post", "printed", 0.9, 0, "headline")
    lost = Fact(Field.TITLE, "Ferry", "opengraph", "Ferry", "stated", 0.4, None, "markup")
    built = article(
        *map(paragraph, ("It runs.", "Home", "?")),
        provenance={Field.TITLE: (won, lost)},
        warnings=("title: headline says The ferry, opengraph says Ferry",),
    )
    marks = (
        Mark(0, Role.BODY, "main-content", 0.98765, "body"),
        Mark(1, Role.NAV, "nav-list", 0.7, "nav_block"),
        Mark(2, Role.UNKNOWN, "", 0.0, ""),
    )
    return replace(built, page=replace(built.page, marks=marks))


def test_a_block_is_a_row_with_role_stage_reason_score_and_text(made: Article) -> None:
    rows = [line.split(maxsplit=5) for line in text(made).splitlines()]
    assert rows[3:6] == [
        ["0", "body", "body", "main-content", "0.99", "It runs."],
        ["1", "nav", "nav_block", "nav-list", "0.70", "Home"],
        ["2", "unknown", "-", "-", "-", "?"],
    ]


def test_the_first_line_is_the_page_in_short() -> None:
    made = extract(SOURCE.encode(), form="html")
    kept = f"{len(made.body)} kept, {made.verdict} {made.confidence:.2f}"
    assert text(made).splitlines()[0] == f"html, utf-8, {len(made.page.blocks)} blocks, {kept}"
    assert text(ferry()).startswith(f"html, {len(made.page.blocks)} blocks, ")


def test_what_is_not_known_is_null_in_json(made: Article) -> None:
    assert json.loads(explain_json(account_of(ferry())))["encoding"] is None
    unknown = json.loads(explain_json(account_of(made)))
    assert [block["line"] for block in unknown["blocks"]] == [None, None, None]
    assert [block["stage"] for block in unknown["blocks"]] == ["body", "nav_block", None]


def test_the_line_of_a_block_is_told_in_a_text_alone() -> None:
    told = [line.split() for line in text(extract("Ferry\n\nHome\n", form="text"), block=1).splitlines()]
    assert ["line", "3"] in told
    assert not any(line.startswith("  line") for line in text(ferry(), block=1).splitlines())


def test_class_words_are_told_from_the_outside_in() -> None:
    made = extract('<div class="first"><p class="second">Closed</p></div>', form="html")
    told = [line.split() for line in text(made, block=0).splitlines()]
    assert ["class", "words", "first", "second"] in told


def test_a_block_without_text_has_no_features() -> None:
    made = extract("<p>Closed</p><hr><p>Open</p>", form="html")
    assert "features" in text(made, block=0)
    assert "features" not in text(made, block=1)


def test_a_fact_is_a_row_with_what_won_first_where_it_is_from_and_its_raw_string(made: Article) -> None:
    rows = [line.split() for line in text(made).splitlines() if " title " in line]
    assert rows == [
        "+ title 0.90 headline headline printed block 0 The ferry <- The ferry | Post".split(),
        "- title 0.40 opengraph markup stated Ferry".split(),
    ]


def test_warnings_stand_at_the_end(made: Article) -> None:
    assert text(made).endswith("\nwarnings\ntitle: headline says The ferry, opengraph says Ferry\n")


def test_on_a_terminal_a_row_has_the_colour_of_its_role(made: Article) -> None:
    lines = text(made, color=True).splitlines()
    green, dim, yellow = "\x1b[32m", "\x1b[2m", "\x1b[33m"
    assert [line[: line.index("m") + 1] for line in lines[3:6]] == [green, dim, yellow]


def test_json_has_no_score_for_a_block_that_no_stage_knew(made: Article) -> None:
    blocks = json.loads(explain_json(account_of(made)))["blocks"]
    assert [block["score"] for block in blocks] == [0.9877, 0.7, None]


def test_one_block_is_told_with_its_reason_place_and_look() -> None:
    shown = text(ferry(), block=1)
    assert "  path         html > body > div > p\n" in shown
    assert "  class words  box\n" in shown
    assert "  hidden       style\n" in shown
    reason = next(line for line in shown.splitlines() if line.startswith("  reason "))
    assert reason.split()[1] == f"{ferry().page.marks[1].reason}:"
    assert reason.endswith(".")


def test_the_features_of_a_block_are_those_that_the_scorer_saw() -> None:
    shown = text(ferry(), block=2)
    page = marked_before("body", read_page(SOURCE, form="html"))
    weights = weightiest_features(page)[2]
    assert weights
    rows = [line.split() for line in shown.splitlines()[-len(weights) :]]
    assert rows == [[name, f"{value:.3g}", f"{weight:+.2f}"] for name, value, weight in weights]


@pytest.mark.parametrize("engine", ["articlex", "readability"])
def test_every_reason_that_is_given_has_its_sentence(engine: str) -> None:
    made = extract(SOURCE, form="html", options=Options(engine=engine))  # type: ignore[arg-type]
    reasons = text(made, reasons=True).split("\nreasons\n")[1].splitlines()
    assert f"{'readability' if engine == 'readability' else 'body'}/" in "\n".join(reasons)
    assert [line for line in reasons if not line.endswith(".")] == []


@pytest.mark.parametrize("page", golden_pages(), ids=lambda page: page.folder.name)
def test_what_the_scorer_saw_is_known_without_running_the_stages_again(page: GoldenPage) -> None:
    made = page.article.page
    fresh = replace(made, marks=(), facts=(), trace=())
    assert before_the_body(made) == marked_before("body", fresh)
