"""Names to which flattening has stuck other words."""

import pytest

from articlex import extract

TEXT = (
    "The bridge over the river opened on Monday, two years after the old one had been closed to traffic.\n\n"
    "Nobody in the town had expected that so many people would come to see the first tram cross it.\n\n"
    "The trams had been waiting on the other side since Friday, and all the drivers wanted to be the first.\n"
)
LINES = {
    "a label without a blank, and the name again": (
        "Matt ExampleSponsored\n\n6 May 2024\n\nMatt Example",
        ("Matt Example",),
    ),
    "a surname with a capital in it": ("By Matt MacExample\n\n6 May 2024\n\nMac", ("Matt MacExample",)),
    "the site behind the name": ("By Matt Example Sample News\n\n6 May 2024", ("Matt Example",)),
    "what the line goes on with, and the name alone": (
        "By\n\nMatt Example Live and breaking news reporter\n\n6 May 2024\n\nMatt Example",
        ("Matt Example",),
    ),
    "a town behind an agency": ("PTI Mumbai\n\nLast Updated: 6 May 2024, 9:27 PM IST", ("PTI",)),
    "no site behind the name": ("By Matt Example Sample\n\n6 May 2024", ("Matt Example Sample",)),
}


@pytest.mark.parametrize(("lines", "authors"), LINES.values(), ids=LINES.keys())
def test_what_is_stuck_to_a_name(lines, authors):
    page = f"News\n\nBridge opens after two years of work\n\n{lines}\n\n{TEXT}"
    assert extract(page, form="text", url="https://www.samplenews.example/bridge").authors == authors
