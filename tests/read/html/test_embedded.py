"""Text that a page holds as data alone."""

import json

import pytest

from articlex.page import Hidden
from articlex.read.html.reader import read_html

BODY = (
    "The ferry to the outer islands runs again from Monday. " * 4
    + "\n"
    + "Tickets stay cheap this year. " * 5
)
SHOWN = "<p>" + "What the page shows is long enough to be an article of its own. " * 12 + "</p>"


def data_blocks(source: str) -> list[str]:
    return [block.text for block in read_html(source).blocks if block.hidden & Hidden.DATA]


def linked(**data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize("key", ["articleBody", "text"])
def test_a_body_in_json_ld_alone_is_read(key: str) -> None:
    found = data_blocks(linked(**{"@type": "NewsArticle", key: BODY}) + "<p>Please enable scripts.</p>")
    assert found == [line.strip() for line in BODY.splitlines()]


def test_a_body_that_the_page_shows_is_not_read_twice() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY.splitlines())
    assert data_blocks(linked(**{"@type": "Article", "articleBody": BODY}) + paragraphs) == []


def test_a_short_text_beside_a_long_page_is_not_read() -> None:
    assert data_blocks(linked(**{"@type": "Article", "articleBody": BODY}) + SHOWN) == []


def test_html_in_a_body_is_read_as_html() -> None:
    body = f"<h2>Islands</h2><p>{'A sentence of the text. ' * 20}</p>"
    found = data_blocks(linked(**{"@type": "Article", "articleBody": body}))
    assert found[0] == "Islands"


def test_posts_of_a_thread_are_read() -> None:
    posts = [{"@type": "Comment", "text": f"Answer number {number}. " * 8} for number in range(3)]
    thread = linked(**{"@type": "DiscussionForumPosting", "text": "The question. " * 6, "comment": posts})
    assert len(data_blocks(thread)) == 4


@pytest.mark.parametrize(
    "script",
    [
        '<script id="__NEXT_DATA__" type="application/json">{}</script>',
        "<script>window.__NUXT__ = {};</script>",
    ],
)
def test_the_longest_prose_of_an_embedded_state_is_read_on_an_empty_page(script: str) -> None:
    state = {
        "page": {"blocks": [{"text": line} for line in BODY.splitlines()]},
        "css": "a { color: red; } " * 40,
    }
    assert len(data_blocks(script.replace("{}", json.dumps(state)))) == 2


def test_the_state_of_a_page_that_shows_its_text_is_left_alone() -> None:
    state = json.dumps({"next": BODY * 3})
    assert data_blocks(f'<script type="application/json">{state}</script>{SHOWN}') == []


def test_lines_of_a_print_in_data_are_read_as_any_others() -> None:
    line = '<div class="t m0 x1">A line of the print, which is as long as the others are. </div>'
    assert len(data_blocks(linked(**{"@type": "Article", "articleBody": line * 6}))) == 6
    page = linked(**{"@type": "Article", "articleBody": line * 6}) + '<!-- class="t m0 -->'
    assert len(data_blocks(page)) == 6


@pytest.mark.parametrize("name", ["var ytInitialPlayer", "window.initialState", "window.isoData"])
def test_the_state_of_a_script_that_is_called_initial_is_read(name: str) -> None:
    head = f'<meta name="description" content="{BODY[:120]}">'
    state = {"details": {"shortDescription": BODY, "others": ["Something else. " * 8] * 5}}
    found = data_blocks(f"{head}<script>{name} = {json.dumps(state)};</script><p>About</p>")
    assert found == [line.strip() for line in BODY.splitlines()]


def test_a_summary_in_the_state_gives_way_to_the_text() -> None:
    head = f'<meta name="description" content="{BODY[:120]}">'
    text = "Nobody expected the boat so early in the year. " * 30
    state = json.dumps({"page": {"summary": BODY[:300], "body": text}})
    found = data_blocks(f'{head}<script id="__NEXT_DATA__" type="application/json">{state}</script>')
    assert found == [text.strip()]


def test_a_short_text_in_chinese_is_as_long_as_its_bytes() -> None:
    text = "老城区的巷子深处有一家没有招牌的面馆。从开张到现在，那口汤锅几乎没有熄过火。" * 3
    assert data_blocks(linked(**{"@type": "Article", "articleBody": text})) == [text]


POST = '<meta property="og:description" content="Der Zug hält wieder in Oberlauter, zweimal am Tag.">'
NOTICE = "<noscript>To use the web application, please enable JavaScript.</noscript>"


@pytest.mark.parametrize("title", ["Ann Example (@ann@social.example)", "Ann Example (@ann) on Threads"])
def test_what_the_head_says_of_a_post_is_its_text(title: str) -> None:
    head = f'<meta property="og:title" content="{title}">{POST}'
    assert data_blocks(head + NOTICE) == ["Der Zug hält wieder in Oberlauter, zweimal am Tag."]
    assert data_blocks(head + "<p>Der Zug hält wieder in Oberlauter, zweimal am Tag.</p>") == []


@pytest.mark.parametrize(
    "title", ["Oberlauter", "Ann (@ann) and Bo (@bo) on trains", "Mail me (@ann) for more of this"]
)
def test_what_the_head_says_of_another_page_is_no_text(title: str) -> None:
    kind = '<meta property="og:type" content="profile">' if "@" in title else ""
    assert data_blocks(f'{kind}<meta property="og:title" content="{title}">{POST}{NOTICE}') == []
