"""The JSON record, its published schema, and the mappers to other tools' names."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from handmade import article, block, heading, paragraph

import articlex
from articlex.article import Article, Verdict
from articlex.dates.value import DateValue
from articlex.errors import UsageError
from articlex.page import Cell, Container, Fact, Field, Kind, Role, Run, Style, Table, Wrap
from articlex.write.formats import render
from articlex.write.json import FIELDS, ON_REQUEST, article_record, failure_record, fingerprint
from articlex.write.options import RenderOptions
from articlex.write.schemas import SCHEMAS, record_for, record_names

SCHEMA = json.loads((files("articlex.data") / "article.schema.json").read_text(encoding="utf-8"))
EVERYTHING = RenderOptions(
    with_html=True, with_blocks=True, with_provenance=True, source="in.html", input='{"id": 7}'
)


@pytest.fixture
def full() -> Article:
    item = (Container(Wrap.LIST, 1), Container(Wrap.ITEM, 2, checked=True))
    fact = Fact(Field.TITLE, "T", "json-ld", "T", "json-ld-headline", 0.9, None, "markup")
    table = Table(((Cell((Run("a", 0, "/x"),), colspan=2),), (Cell((Run("b"),)), Cell((Run("c"),)))), 1)
    return article(
        heading("Part \x1b[1m one", 2),
        paragraph((Run("Text "), Run("link", Style.EM, "/there"), Run("alt", 0, None, "i.png"))),
        paragraph("x", within=item),
        block(Kind.TABLE, (), table=table, text="a\nb\tc"),
        paragraph("Bo, 6 May 2024, 11:05", within=()),
        paragraph("I agree.", within=()),
        title="T",
        url="https://www.ex.org/a",
        roles={4: Role.COMMENT, 5: Role.COMMENT},
        authors=("A", "B"),
        date_published="2024-05-06T10:30:00+02:00",
        date_modified="2024-05-07",
        tags=("t",),
        provenance={Field.TITLE: (fact,)},
    )


def valid(record: dict[str, Any]) -> dict[str, Any]:
    jsonschema.Draft202012Validator(SCHEMA).validate(record)
    return record


def test_the_schema_is_a_schema_and_names_every_field() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]) == set(FIELDS)
    assert set(SCHEMA["required"]) == set(FIELDS) - ON_REQUEST


@pytest.fixture
def record(full: Article) -> dict[str, Any]:
    """The record of ``full`` with all that can be asked for."""
    return article_record(full, EVERYTHING)


def test_a_full_record_is_valid_and_has_every_field_in_order(record: dict[str, Any]) -> None:
    assert tuple(valid(record)) == FIELDS


def test_fields_of_one_value_are_made_of_those_of_several(record: dict[str, Any]) -> None:
    assert (record["author"], record["date"], record["hostname"]) == ("A; B", "2024-05-06", "ex.org")


def test_comments_are_kept_apart_from_the_text(record: dict[str, Any]) -> None:
    assert record["comments"] == "Bo, 6 May 2024, 11:05\n\nI agree."
    assert "I agree." not in record["text"]


def test_a_block_has_its_links_and_images_with_whole_addresses(record: dict[str, Any]) -> None:
    assert record["blocks"][1]["links"] == [{"text": "link", "url": "https://www.ex.org/there"}]
    assert record["blocks"][1]["images"] == [{"alt": "alt", "url": "https://www.ex.org/i.png"}]


def test_a_block_opens_the_structures_that_it_is_the_first_in(record: dict[str, Any]) -> None:
    shared = {"ordered": False, "number": 1, "label": None}
    assert [block["within"] for block in record["blocks"][1:3]] == [None, 2]
    assert record["blocks"][1]["opens"] == []
    assert record["blocks"][2]["opens"] == [
        {"id": 1, "within": None, "wrap": "list", "checked": None, **shared},
        {"id": 2, "within": 1, "wrap": "item", "checked": True, **shared},
    ]


def test_a_table_is_rows_of_equal_length(record: dict[str, Any]) -> None:
    assert record["blocks"][3]["rows"] == [["a", ""], ["b", "c"]]


def test_provenance_names_the_source_of_a_value(record: dict[str, Any]) -> None:
    assert record["provenance"]["title"][0]["from"] == "json-ld"


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_no_text_of_a_record_holds_what_a_terminal_would_obey(name: str, record: dict[str, Any]) -> None:
    assert "Part [1m one" in record[name]


def test_each_structure_is_told_once_however_deep_the_blocks_stand() -> None:
    quotes = [Container(Wrap.QUOTE, number) for number in range(300)]
    depths = [*range(1, 301), 150, 300, 0, 2]
    made = article(*(paragraph("x", within=tuple(quotes[:depth])) for depth in depths))
    records = valid(article_record(made, EVERYTHING))["blocks"]
    assert [opened["id"] for record in records for opened in record["opens"]] == list(range(300))
    outer = {opened["id"]: opened["within"] for record in records for opened in record["opens"]}
    chains = []
    for record in records:
        chain, innermost = 0, record["within"]
        while innermost is not None:
            chain, innermost = chain + 1, outer[innermost]
        chains.append(chain)
    assert chains == depths


def test_what_is_not_stated_is_null_and_never_left_out() -> None:
    record = valid(article_record(article(title=None)))
    assert record["title"] is None
    assert record["authors"] == []
    assert record["status"] == "empty"


@pytest.mark.parametrize(
    ("verdict", "status"), [(Verdict.OK, "ok"), (Verdict.UNCERTAIN, "low"), (Verdict.NO_ARTICLE, "empty")]
)
def test_status_is_the_verdict_for_scripts(verdict: Verdict, status: str) -> None:
    assert article_record(article(paragraph("x"), verdict=verdict))["status"] == status


def test_an_input_that_failed_has_a_record_too() -> None:
    record = valid(failure_record("x.pdf", "binary", "a PDF"))
    assert record["error"] == {"code": "binary", "message": "a PDF"}


@pytest.mark.parametrize(
    "value",
    [
        DateValue(2014, 12),
        DateValue(2014, 12, 3),
        DateValue(2014, 12, 3, seconds=7),
        DateValue(2014, 12, 3, seconds=86399, offset=-150),
        DateValue(2014, 12, 3, seconds=0, offset=0),
    ],
)
def test_a_date_of_any_precision_is_valid(value: DateValue) -> None:
    record = valid(article_record(article(date_published=value.iso(), date_modified=value.iso())))
    assert record["date"] == value.day_iso()


def test_a_page_that_states_a_month_has_a_valid_record() -> None:
    page = "<h1>Rain</h1><p>Published December 2014</p>" + "<p>It rained on the city for days. " * 50
    assert valid(articlex.extract(page).to_dict())["date"] == "2014-12"


def test_fields_are_picked_in_the_order_asked_for(full: Article) -> None:
    record = article_record(full, RenderOptions(fields=("blocks", "title")))
    assert list(record) == ["blocks", "title"]


def test_an_unknown_field_is_a_usage_error(full: Article) -> None:
    with pytest.raises(UsageError, match="nope"):
        article_record(full, RenderOptions(fields=("nope",)))


def test_coverage_is_the_share_of_characters_kept() -> None:
    made = article(paragraph("abcdefgh"), paragraph("xy"), roles={1: Role.NAV})
    assert article_record(made)["coverage"] == 0.8


def test_the_fingerprint_sees_words_alone() -> None:
    assert fingerprint("One two\nthree") == fingerprint("ONE  two three")
    assert fingerprint("One two") != fingerprint("One three")
    assert fingerprint(" \n") is None


@pytest.mark.parametrize("schema", SCHEMAS)
def test_names_of_a_mapped_record_do_not_depend_on_the_article(full: Article, schema: str) -> None:
    options = RenderOptions(schema=schema)  # type: ignore[arg-type]
    assert tuple(record_for(full, options)) == record_names(options)
    assert tuple(record_for(article(title=None), options)) == record_names(options)


def test_trafilatura_names(full: Article) -> None:
    record = record_for(full, RenderOptions(schema="trafilatura"))
    assert record["source"] == "https://www.ex.org/a"
    assert record["author"] == "A; B"
    assert record["date"] == "2024-05-06"


def test_newspaper_names(full: Article) -> None:
    record = record_for(full, RenderOptions(schema="newspaper"))
    assert record["authors"] == ["A", "B"]
    assert record["publish_date"] == "2024-05-06T10:30:00+02:00"


def test_schema_org_is_json_ld(full: Article) -> None:
    record = record_for(full, RenderOptions(schema="schemaorg"))
    assert record["@type"] == "NewsArticle"
    assert record["author"][1] == {"@type": "Person", "name": "B"}


def test_a_thread_is_a_posting_with_comments_in_json_ld() -> None:
    said = {
        "slow_hub": "The rear brake howls like a ferry the moment it rains, and is silent all summer.",
        "rim_tape": "Take the pads out and sand the faces flat, then bed them in again on a quiet hill.",
        "greasemonk": "Check the bolts of the caliper as well. Mine sang for a whole winter.",
    }
    post = (
        "<article class=post><a href='/u/{0}'>{0}</a><time datetime='2022-10-0{1}'>then</time>"
        "<div class=text><p>{2}</p></div></article>"
    )
    posts = (post.format(name, day, text) for day, (name, text) in enumerate(said.items(), 2))
    page = f"<title>Brake</title><h1>Brake squeals when it rains</h1>{''.join(posts)}"
    thread = articlex.extract(page, url="https://spoke.example/forum/t/8812")
    record = record_for(thread, RenderOptions(schema="schemaorg"))
    assert record["@type"] == "DiscussionForumPosting"
    assert [comment["author"]["name"] for comment in record["comment"]] == ["rim_tape", "greasemonk"]


def test_a_record_in_jsonl_is_one_line() -> None:
    line = render(article(paragraph("a\u2028b\x85c\nd")), "jsonl")
    assert len(line.splitlines()) == 1
    assert json.loads(line)["text"] == "a\u2028bc\nd"
