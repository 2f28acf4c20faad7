"""Pages with signed and dated lists set in."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

pytest.importorskip("babel")  # which the tests alone do not install
pytest.importorskip("rapidfuzz")

from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.flatteners import flatten
from articlex_lab.training.made.listings import Other, Stock
from articlex_lab.training.made.signed_lists import names_of, signed_list
from articlex_lab.training.made.signed_pages import listed_html, listed_text

PARAGRAPHS = [
    f"Paragraph {n} of the report on the lighthouse, which stands on the cape. " * 2 for n in range(5)
]
PAGE = f"""<html lang="en"><head><title>Light</title>
<script type="application/ld+json">{{"author": "Ann Example"}}</script>
<meta name="author" content="Ann Example">
</head><body><div><a href="/">Menu</a></div><div><h1>The lighthouse</h1><p>By Ann Example</p>
{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}</div><div>Imprint</div></body></html>"""


@pytest.fixture
def record(make_record: Callable[..., Record]) -> Record:
    return make_record(
        PAGE, annotated=frozenset({"authors"}), text="\n".join(PARAGRAPHS), authors=("Ann Example",)
    )


@pytest.fixture
def have() -> Stock:
    others = [
        Other(f"small/{n:04}", f"Other headline {n}", f"Opening {n} of another story.") for n in range(20)
    ]
    return Stock({"en": others}, {"en": [f"Post {n}" for n in range(20)]}, {}, {})


NAMES = {"en": [f"Writer {chr(65 + n)}" for n in range(20)] + ["Ann Example"]}


def test_items_are_signed_or_dated(record: Record, have: Stock) -> None:
    lists = [signed_list(record, have, NAMES, random.Random(seed)) for seed in range(40)]
    items = [" ".join(line.text for line in item) for items in lists for item in items]
    assert len(items) > 40
    assert [said for said in items if "Writer" not in said and not any(map(str.isdigit, said))] == []


def test_the_page_s_authors_are_named_in_few_items_of_some_lists(record: Record, have: Stock) -> None:
    lists = [signed_list(record, have, NAMES, random.Random(seed)) for seed in range(80)]
    items = [" ".join(line.text for line in item) for items in lists for item in items]
    named = sum("Ann Example" in item for item in items)
    assert 0 < named < 0.2 * len(items)


def test_dates_are_in_the_page_s_language(record: Record, have: Stock) -> None:
    russian = (
        "Маяк стоит на мысу уже сто лет, и его свет виден издалека. Смотритель говорит, что зимой сюда никто "
        "не приезжает, а летом бывает много гостей из города, которым он показывает лестницу и старую лампу."
    )
    page = replace(record, text=russian, authors=())
    lists = [signed_list(page, have, NAMES, random.Random(seed)) for seed in range(60)]
    days = [line.text for items in lists for item in items for line in item if line.what == "day"]
    assert any("г." in day for day in days)


def test_the_page_keeps_its_text(record: Record, have: Stock) -> None:
    made = listed_html(record, have, NAMES, speaks=True) or ""
    assert "By Ann Example" in made
    assert all(text.strip() in made for text in PARAGRAPHS)
    assert "Other headline" in made or "Post" in made


def test_a_page_that_does_not_print_its_author_keeps_its_markup(record: Record, have: Stock) -> None:
    assert "ld+json" in (listed_html(record, have, NAMES, speaks=False) or "")


def test_flattened_pages_have_the_lists_around_their_text(record: Record, have: Stock) -> None:
    text = flatten(record, "lines")
    made = listed_text(record, text, have, NAMES) or ""
    assert len(made.split("\n")) > len(text.split("\n"))
    assert all(line in made for line in text.split("\n"))


def test_a_page_without_running_text_is_left_out(record: Record, have: Stock) -> None:
    assert listed_text(record, "Menu\nImprint", have, NAMES) is None


def test_names_are_the_gold_authors_by_language(record: Record) -> None:
    assert names_of([record]) == {"en": ("Ann Example",)}
