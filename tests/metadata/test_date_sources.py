"""Dates that the markup states, beyond the cases of each source in ``fixtures/metadata/dates-*.cases``."""

from __future__ import annotations

from datetime import date

import pytest

from articlex.article import assemble
from articlex.markup import Annotation, Markup
from articlex.metadata.sources import state_facts
from articlex.options import Options
from articlex.page import Fact, Field, Form, Page
from articlex.pipeline import run
from articlex.read.html.reader import read_html

PUBLISHED, MODIFIED = Field.DATE_PUBLISHED, Field.DATE_MODIFIED


def dates(markup: Markup, url: str | None = None, reference: date | None = None) -> dict[Field, Fact]:
    stated = state_facts(Page(Form.HTML, (), (), markup, url), reference)
    facts = [fact for fact in stated if fact.field in (PUBLISHED, MODIFIED)]
    return {fact.field: fact for fact in sorted(facts, key=lambda fact: fact.score)}


def meta(name: str, content: str) -> Markup:
    return Markup(metas=[(name, content)])


def test_json_ld_date_of_a_page_without_article_is_not_believed() -> None:
    markup = Markup(json_ld=['{"@type":"WebPage","datePublished":"2024-05-06"}'])
    assert dates(markup)[PUBLISHED].score < 0.5
    page = run(Page(Form.HTML, (), (), markup), Options(strict=True))
    assert assemble(page).date_published is None


def test_json_ld_event_date_is_not_the_articles() -> None:
    assert dates(Markup(json_ld=['{"@type":"Event","startDate":"2024-05-06"}'])) == {}


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (Annotation("itemprop", "dateModified", "6 May 2024", 3), {MODIFIED: "2024-05-06"}),
        (Annotation("property", "schema:dateModified", "", 3, "2024-05-06"), {MODIFIED: "2024-05-06"}),
        (Annotation("itemprop", "startDate", "", 3, "2024-05-06", "https://schema.org/Event"), {}),
    ],
)
def test_annotation(note: Annotation, expected: dict[Field, str]) -> None:
    assert {f: fact.value for f, fact in dates(Markup(annotations=[note])).items()} == expected


def test_first_annotation_counts() -> None:
    notes = [Annotation("itemprop", "datePublished", "", i, f"2024-05-0{i}") for i in (6, 7)]
    assert dates(Markup(annotations=notes))[PUBLISHED].value == "2024-05-06"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_json_ld_is_no_state_whatever_ends_its_lines(end: str) -> None:
    linked = f'{{"@type": "ItemList",{end}"itemListElement": [{{"datePublished": "2020-01-01"}}]}}'
    page = read_html(f'<p>x</p><script type="application/ld+json">{linked}</script>')
    assert dates(page.markup) == {}


def test_scripts_that_the_page_does_not_hold_are_not_sought_for_ever() -> None:
    scripts = [f'{{"number": {number}}}' for number in range(20_000)]
    assert dates(Markup(source='{"number": ' * 400_000, json_ld=scripts)) == {}


def test_language_and_country_give_the_order_of_a_numeric_value() -> None:
    british = Markup(lang="en", metas=[("date", "06/05/2024")])
    assert dates(british, "https://example.co.uk/a")[PUBLISHED].value == "2024-05-06"
    assert dates(british, "https://example.com/a")[PUBLISHED].value == "2024-06-05"


def test_nothing_after_the_reference_date() -> None:
    markup = meta("date", "2024-05-06")
    assert dates(markup, reference=date(2024, 5, 4)) == {}
    assert dates(markup, reference=date(2024, 5, 5))[PUBLISHED].value == "2024-05-06"
