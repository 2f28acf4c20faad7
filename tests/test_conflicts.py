import pytest

from articlex import extract
from articlex.conflicts import conflicts, date_conflict
from articlex.markup import Markup
from articlex.page import Fact, Field, Form, Page

EMPTY = Page(Form.HTML, (), (), Markup())


def fact(field, value, source, score, block=None):
    return Fact(field, value, source, str(value), "r", score, block)


AGREE = {
    "one source": [fact(Field.AUTHORS, ("Ann Example",), "json-ld", 0.9)],
    "same person in other words": [
        fact(Field.AUTHORS, ("Ann Example",), "byline", 0.9, 3),
        fact(Field.AUTHORS, ("Ann B. Example",), "json-ld", 0.4),
    ],
    "titles": [fact(Field.TITLE, "A", "h1", 0.9), fact(Field.TITLE, "B", "og", 0.8)],
    "the same name as an identifier": [
        fact(Field.AUTHORS, ("Ann Example",), "byline", 0.9, 3),
        fact(Field.AUTHORS, ("ann-example",), "parsely", 0.4),
    ],
    "the same name as that of a user": [
        fact(Field.AUTHORS, ("Ann Example",), "byline", 0.9, 3),
        fact(Field.AUTHORS, ("ann_example",), "opengraph", 0.4),
    ],
    "no author wins": [
        fact(Field.AUTHORS, (), "byline", 0.9),
        fact(Field.AUTHORS, ("Example News",), "json-ld", 0.4),
    ],
}


@pytest.mark.parametrize("facts", AGREE.values(), ids=AGREE.keys())
def test_no_conflict(facts):
    assert conflicts({facts[0].field: facts}, EMPTY) == ()


@pytest.mark.parametrize("name", ["Harbour Post", "harbour-post.example.org"])
def test_the_host_or_a_part_of_the_name_of_the_site_contradicts_nobody(name):
    facts = {
        Field.SITENAME: [fact(Field.SITENAME, "The Harbour Post", "title", 0.8)],
        Field.URL: [fact(Field.URL, "https://www.harbour-post.example.org/7", "link", 0.8)],
        Field.AUTHORS: [
            fact(Field.AUTHORS, ("Ann Example",), "byline", 0.9, 3),
            fact(Field.AUTHORS, (name,), "html-meta", 0.4),
        ],
    }
    assert conflicts(facts, EMPTY) == ()


def test_two_people():
    facts = [
        fact(Field.AUTHORS, ("Ann Example",), "byline", 0.9, 3),
        fact(Field.AUTHORS, ("Bo Sample",), "json-ld", 0.4),
    ]
    assert conflicts({Field.AUTHORS: facts}, EMPTY) == (
        "authors: byline says Ann Example, json-ld says Bo Sample",
    )


def test_language_of_the_text():
    facts = [fact(Field.LANGUAGE, "en", "html", 0.7), fact(Field.LANGUAGE, "de", "text", 0.6)]
    assert conflicts({Field.LANGUAGE: facts}, EMPTY) == ("language: html says en, text says de",)


def day(value, source, score, field=Field.DATE_PUBLISHED):
    return fact(field, value, source, score)


WINNER = day("2024-05-06T10:30:00+02:00", "json-ld", 0.99)


@pytest.mark.parametrize(
    ("rival", "conflict"),
    [
        (day("2024-05-09", "dateline", 0.38), "json-ld says 2024-05-06, dateline says 2024-05-09"),
        (day("2024-04", "dateline", 0.38), "json-ld says 2024-05-06, dateline says 2024-04"),
        (day("2024-05", "dateline", 0.38), None),
        (day("2024-05-07T00:30:00+00:00", "meta", 0.9), None),
        (day("2024-05-09", "dateline", 0.1), None),
        (day("2024-05-20", "dateline", 0.38), None),
        (day("2024-06", "dateline", 0.38), None),
    ],
)
def test_rival(rival, conflict):
    update = day("2024-05-20", "json-ld", 0.9, Field.DATE_MODIFIED)
    later = day("2024-06-02", "json-ld", 0.9, Field.DATE_MODIFIED)
    expected = f"date_published: {conflict}" if conflict else None
    assert date_conflict((WINNER, rival), (update, later)) == expected


def test_no_claim_no_conflict():
    assert date_conflict((), ()) is None
    assert date_conflict((day("", "published", 1.0), day("2024-05-09", "meta", 0.9)), ()) is None


def test_the_site_contradicts_no_author():
    facts = [
        fact(Field.AUTHORS, ("Ann Example",), "json-ld", 0.9),
        fact(Field.AUTHORS, ("Harbour Post",), "html-meta", 0.4),
    ]
    site = [fact(Field.SITENAME, "HarbourPost", "opengraph", 0.9)]
    assert conflicts({Field.AUTHORS: facts, Field.SITENAME: site}, EMPTY) == ()


def test_a_text_may_be_begun_on_an_earlier_day():
    begun = WINNER._replace(value="2024-05-01", source="json-ld", reason="json-ld-created", score=0.8)
    assert date_conflict((WINNER, begun), ()) is None
    assert date_conflict((WINNER, begun._replace(value="2024-06-01")), ())


PAGE = """
<html><head><meta name="pubdate" content="2024-01-02"><script type="application/ld+json">
{"@type": "NewsArticle", "headline": "Bridge opens after two years", "datePublished": "2024-05-06"}
</script></head><body><article><h1>Bridge opens after two years</h1><p>6 May 2024</p>
<p>The wind turned at noon, and by then the bay had gone white with foam.</p></article></body></html>
"""


def test_warning_of_an_article():
    article = extract(PAGE)
    assert article.date_published == "2024-05-06"
    assert any("meta pubdate says 2024-01-02" in warning for warning in article.warnings)


OTHER_DAYS = """
<html><head><script type="application/ld+json">
{"@type": "NewsArticle", "headline": "Bridge opens after two years", "datePublished": "2024-05-06"}
</script></head><body><p>%s</p><article><h1>Bridge opens after two years</h1><p>%s</p>
<p>The wind turned at noon, and by then the bay had gone white with foam; nobody crossed before two.</p>
<p>Ferries had carried people to work since the old bridge was closed, and will go on until summer.</p>
</article><ul><li><a href="/1">Storm sinks two boats</a> 12 May 2024</li>
<li><a href="/2">Gulls are back</a> 13 May 2024</li></ul>
</body></html>
"""


@pytest.mark.parametrize(
    ("above", "below", "count"),
    [("", "6 May 2024", 0), ("Saturday 18 May 2024", "6 May 2024", 0), ("", "By Ann Example, 2 May 2024", 1)],
    ids=["other stories", "the day of the visit", "the dateline"],
)
def test_of_printed_days_the_dateline_contradicts(above, below, count):
    warnings = extract(OTHER_DAYS % (above, below)).warnings
    assert sum(warning.startswith("date_published") for warning in warnings) == count
