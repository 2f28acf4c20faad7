"""Rows of CSV."""

from __future__ import annotations

import csv
import io

import pytest
from handmade import article, paragraph

from articlex.article import Article
from articlex.write.formats import render, together
from articlex.write.options import RenderOptions


@pytest.fixture
def made() -> Article:
    return article(paragraph("It rained."), title="Rain", authors=("Ann Lee", "Bo Sample"))


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_a_field_that_is_named_twice_is_one_column(made: Article) -> None:
    text = made.render("csv", fields=["title", "title", "url"])
    assert [len(row) for row in rows(text)] == [2, 2]


def test_several_articles_have_one_header_and_a_row_each(made: Article) -> None:
    options = RenderOptions(fields=("title", "authors", "text", "license"))
    document = render(made, "csv", options).encode()
    assert rows(b"".join(together([("a", document), ("b", document)], "csv", options)).decode()) == [
        ["title", "authors", "text", "license"],
        ["Rain", "Ann Lee; Bo Sample", "It rained.", ""],
        ["Rain", "Ann Lee; Bo Sample", "It rained.", ""],
    ]
