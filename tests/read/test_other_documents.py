"""Documents that hold a page and are neither HTML nor page text: feeds, records in JSON."""

from __future__ import annotations

import json
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import articlex
from articlex.page import Form
from articlex.read import read_page
from articlex.read.documents import document_html
from articlex.read.records import short_record_html

FIRST = "The old bridge over the Lenne reopens on Friday after three years of works. " * 6
TEXT = f"<p>{FIRST}</p><p>The road below stays closed until spring; buses turn at the mill.</p>"
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>River News</title>
<link>https://ex.org/</link>{}</channel></rss>"""
ITEM = f"""<item><title>Bridge &amp; ferry</title><link>https://ex.org/bridge</link>
<dc:creator>Ada Miller</dc:creator><pubDate>Thu, 14 Mar 2019 10:00:00 +0000</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[{TEXT}]]></content:encoded></item>"""
ENTRY = """<entry><title>Мост открыт</title><link rel="edit" href="https://ex.org/e"/><link
href="https://ex.org/bridge"/> <author><name>Анна
Кузнецова</name></author><published>2019-03-14T10:00:00Z</published>{}</entry>"""
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Новости</title>{}</feed>'
XHTML = f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{TEXT}</div></content>'
RECORD = {
    "id": 12,
    "date": "2019-03-14T10:00:00",
    "link": "https://ex.org/bridge",
    "title": {"rendered": "Bridge &#038; ferry"},
    "content": {"rendered": TEXT},
}


def html_of(text: str) -> str:
    document = document_html(text)
    return document.html if document else ""


def test_the_one_entry_of_rss_is_the_article() -> None:
    article = articlex.extract(RSS.format(ITEM))
    assert (article.title, article.authors) == ("Bridge & ferry", ("Ada Miller",))
    assert (article.date_published, article.url) == ("2019-03-14T10:00:00+00:00", "https://ex.org/bridge")
    assert article.text.startswith("The old bridge")
    assert article.text.endswith("at the mill.")


@pytest.mark.parametrize(
    "above",
    [
        "<!-- generator: Νέα\n1.0 -->",
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"\n"http://my.example/rss.dtd">',
        '<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>\n<?xml-stylesheet href="a.xsl"?>',
    ],
)
def test_a_feed_may_have_comments_and_a_document_type_above_it(above: str) -> None:
    assert "<h1>Bridge &amp; ferry</h1>" in html_of(RSS.format(ITEM).replace("?>", f"?>\n{above}\n", 1))


@pytest.mark.parametrize(
    "content", [XHTML, f'<content type="html"><![CDATA[{TEXT}]]></content>'], ids=["xhtml", "html"]
)
def test_the_one_entry_of_atom_is_the_article(content: str) -> None:
    article = articlex.extract(ATOM.format(ENTRY.format(content)).encode())
    assert (article.title, article.authors) == ("Мост открыт", ("Анна Кузнецова",))
    assert (article.date_published, article.url) == ("2019-03-14T10:00:00+00:00", "https://ex.org/bridge")
    assert len(article.text.split("\n\n")) == 2


def test_a_picture_of_media_rss_is_not_taken_for_the_text() -> None:
    media = '<media:content xmlns:media="http://search.yahoo.com/mrss/" url="https://ex.org/a.jpg"/>'
    item = f"<item><title>Мост</title>{media}<description>{FIRST}</description></item>"
    assert "The old bridge" in html_of(RSS.format(item))


def test_an_empty_field_of_an_entry_does_not_hide_another_one() -> None:
    item = ITEM.replace("Ada Miller<", "<").replace("Thu, 14 Mar 2019 10:00:00 +0000", "")
    article = articlex.extract(
        RSS.format(item.replace("</item>", "<author>Ada Miller</author><dc:date>2019-03-14</dc:date></item>"))
    )
    assert (article.authors, article.date_published) == (("Ada Miller",), "2019-03-14")


def test_all_authors_of_an_entry_are_stated_and_a_comma_may_be_part_of_a_name() -> None:
    names = ("Реброва, Юлия", "Miller, Ada")
    authors = "".join(f"<author><name>{name}</name></author>" for name in names)
    entry = ENTRY.format(XHTML).replace("<author><name>Анна\nКузнецова</name></author>", authors)
    assert articlex.extract(ATOM.format(entry)).authors == ("Юлия Реброва", "Ada Miller")


def test_a_title_of_atom_in_html_is_its_text() -> None:
    title = '<title type="html">Rain &amp;amp; &lt;b&gt;wind&lt;/b&gt;</title>'
    assert articlex.extract(ATOM.format(f"<entry>{title}{XHTML}</entry>")).title == "Rain & wind"


