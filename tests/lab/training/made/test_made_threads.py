from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from lxml import html

from articlex_lab.corpora.annotated import Record
from articlex_lab.training.made.listings import Stock
from articlex_lab.training.made.thread_html import thread_page
from articlex_lab.training.made.threads import Thread, make_thread

LINES = [
    f"The keeper of light {number} wrote in his log what the weather did. Nobody read it for {number} years."
    for number in range(2, 14)
]
PAGE = "<html><body><p>Menu of the paper</p><div>{}</div><p>Imprint</p></body></html>"

Keeper = Callable[[str, list[str]], Record]


@pytest.fixture
def keeper(make_record: Callable[..., Record]) -> Keeper:
    """``keeper(page, lines)``: an article called "The keeper" whose gold text is ``lines``."""

    def make(page: str, lines: list[str]) -> Record:
        source = PAGE.format("".join(f"<p>{line}</p>" for line in lines))
        return make_record(source, page, text="\n".join(lines), title="The keeper")

    return make


@pytest.fixture
def record(keeper: Keeper) -> Record:
    """A page with a dozen lines to say."""
    return keeper("0001", LINES)


@pytest.fixture
def have(keeper: Keeper) -> Stock:
    """Nothing but pages whose chrome a thread may get."""
    return Stock({}, {}, {}, {"en": [keeper("0002", LINES)] * 20})


def threads(record: Record, have: Stock) -> list[Thread]:
    made = [make_thread(record, have, random.Random(seed)) for seed in range(40)]
    return [thread for thread in made if thread]


def test_posts_say_lines_of_the_page_whole_or_cut_to_a_few_words(record: Record, have: Stock) -> None:
    posts = [post for thread in threads(record, have) for post in thread.posts[1:]]
    said = " ".join(LINES)
    lengths = [len(" ".join(post.paragraphs).split()) for post in posts]
    assert all(line.rstrip(".!?") in said for post in posts for line in post.paragraphs)
    assert min(lengths) < 4
    assert max(lengths) > 20


def test_gold_has_what_posts_say_and_nothing_around_it(record: Record, have: Stock) -> None:
    for thread in threads(record, have):
        lines = thread.text.split("\n")
        assert lines == ["The keeper", *(line for post in thread.posts for line in post.paragraphs)]


def test_what_a_post_quotes_stands_in_a_post_before(record: Record, have: Stock) -> None:
    quoting = 0
    for thread in threads(record, have):
        for place, post in enumerate(thread.posts):
            quoting += bool(post.quote)
            before = [paragraph for other in thread.posts[:place] for paragraph in other.paragraphs]
            assert not post.quote or post.quote[1] in before
    assert quoting > 10


def test_a_page_with_little_text_is_no_thread(keeper: Keeper, have: Stock) -> None:
    short = keeper("0003", ["Too short.", "A line that is just long enough."])
    assert make_thread(short, have._replace(pages={}), random.Random(1)) is None


def test_a_page_of_html_holds_each_paragraph_of_the_thread(record: Record, have: Stock) -> None:
    page = thread_page(record, have)
    assert page is not None
    text = html.document_fromstring(page.source).text_content()
    assert all(line in text for line in page.text.split("\n"))


def test_some_pages_have_the_chrome_of_another_page(keeper: Keeper, have: Stock) -> None:
    pages = [thread_page(keeper(f"1{number:03}", LINES), have) for number in range(20)]
    assert sum("Imprint" in page.source for page in pages if page) > 5


def test_the_same_thread_is_made_each_time(record: Record, have: Stock) -> None:
    assert thread_page(record, have) == thread_page(record, have)
