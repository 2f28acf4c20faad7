import json

from hypothesis import given
from hypothesis import strategies as st

from articlex.read.html.embedded.linked_data import people, read_linked_data

URL = "https://example.org/news/42"


def read(*values, url=URL, title=""):
    return read_linked_data([json.dumps(value) for value in values], (url,), (title,))


def article(headline, url="", **more):
    return {"@type": "NewsArticle", "headline": headline, "url": url, **more}


def test_article_in_a_graph():
    linked = read({"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, article("One")]})
    assert linked.article["headline"] == "One"


def test_article_with_the_address_of_the_page_is_chosen():
    linked = read([article("Other", "https://example.org/news/41"), article("This", URL + "/")])
    assert linked.article["headline"] == "This"


def test_article_with_the_title_of_the_page_is_chosen():
    linked = read(
        [article("Other story here"), article("The bridge opens")], title="The bridge opens | Daily"
    )
    assert linked.article["headline"] == "The bridge opens"


def test_main_entity_of_page_counts_as_address():
    linked = read(
        [article("Other"), article("This", mainEntityOfPage={"@id": "http://www.example.org/news/42"})]
    )
    assert linked.article["headline"] == "This"


def test_article_as_main_entity():
    linked = read({"@type": "WebPage", "mainEntity": article("Inside")})
    assert linked.article["headline"] == "Inside"


def test_articles_of_a_list_are_not_the_page():
    items = [{"@type": "ListItem", "item": article(str(n), f"https://example.org/{n}")} for n in range(3)]
    assert read({"@type": "ItemList", "itemListElement": items}).article == {}


def test_list_type_and_prefix_are_read():
    assert read({"@type": ["schema:Article", "http://schema.org/Thing"], "headline": "P"}).article_types == (
        "article",
        "thing",
    )


def test_people_by_the_name_of_their_object():
    linked = read(article("P", author="#a"), {"@type": "Person", "@id": "#a", "name": "Ann Example"})
    assert people(linked, linked.article["author"]) == ["Ann Example"]


def test_reference_by_id_is_followed():
    person = {"@type": "Person", "@id": "#ann", "name": "Ann Example"}
    linked = read({"@graph": [article("One", author={"@id": "#ann"}), person]})
    assert [who["name"] for who in linked.items(linked.article["author"])] == ["Ann Example"]


def test_list_wrapper_is_opened():
    linked = read(article("One"))
    assert list(linked.items({"@list": ["a", "b"]})) == ["a", "b"]


def test_no_scripts_is_empty():
    assert read().article == {}


def test_deep_objects_end():
    value = article("deep")
    for _ in range(200):
        value = {"@type": "WebPage", "mainEntity": value}
    assert read(value).article == {}


JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=6) | st.sampled_from(["Article", "#a", URL]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@id", "@graph", "url", "headline", "name", "author", "mainEntityOfPage"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_no_value_raises(value):
    linked = read(value)
    assert list(linked.items(linked.article.get("author"))) is not None