def test_plain_text_of_atom_is_no_markup() -> None:
    plain = ATOM.format(ENTRY.format('<summary type="text">The tag &amp;lt;b&amp;gt; is bold.</summary>'))
    assert "The tag &amp;lt;b&amp;gt; is bold." in html_of(plain)


@pytest.mark.parametrize(
    "document",
    [
        "<rss><channel><item><title>{}</title><description>{}</description></item></channel></rss>",
        '{{"title": "{}", "content": "{}"}}',
    ],
)
def test_what_was_decoded_with_the_wrong_charset_is_repaired_in_documents_too(document: str) -> None:
    title, text = "Die Bücherei öffnet später", "Die Flüsse sind höher, die Brücken über sie gesperrt. " * 9
    wrong = document.format(title, text).encode().decode("latin-1")
    for source in (wrong, json.dumps(json.loads(wrong)) if wrong.startswith("{") else wrong):
        article = articlex.extract(source)
        assert (article.title, article.text) == (title, text.strip())


def test_several_entries_are_a_list_of_articles() -> None:
    page = read_page(RSS.format(ITEM + ITEM.replace("Bridge &amp; ferry", "道が閉まる")))
    headings = [(block.level, block.text) for block in page.blocks if block.level]
    assert headings == [(1, "River News"), (2, "Bridge & ferry"), (2, "道が閉まる")]


@pytest.mark.parametrize("record", [RECORD, [RECORD], {"data": {"post": RECORD}}])
def test_the_text_of_a_record_in_json_is_the_article(record: object) -> None:
    article = articlex.extract(json.dumps(record).encode())
    assert article.text.startswith("The old bridge")
    assert article.text.endswith("at the mill.")
    assert (article.title, article.date_published) == ("Bridge & ferry", "2019-03-14T10:00:00")
    assert article.url == "https://ex.org/bridge"


SECOND = "Η γέφυρα στον ποταμό ανοίγει ξανά την Παρασκευή, ύστερα από τρία χρόνια εργασιών. " * 6
RECORDS = [
    RECORD,
    {"link": "https://ex.org/2", "title": {"rendered": "Η <i>γέφυρα</i>"}, "content": {"rendered": SECOND}},
]
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Νέα",
    "description": "Νέα του ποταμού",
    "items": [
        {"id": "1", "url": "https://ex.org/bridge", "title": "Bridge & ferry", "content_html": TEXT},
        {"id": "2", "url": "https://ex.org/2", "title": "Η γέφυρα", "content_text": SECOND},
    ],
}


@pytest.mark.parametrize(
    ("record", "title"),
    [(RECORDS, None), (JSON_FEED, "Νέα"), ({"data": {"title": "Νέα", "posts": RECORDS}}, None)],
)
def test_records_of_several_articles_are_a_list_of_them(record: object, title: str | None) -> None:
    page = read_page(json.dumps(record).encode())
    headings = [(block.level, block.text) for block in page.blocks if block.level]
    assert headings == [(1, title)] * bool(title) + [(2, "Bridge & ferry"), (2, "Η γέφυρα")]
    article = articlex.extract(json.dumps(record))
    assert article.text.count("old bridge") == 6
    assert article.text.count("γέφυρα στον") == 6
    assert "](https://ex.org/2)" in article.markdown


@pytest.mark.parametrize("name", ["items", "related"])
def test_records_that_an_article_links_to_are_not_its_text(name: str) -> None:
    linked = [{"title": f"Νέα {number}", "description": "Η γέφυρα ανοίγει ξανά."} for number in range(3)]
    article = articlex.extract(json.dumps({**RECORD, name: linked}))
    assert article.title == "Bridge & ferry"
    assert "γέφυρα" not in article.text


@pytest.mark.parametrize("text", ["Молоко и хлеб.", "牛乳とパンを買う。", "חלב ולחם, וגם גבינה."])
@pytest.mark.parametrize("title", ["Список", ""])
def test_a_short_note_is_read(title: str, text: str) -> None:
    note = {"color": "DEFAULT", "isTrashed": False, "textContent": text, "title": title}
    article = articlex.extract(json.dumps(note))
    assert (article.title or "", article.text) == (title, text)


def test_what_a_thing_is_called_and_said_to_be_is_no_article() -> None:
    record = {"name": "boats", "version": "1.0", "description": "Boats of larch."}
    assert articlex.extract(json.dumps(record)).verdict == "empty"


def test_a_list_of_things_to_do_has_its_boxes() -> None:
    things = [{"text": "牛乳", "isChecked": False}, {"text": "<パン>", "isChecked": True}]
    article = articlex.extract(
        json.dumps({"title": "買い物", "listContent": things, "labels": [{"name": "家"}]})
    )
    assert article.markdown == "# 買い物\n\n- [ ] 牛乳\n- [x] <パン>\n"


