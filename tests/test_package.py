from __future__ import annotations

import pickle
import subprocess
import sys
from datetime import UTC, date, datetime
from typing import Any

import pytest

import articlex
from articlex_lab.repository import ROOT


@pytest.mark.parametrize("name", articlex.__all__)
def test_a_public_name_is_there_when_it_is_asked_for(name: str) -> None:
    assert getattr(articlex, name)
    assert name in dir(articlex)


def test_a_name_that_there_is_not_is_an_error() -> None:
    name = "extrakt"
    with pytest.raises(AttributeError, match="has no attribute 'extrakt'"):
        getattr(articlex, name)


def test_the_command_line_is_there_before_what_reads_pages() -> None:
    code = "import sys, articlex.cli.main; sys.exit('lxml' in sys.modules or 'articlex.page' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("source", [None, 3, ["<p>x"]])
def test_a_source_that_is_neither_bytes_nor_str_is_named(source: Any) -> None:
    with pytest.raises(TypeError, match=rf"bytes or str, not {type(source).__name__}"):
        articlex.extract(source)


def test_an_address_that_is_no_str_is_named() -> None:
    url: Any = b"https://ex.org/"
    with pytest.raises(TypeError, match="url must be str, not bytes"):
        articlex.extract("<p>x", url=url)


@pytest.mark.parametrize(
    ("settings", "error"),
    [
        ({"engine": "readabilty"}, ValueError),
        ({"favor": "speed"}, ValueError),
        ({"reference_date": "2024-05-06"}, TypeError),
    ],
)
def test_an_option_that_is_none_is_an_error_and_not_a_page_without_an_article(
    settings: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        articlex.Options(**settings)


def test_a_moment_counts_as_its_day() -> None:
    moment = datetime(2024, 5, 6, 23, 30, tzinfo=UTC)
    assert articlex.Options(reference_date=moment).reference_date == date(2024, 5, 6)


def test_a_stage_that_there_is_not_cannot_be_disabled() -> None:
    with pytest.raises(ValueError, match="no stage is called ner"):
        articlex.extract("<p>x", options=articlex.Options(disabled_stages=frozenset({"ner", "tags"})))


@pytest.fixture(scope="module")
def article() -> articlex.Article:
    page = ROOT / "fixtures/pages/text-en-language-and-section-menus/source.txt"
    return articlex.extract(page.read_bytes())


def test_an_article_can_be_sent_to_another_process(article: articlex.Article) -> None:
    copy = pickle.loads(pickle.dumps(article))
    assert copy == article
    assert copy.markdown == article.markdown


def test_an_article_is_shown_without_its_page(article: articlex.Article) -> None:
    assert article.title is not None
    assert article.title in repr(article)
    assert len(repr(article)) < 2_000
