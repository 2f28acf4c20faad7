"""No markup makes a metadata source raise, state an empty name or a day that is none."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from articlex.dates.value import FIRST_YEAR, LAST_YEAR
from articlex.markup import Annotation, Markup, StatedArticle
from articlex.metadata.sources import state_facts
from articlex.page import Field, Form, Page

WORDS = (
    "By|Von|文／|Ann Example|王小明|सामी|@ann|https://x.example/a|2024-05-06|6 May 2041|1403/1/1|०१|\x00"
    "|</b>|&amp;|,|;|:"
)
TEXT = st.lists(st.sampled_from(WORDS.split("|")), max_size=4).map(" ".join) | st.text(max_size=20)
NAMES = st.sampled_from(
    "author date pubdate dc.creator og:title article:author article:published_time parsely-page"
    " sailthru.author citation_author twitter:creator byl keywords robots x-published-date".split()
)
VALUE = st.recursive(
    TEXT | st.none() | st.integers() | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@id", "@type", "name", "author", "headline", "@graph", "@list", "@value", "url"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
OBJECT = st.dictionaries(
    st.sampled_from(
        ["headline", "author", "creator", "datePublished", "dateModified", "publisher", "image", "keywords"]
    ),
    VALUE,
    max_size=5,
).map(lambda data: json.dumps({"@type": "NewsArticle", **data}))
NOTE = st.builds(
    Annotation,
    st.sampled_from(["time", "itemprop", "property", "rel", "class"]),
    st.sampled_from(
        ["author", "datePublished", "dc:creator", "byline", "headline", "tag", "date author", ""]
    ),
    TEXT,
    st.just(0),
    TEXT,
    st.sampled_from(["", "https://schema.org/Article", "https://schema.org/Comment"]),
)


@given(
    st.builds(
        Markup,
        title=TEXT,
        lang=st.sampled_from(["", "fa", "th-TH", "xx_1"]),
        metas=st.lists(st.tuples(NAMES, TEXT), max_size=4),
        links=st.lists(st.tuples(st.just("canonical"), TEXT, st.just("")), max_size=2),
        json_ld=st.lists(OBJECT | TEXT, max_size=2),
        annotations=st.lists(NOTE, max_size=3),
    ),
    st.sampled_from([None, "", "https://example.org/2024/05/06/x", "http://[bad"]),
)
def test_any_markup(markup: Markup, url: str | None) -> None:
    for fact in state_facts(Page(Form.HTML, (), (), markup, url)):
        assert fact.value
        assert 0.0 <= fact.score <= 1.0
        if fact.field is Field.AUTHORS:
            assert all(name.strip() for name in fact.value)
        if fact.field in (Field.DATE_PUBLISHED, Field.DATE_MODIFIED):
            day = str(fact.value)[:10]
            assert FIRST_YEAR <= date.fromisoformat(day if len(day) > 7 else f"{day}-01").year <= LAST_YEAR


def test_many_titles_are_not_compared_with_many_headlines() -> None:
    many, scope = range(1, 10_001), "https://schema.org/Article"
    metas = [("og:title", f"The bridge over river number {number} opens") for number in many]
    notes = [Annotation("itemprop", "headline", f"Story {number}", 0, "", scope, number) for number in many]
    markup = Markup(metas=metas, annotations=notes, articles=[StatedArticle(0, 0, 0)] * len(many))
    facts = list(state_facts(Page(Form.HTML, (), (), markup)))
    assert {fact.field for fact in facts} == {Field.TITLE}


def test_names_of_properties_say_the_same_in_any_case() -> None:
    scope = "https://schema.org/Article"
    of_names = []
    for name in ("headline", "Headline"):
        notes = [Annotation("itemprop", name, "The bridge opens", 0, "", scope, 1)]
        facts = state_facts(
            Page(Form.HTML, (), (), Markup(annotations=notes, articles=[StatedArticle(0, 0, 0)]))
        )
        of_names.append([(fact.field, fact.score) for fact in facts])
    assert of_names[0] == of_names[1] != []
