"""The day of the first of several posts that look alike."""

from __future__ import annotations

import pytest

from articlex import extract

POST = "The winter boats run again, and the tickets are the same as in the year before, says the office."


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("6 May 2024", "7 May 2024", "9 May 2024"), "2024-05-06"),
        (("2024年5月6日", "2024年5月7日", "2024年5月9日"), "2024-05-06"),
        (("6 мая 2024", "6 мая 2024", "9 мая 2024"), "2024-05-06"),
    ],
)
def test_the_first_post_has_the_day_of_the_thread(days: tuple[str, ...], expected: str) -> None:
    posts = "".join(
        f'<div><table id="post{number}"><tr><td class="head">{day}, 10:12</td></tr>'
        f"<tr><td><b>ann{number}</b></td><td>"
        f'<div id="text{number}"><p>{POST}</p><p>{POST}</p></div></td></tr></table></div>'
        for number, day in enumerate(days, 70)
    )
    page = f"<title>The ferry of the winter - Boards</title><h1>The ferry of the winter</h1>{posts}"
    assert (extract(page).date_published or "")[:10] == expected
