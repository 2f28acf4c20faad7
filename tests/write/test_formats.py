"""The registry of formats."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from handmade import article, block, paragraph

from articlex.article import Article
from articlex.errors import UsageError
from articlex.page import Cell, Kind, Role, Run, Style, Table
from articlex.write.block_records import block_records
from articlex.write.formats import FORMATS, format_name, render, together
from articlex.write.options import DEFAULTS, Rendering, RenderOptions


@pytest.fixture
def short() -> Article:
    return article(paragraph("One\x1b[31m red\x9b word."), title="A title")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_holds_the_words_and_no_control_character(short: Article, name: str) -> None:
    output = render(short, name)
    assert "word." in output
    assert output.endswith("\n")
    assert not {c for c in output if ord(c) < 32 or 127 <= ord(c) < 160} - {"\n", "\t"}


@pytest.mark.parametrize("name", FORMATS)
def test_an_article_without_a_body_is_no_crash(name: str) -> None:
    assert isinstance(render(article(title=None), name), str)


@pytest.mark.parametrize(
    ("given", "key"), [("markdown", "md"), (".JSON", "json"), ("text", "txt"), ("ndjson", "jsonl")]
)
def test_names_and_extensions_lead_to_the_format(given: str, key: str) -> None:
    assert format_name(given) == key


def test_an_unknown_format_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="pdf"):
        format_name("pdf")


def test_the_library_renders_what_the_command_prints(short: Article) -> None:
    assert short.render("tei") == render(short, "tei")
    assert short.render("markdown", front_matter=True).startswith("---\ntitle: A title\n---\n")


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"frontmatter": True}, TypeError, "frontmatter"),
        ({"tables": "grid"}, ValueError, "tables is gfm, html, text, not 'grid'"),
        (
            {"schema": "dublin"},
            ValueError,
            "schema is articlex, trafilatura, newspaper, schemaorg, not 'dublin'",
        ),
        ({"fields": "title"}, TypeError, "fields must be several names"),
        ({"fields": 3}, TypeError, "fields must be several names, not one int"),
        ({"fields": ["title", 1]}, TypeError, "fields must be names, not int"),
        ({"input": "nojson"}, ValueError, "input must be a JSON object, not 'nojson'"),
        ({"input": "[1]"}, ValueError, "input must be a JSON object"),
        ({"source": 3}, TypeError, "source must be str, not int"),
        ({"front_matter": "no"}, TypeError, "front_matter must be bool, not str"),
        ({"links": None}, TypeError, "links must be bool, not NoneType"),
    ],
)
def test_the_library_takes_no_option_that_there_is_not(
    short: Article, options: dict[str, Any], error: type[Exception], message: str
) -> None:
    for name in ("json", "md"):
        with pytest.raises(error, match=message):
            short.render(name, **options)


@pytest.mark.parametrize("name", [None, 3, Path("x.md")])
def test_a_format_that_is_no_name_is_an_error_that_says_so(short: Article, name: Any) -> None:
    with pytest.raises(TypeError, match=rf"name must be str, not {type(name).__name__}"):
        short.render(name)


@pytest.mark.parametrize("name", FORMATS)
def test_a_field_that_there_is_not_is_an_error_in_every_format(short: Article, name: str) -> None:
    """As on the command line; formats without fields had taken any name."""
    with pytest.raises(UsageError, match="nope"):
        short.render(name, fields=("title", "nope"))


def twice(article: Article, name: str, options: RenderOptions = DEFAULTS) -> str:
    document = render(article, name, options).encode()
    return b"".join(together([("a", document), ("b", document)], name, options)).decode()


def test_many_articles_in_json_are_one_array(short: Article) -> None:
    assert len(json.loads(twice(short, "json"))) == 2


def test_many_articles_in_jsonl_are_one_line_each(short: Article) -> None:
    assert twice(short, "jsonl", RenderOptions(fields=("title",))) == '{"title": "A title"}\n' * 2


def test_the_columns_of_a_table_stand_one_below_the_other_in_plain_text() -> None:
    day = Cell((Run("Tue"),), rowspan=2)
    table = Table(((day, Cell((Run("3"),))), (Cell((Run("5"),)),)))
    made = article(block(Kind.TABLE, (), table=table, text="Tue\t3\n5"))
    assert made.text == "Tue\t3\n\t5"


def test_plain_text_has_quotation_marks_around_a_quotation_in_a_line() -> None:
    said = (Run("She said "), Run("wait,", Style.QUOTE), Run("\n", Style.BREAK | Style.QUOTE))
    said += (Run("and then", Style.QUOTE | Style.EM), Run(" left."))
    picture = (Run("sign", 0, None, "/a.png"), Run("Go", Style.QUOTE))
    made = article(block(Kind.LIST_ITEM, said, text="§ She said wait,\nand then left."), paragraph(picture))
    assert made.text == "§ She said “wait,\nand then” left.\n\n“Go”"


def test_type_checkers_know_the_options_of_render() -> None:
    assert get_type_hints(Rendering) == get_type_hints(RenderOptions)


def test_no_format_prints_the_title_again() -> None:
    repeated = paragraph((Run("The old mill!", Style.STRONG),))
    made = article(repeated, paragraph("It rained."), title="The old mill")
    assert made.text == made.to_dict()["text"] == "It rained."
    assert render(made, "txt") == "The old mill\n\nIt rained.\n"
    assert "<body>\n<article>\n<h1>The old mill</h1>\n<p>It rained.</p>\n" in render(made, "html")
    assert "<text><body>\n<p>It rained.</p>\n" in render(made, "tei")
    assert [record["text"] for record in block_records(made)] == ["It rained."]


def test_plain_text_has_the_captions_of_tables_and_not_those_of_pictures() -> None:
    table = Table(((Cell((Run("Oil"),)), Cell((Run("3"),))),), 0)
    made = article(
        block(Kind.CAPTION, "What it took"),
        block(Kind.TABLE, text="Oil\t3", table=table),
        paragraph("It rained."),
        block(Kind.IMAGE, (Run("", 0, None, "/a.png"),)),
        block(Kind.CAPTION, "The mill"),
        roles={0: Role.CAPTION, 4: Role.CAPTION},
    )
    assert render(made, "txt") == "What it took\n\nOil\t3\n\nIt rained.\n"
    assert made.text == "Oil\t3\n\nIt rained."


def test_rules_and_lists_that_are_typed_as_text_are_such_in_every_format() -> None:
    numbered = (paragraph(f"{number}. {word}") for number, word in enumerate(("Oil", "Wicks", "Fog"), 1))
    made = article(paragraph("It rained."), paragraph("* * *"), *numbered, paragraph("It ended."))
    assert made.markdown == "It rained.\n\n---\n\n1. Oil\n2. Wicks\n3. Fog\n\nIt ended.\n"
    items = "<li>Oil</li>\n<li>Wicks</li>\n<li>Fog</li>"
    assert f"<hr>\n<ol>\n{items}\n</ol>\n" in render(made, "html")
    tei = render(made, "tei")
    assert '<milestone unit="section" rend="rule"/>\n<list rend="numbered">\n<item n="1"><p>Oil</p>' in tei
    records = block_records(made)
    assert [record["kind"] for record in records] == ["paragraph", "rule", *["list_item"] * 3, "paragraph"]
    assert [each["wrap"] for each in records[2]["opens"]] == ["list", "item"]
    # Plain text has no other signs than those.
    assert made.text == "It rained.\n\n* * *\n\n1. Oil\n\n2. Wicks\n\n3. Fog\n\nIt ended."


def test_no_format_has_an_alternative_text_that_the_caption_says_as_well() -> None:
    picture = block(Kind.IMAGE, (Run("The quay", 0, None, "https://ex.org/a.png"),))
    made = article(picture, block(Kind.CAPTION, "The quay."), paragraph("It rained."))
    for name in ("md", "html", "tei"):
        assert render(made, name).count("The quay") == 1
    assert block_records(made)[0]["images"] == [{"alt": "", "url": "https://ex.org/a.png"}]
