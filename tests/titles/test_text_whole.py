"""Lines of raw page text that are no headline, or not the whole of it."""

import pytest

from articlex import extract
from articlex.titles.no_headlines import heads_nothing

TEXT = (
    "The bridge over the river opened on Monday, two years after the old one had been closed to traffic.\n\n"
    "Nobody in the town had expected that so many people would come to see the first tram cross it.\n\n"
    "The trams had been waiting on the other side since Friday, and all the drivers wanted to be the first.\n"
)
WHOLE = "Bridge opens after two years of work, and the first tram crosses it at noon on Monday"


@pytest.mark.parametrize("sign", ("…", "..."))
def test_a_headline_that_the_path_cuts_off(sign):
    page = f"News\n\nTown\n\n{WHOLE[:45]}{sign}\n\n{WHOLE}\n\nBy Ann Example\n\n6 May 2024\n\n{TEXT}"
    assert extract(page, form="text").title == WHOLE


def test_a_headline_that_is_cut_off_everywhere_stays():
    page = f"News\n\n{WHOLE[:45]}…\n\nBy Ann Example\n\n6 May 2024\n\n{TEXT}"
    assert extract(page, form="text").title == f"{WHOLE[:45]}…"


@pytest.mark.parametrize(
    "text",
    (
        "8 hours ago",
        "vor 5 Stunden",
        "3小时前",
        "Share on Facebook Share on Twitter",
        "Example News ©",
        "The first tram crosses the river © Example",
        "The first tram crosses the river. EXAMPLE-EPA/Bo Sample",
        "The first tram crosses the river.AFP",
    ),
)
def test_no_headline(text):
    assert heads_nothing(text)


@pytest.mark.parametrize(
    "text",
    (
        "8 hours ago this bridge was closed",
        "Share on Facebook or not? What friends say",
        "Trams vs. cars: A/B tests on the bridge",
        "Nintendo Switch® – OLED Model",
        "How to write modules for ASP.NET",
    ),
)
def test_headlines(text):
    assert not heads_nothing(text)


@pytest.mark.parametrize("label", ["Thread starter", "Original poster", "Автор темы"])
def test_the_topic_stands_above_who_began_the_thread(label):
    page = (
        "Home\n\nForums\n\nExample Server\n\nExample Server Discussion\n\nWhat? Where'd it go?\n\n"
        f"{label} Big-Cheese\n\nStart date 1 minute ago\n\nBig-Cheese\n\nWell-Known Member\n\nJoined\n"
        "May 11, 2017\n\nMessages\n\n3,066\n\nReactions\n\n1,011\n\nI cannot find the chest that was there.\n"
    )
    article = extract(page, form="text")
    assert (article.title, article.authors) == ("What? Where'd it go?", ("Big-Cheese",))
