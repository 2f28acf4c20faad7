"""The JSON record, its published schema, and the mappers to other tools' names."""

from __future__ import annotations

import csv
import io
import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from handmade import article, block, heading, paragraph
from lxml import etree

import articlex
from articlex.article import Article, Verdict
from articlex.dates.value import DateValue
from articlex.errors import UsageError
from articlex.page import Block, Cell, Container, Fact, Field, Kind, Role, Run, Style, Table, Wrap
from articlex.write.counts import measure
from articlex.write.formats import render, together
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
        paragraph("I agree.", within=()),
        title="T",
        url="https://www.ex.org/a",
        roles={4: Role.COMMENT},
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


def test_a_full_record_is_valid(full: Article) -> None:
    record = valid(article_record(full, EVERYTHING))
    assert tuple(record) == FIELDS
    assert record["author"] == "A; B"
    assert record["date"] == "2024-05-06"
    assert record["hostname"] == "ex.org"
    assert record["comments"] == "I agree."
    assert record["blocks"][1]["links"] == [{"text": "link", "url": "https://www.ex.org/there"}]
    assert record["blocks"][1]["images"] == [{"alt": "alt", "url": "https://www.ex.org/i.png"}]
    shared = {"ordered": False, "number": 1, "label": None}
    assert record["blocks"][2]["within"] == 2
    assert record["blocks"][2]["opens"] == [
        {"id": 1, "within": None, "wrap": "list", "checked": None, **shared},
        {"id": 2, "within": 1, "wrap": "item", "checked": True, **shared},
    ]
    assert record["blocks"][1]["within"] is None
    assert record["blocks"][1]["opens"] == []
    assert record["blocks"][3]["rows"] == [["a", ""], ["b", "c"]]
    assert record["provenance"]["title"][0]["from"] == "json-ld"
    assert "\x1b" not in record["text"] + record["markdown"] + record["html"]


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't count me twice.", 4),
        ("今天天气很好。", 6),
        ("東京タワーへ行く", 8),
        ("한국어 단어 셋", 3),
        ("ภาษาไทยไม่มีช่องว่าง", 4),
        ("Привет, мир", 2),
        ("नमस्ते दुनिया", 2),
        ("", 0),
    ],
)
def test_words_are_counted_in_every_script(text: str, words: int) -> None:
    assert measure(text)[0] == words


def test_reading_time_is_in_minutes_rounded_up() -> None:
    assert measure("word " * 239)[1] == 2
    assert measure("字" * 500)[1] == 1


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


def test_a_field_that_is_named_twice_is_one_column(full: Article) -> None:
    text = full.render("csv", fields=["title", "title", "url"])
    assert [len(row) for row in csv.reader(io.StringIO(text))] == [2, 2]


def test_csv_has_a_header_and_a_row_for_each_article(full: Article) -> None:
    options = RenderOptions(fields=("title", "authors", "text", "license"))
    document = render(full, "csv", options).encode()
    text = b"".join(together([("a", document), ("b", document)], "csv", options)).decode()
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["title", "authors", "text", "license"]
    assert len(rows) == 3
    assert rows[1][:2] == ["T", "A; B"]
    assert rows[1][3] == ""


def test_a_record_in_jsonl_is_one_line() -> None:
    line = render(article(paragraph("a\u2028b\x85c\nd")), "jsonl")
    assert len(line.splitlines()) == 1
    assert json.loads(line)["text"] == "a\u2028bc\nd"


TEI = "{http://www.tei-c.org/ns/1.0}"


def test_tei_has_a_header_and_divisions(full: Article) -> None:
    root = etree.fromstring(render(full, "tei").encode())
    assert root.findtext(f".//{TEI}titleStmt/{TEI}title") == "T"
    assert [a.text for a in root.iterfind(f".//{TEI}titleStmt/{TEI}author")] == ["A", "B"]
    assert root.findtext(f".//{TEI}body/{TEI}div/{TEI}head") == "Part [1m one"
    assert root.find(f".//{TEI}ref").get("target") == "https://www.ex.org/there"  # type: ignore[union-attr]


def test_tei_nests_divisions_by_level_and_none_is_empty() -> None:
    made = article(heading("A", 2), heading("B", 3), paragraph("b"), heading("C", 2))
    root = etree.fromstring(render(made, "tei").encode())
    body = root.find(f".//{TEI}body")
    assert body is not None
    assert [child.findtext(f"{TEI}head") for child in body] == ["A", "C"]
    assert all(len(division) > 1 for division in body.iter(f"{TEI}div"))


def test_many_articles_in_tei_are_a_corpus(full: Article) -> None:
    document = render(full, "tei").encode()
    root = etree.fromstring(b"".join(together([("a", document), ("b", document)], "tei")))
    assert root.tag == f"{TEI}teiCorpus"
    assert len(root.findall(f"{TEI}TEI")) == 2


def _tei_body(*blocks: Block) -> etree._Element:
    body = etree.fromstring(render(article(*blocks), "tei").encode()).find(f".//{TEI}body")
    assert body is not None
    return body


def test_a_list_in_tei_holds_items_alone() -> None:
    outer, inner = Container(Wrap.LIST, 1), Container(Wrap.LIST, 3)
    body = _tei_body(
        paragraph("one", within=(outer, Container(Wrap.ITEM, 2))),
        heading("between", 3, within=(outer,)),
        paragraph("two", within=(outer, inner, Container(Wrap.ITEM, 4))),
        paragraph("without a list", within=(Container(Wrap.ITEM, 5),)),
    )
    for lists in body.iter(f"{TEI}list"):
        assert {child.tag for child in lists} == {f"{TEI}item"}
    assert [text for text in "".join(map(str, body.itertext())).split("\n") if text.strip()] == [
        "one",
        "between",
        "two",
        "without a list",
    ]


def test_terms_and_definitions_alternate_in_tei() -> None:
    within = (Container(Wrap.DEFINITIONS, 1),)
    kinds = [Kind.DEFINITION, Kind.TERM, Kind.TERM, Kind.DEFINITION, Kind.DEFINITION]
    body = _tei_body(*(Block(0, kind, "x", (Run("x"),), within=within) for kind in kinds))
    (glosses,) = body.iter(f"{TEI}list")
    assert [child.tag.removeprefix(TEI) for child in glosses] == ["label", "item"] * 3
    assert [len(item) for item in glosses.iter(f"{TEI}item")] == [1, 0, 2]


def test_a_cell_in_tei_holds_its_list() -> None:
    inner = paragraph("item", within=(Container(Wrap.LIST, 1), Container(Wrap.ITEM, 2)))
    body = _tei_body(Block(0, Kind.TABLE, "", (), table=Table(((Cell((), blocks=(inner,)),),))))
    assert [found.text for found in body.iterfind(f".//{TEI}cell/{TEI}list/{TEI}item/{TEI}p")] == ["item"]


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://ex.org/#a#b", "https://ex.org/#a%23b"),
        ("https://ex.org/[x]%20%zz", "https://ex.org/%5Bx%5D%20%25zz"),
        ("https://ex.org/ä?a=1&b=2#c", "https://ex.org/ä?a=1&b=2#c"),
    ],
)
def test_an_address_in_tei_is_one(address: str, written: str) -> None:
    (link,) = _tei_body(paragraph((Run("x", 0, address),))).iter(f"{TEI}ref")
    assert link.get("target") == written
