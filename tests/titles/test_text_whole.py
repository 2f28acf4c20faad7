"""Lines of raw page text that are no headline, or not the whole of it."""

import pytest

from articlex import extract
from articlex.titles.no_headlines import is_caption

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
        "Example News ©",
        "The first tram crosses the river © Example",
        "The first tram crosses the river. EXAMPLE-EPA/Bo Sample",
    ),
)
def test_captions(text):
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    (
        "Trams vs. cars: A/B tests on the bridge",
        "Nintendo Switch® – OLED Model",
    ),
)
def test_no_captions(text):
    assert not is_caption(text)