def test_author_day_and_address_of_a_short_record_are_stated() -> None:
    record = {
        "title": "橋が開く",
        "content": "<p>橋は昨日から通れるようになった。</p>",
        "published_by": ["山田花子"],
        "published_at": "2026-11-02T10:00:00+0900",
        "url": "https://ex.org/1",
    }
    article = articlex.extract(json.dumps([record]))
    assert (article.authors, article.url) == (("山田花子",), "https://ex.org/1")
    assert article.date_published == "2026-11-02T10:00:00+09:00"


@pytest.mark.parametrize("texts", [[FIRST], [FIRST, SECOND], ["橋が開く。"], [SECOND[:90], FIRST[:90]]])
def test_our_own_records_are_the_articles_that_they_were_made_of(texts: list[str]) -> None:
    records = [
        {"title": f"{number}. Η γέφυρα", "text": text, "markdown": f"# {number}. Η γέφυρα\n\n{text}\n"}
        for number, text in enumerate(texts, 1)
    ]
    article = articlex.extract(json.dumps(records))
    assert article.markdown.count("Η γέφυρα") >= len(texts)
    assert all(text.strip() in article.text for text in texts)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_json_lines_are_many_pages(end: str) -> None:
    lines = end.join(json.dumps(record) for record in RECORDS) + end
    with pytest.raises(articlex.InputError, match="JSON Lines"):
        articlex.extract(lines)
    assert articlex.extract(lines, form="text")
    assert articlex.extract(lines.split(end)[0] + end).title == "Bridge & ferry"


def test_a_record_in_many_lists_is_the_record() -> None:
    record: object = {"title": "橋が開く", "body": "橋は昨日から通れる。"}
    for _ in range(sys.getrecursionlimit()):
        record = [record]
    held = short_record_html(record)
    assert held and "橋は昨日から通れる。" in held


def test_the_one_short_entry_of_a_json_feed_is_the_article() -> None:
    entry = {
        "id": "1",
        "title": "Η γέφυρα ανοίγει",
        "content_text": "Η παλιά γέφυρα ανοίγει την Παρασκευή.",
        "date_published": "2019-03-14T10:00:00Z",
        "authors": [{"name": "Άννα Μύλου"}, {"name": "Πέτρος Λίμνης"}],
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Νέα του ποταμού", "items": [entry]}
    article = articlex.extract(json.dumps(feed))
    assert (article.title, article.authors) == (entry["title"], ("Άννα Μύλου", "Πέτρος Λίμνης"))
    assert article.text.endswith("την Παρασκευή.")


def test_a_record_of_a_title_and_a_text_needs_no_more() -> None:
    assert articlex.extract(json.dumps({"headline": "橋が開く", "body": FIRST})).title == "橋が開く"


def test_json_ld_alone_is_the_article() -> None:
    linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Bridge and ferry",
        "author": {"@type": "Person", "name": "Ada Miller"},
        "articleBody": f"{FIRST}<!-- <script> --></script>",
    }
    article = articlex.extract(json.dumps(linked))
    assert (article.title, article.authors) == ("Bridge and ferry", ("Ada Miller",))
    assert article.text.count("The old bridge") == 6


@pytest.mark.parametrize(
    "text",
    [
        "[1] The bridge\n\nIt opens.",
        "{title} is not JSON",
        "[]",
        "{}",
        "[" * 100_000,
        "<rss><channel></channel></rss>",
        "<?xml version='1.0'?><html><body><p>Rain.</p></body></html>",
        "<p>A feed begins with &lt;rss&gt;.</p>",
    ],
)
def test_what_holds_no_page_is_read_as_it_is(text: str) -> None:
    assert document_html(text) is None


def test_entities_of_a_feed_are_not_put_in() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "bbbbbbbbbb"><!ENTITY c "&a;&a;&a;">]>' + RSS.format(
        "<item><title>&c;</title></item>"
    )
    assert "bbbb" not in html_of("<?xml version='1.0'?>" + bomb.partition("?>")[2])


def test_who_says_that_it_is_text_gets_the_text() -> None:
    assert read_page(json.dumps(RECORD), form="text").form is Form.TEXT


@given(st.text(max_size=60), st.sampled_from(["title", "link", "author", "pubDate", "description"]))
def test_no_stage_fails_on_any_feed(text: str, name: str) -> None:
    article = articlex.extract(RSS.format(f"<item><{name}>{text}</{name}></item>"))
    assert not any(step.error for step in article.page.trace)


@settings(max_examples=50)
@given(
    st.recursive(st.none() | st.text(max_size=30), lambda inner: st.dictionaries(st.text(max_size=5), inner))
)
def test_no_stage_fails_on_any_record(record: object) -> None:
    assert not any(step.error for step in articlex.extract(json.dumps(record)).page.trace)
