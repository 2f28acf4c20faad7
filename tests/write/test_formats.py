"""The registry of formats."""

from __future__ import annotations

import json

import pytest
from handmade import article, block, paragraph

from articlex.article import Article
from articlex.errors import UsageError
from articlex.page import Cell, Kind, Run, Table
from articlex.write.formats import FORMATS, format_name, render, together
from articlex.write.options import DEFAULTS, RenderOptions


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


def twice(article: Article, name: str, options: RenderOptions = DEFAULTS) -> str:
    document = render(article, name, options).encode()
    return b"".join(together([document, document], name, options)).decode()


def test_many_articles_in_json_are_one_array(short: Article) -> None:
    assert len(json.loads(twice(short, "json"))) == 2


def test_many_articles_in_jsonl_are_one_line_each(short: Article) -> None:
    assert twice(short, "jsonl", RenderOptions(fields=("title",))) == '{"title": "A title"}\n' * 2


def test_the_columns_of_a_table_stand_one_below_the_other_in_plain_text() -> None:
    day = Cell((Run("Tue"),), rowspan=2)
    table = Table(((day, Cell((Run("3"),))), (Cell((Run("5"),)),)))
    made = article(block(Kind.TABLE, (), table=table, text="Tue\t3\n5"))
    assert made.text == "Tue\t3\n\t5"
