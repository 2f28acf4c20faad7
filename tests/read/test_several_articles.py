"""Files of several articles (feeds, records, notes): each title stands above its own text."""

from __future__ import annotations

import json

import pytest

import articlex
from articlex.page import Field

NOTES = {
    "Hafen": "Der Hafen ist seit heute früh gesperrt, weil der Sturm hereingekommen ist.",
    "買い物": "牛乳とパンを買う。",
    "Совет": "Совет собирается в пятницу в большом зале школы.",
    "Σημείωση": "Να πάρω τηλέφωνο.",
}
LONG = "The old bridge over the Lenne reopens on Friday after three years of works. " * 6


def records(name: str, texts: dict[str, str]) -> str:
    return json.dumps([{"title": title, name: text} for title, text in texts.items()])


def feed(texts: dict[str, str], above: str = "") -> str:
    items = (
        f"<item><title>{title}</title><link>https://ex.org/{number}</link><description>{text}</description></item>"
        for number, (title, text) in enumerate(texts.items())
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{above}{"".join(items)}</channel></rss>'


def notes(texts: dict[str, str]) -> str:
    each = (
        f"<note><title>{title}</title><content><![CDATA[<en-note><div>{text}</div></en-note>]]></content></note>"
        for title, text in texts.items()
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><en-export>{"".join(each)}</en-export>'


def shown(texts: dict[str, str]) -> str:
    return "\n\n".join(f"## {title}\n\n{text}" for title, text in texts.items()) + "\n"


@pytest.mark.parametrize(
    "source",
    [records("content", NOTES), records("textContent", NOTES), notes(NOTES)],
    ids=["records", "keep", "evernote"],
)
def test_each_title_of_short_notes_stands_above_its_own_text(source: str) -> None:
    article = articlex.extract(source)
    assert article.title is None
    assert article.markdown == shown(NOTES)


def test_of_two_notes_none_is_the_headline() -> None:
    pair = dict(list(NOTES.items())[:2])
    for source in (notes(pair), records("text", pair)):
        article = articlex.extract(source)
        assert (article.title, article.markdown) == (None, shown(pair))


def test_the_first_of_several_long_articles_is_not_the_headline() -> None:
    article = articlex.extract(records("content", {"Bridge open": LONG, "Ferry shut": LONG[::-1]}))
    assert article.title is None
    assert article.markdown.startswith("## Bridge open\n")


def test_a_feed_without_a_title_has_none() -> None:
    article = articlex.extract(feed(NOTES))
    assert article.title is None
    assert article.markdown.startswith("## [Hafen](https://ex.org/0)\n")


@pytest.mark.parametrize("title", ["Fluss", "Fluss | Blatt", "Das Blatt vom Fluss - neueste Meldungen"])
def test_the_title_of_the_file_is_the_headline(title: str) -> None:
    listed = json.dumps({"title": title, "items": json.loads(records("content", NOTES))})
    for source in (listed, feed(NOTES, f"<title>{title}</title>")):
        article = articlex.extract(source)
        assert article.title == title
        assert article.markdown.startswith(f"# {title}\n\n## ")
        fact = next(fact for fact in article.page.facts if fact.field is Field.TITLE and fact.score == 1.0)
        assert (fact.stage, fact.reason, fact.block) == ("headline", "collection", 0)


def test_an_article_called_as_the_file_keeps_its_title() -> None:
    listed = json.dumps({"title": "Hafen", "items": json.loads(records("content", NOTES))})
    assert articlex.extract(listed).markdown == f"# Hafen\n\n{shown(NOTES)}"


def test_a_heading_in_the_text_of_the_first_note_is_not_the_headline() -> None:
    html = {"": f"<h1>Sturm</h1><div>{NOTES['Hafen']}</div>", "買い物": NOTES["買い物"]}
    article = articlex.extract(notes(html))
    assert article.title is None
    assert "Sturm\n\nDer Hafen" in article.markdown


@pytest.mark.parametrize("title", ["Comments", "Related", "Share", "Contents"])
def test_a_note_may_be_called_as_a_part_of_a_page_is(title: str) -> None:
    texts = {"Hafen": NOTES["Hafen"], title: "Ask the council for the lamp.", "Совет": NOTES["Совет"]}
    for source in (records("textContent", texts), notes(texts)):
        assert articlex.extract(source).markdown == shown(texts)


def test_the_one_article_of_a_file_has_its_headline() -> None:
    one = {"Hafen": NOTES["Hafen"]}
    for source in (records("content", one), notes(one), feed(one, "<title>Fluss</title>")):
        assert articlex.extract(source).title == "Hafen"


def test_what_one_of_several_articles_says_of_itself_is_not_said_of_the_file() -> None:
    texts = {
        "Trip": "By Ann Miller. 6 May 2024. We went to the harbour, and it was closed.",
        "Council": "Posted 7 June 2024 by Bob Stone: The council meets on Friday in the hall.",
    }
    dated = {
        title: f'<p>{text}</p><time itemprop="datePublished" datetime="2024-05-06">6 May</time>'
        for title, text in texts.items()
    }
    named = {
        title: f'<p>{text}</p><a rel="author" href="/ann">Ann Miller</a>' for title, text in texts.items()
    }
    for source in (records("content", texts), notes(texts), notes(dated), notes(named), feed(texts)):
        article = articlex.extract(source)
        assert (article.authors, article.date_published, article.date_modified) == ((), None, None)
        assert all(text in article.text for text in texts.values())
