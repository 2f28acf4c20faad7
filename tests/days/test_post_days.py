"""The lines that date the posts of a thread in raw page text."""

from __future__ import annotations

import pytest

from articlex.days.post_days import post_days
from articlex.options import Options
from articlex.pipeline import run
from articlex.read import read_page


@pytest.mark.parametrize(
    "months",
    [
        "May June July August",
        "мая июня июля августа",
        "मई जून जुलाई अगस्त",
        "พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม",
    ],
)
def test_days_of_a_thread_are_alike_whatever_their_months(months: str) -> None:
    posts = [
        f"{3 + number} {month} 2024, 10:3{number}\n\nAnn{number}\n\nSo says the post, in some words.\n"
        for number, month in enumerate(months.split())
    ]
    page = read_page("\n".join(["How do I tune the bells of the town\n", *posts]), form="text")
    dated = [block.index for block in page.blocks if "10:3" in block.text]
    assert post_days(run(page, Options())) == dated


SAYS = "So says the post, in some words.\n"


def days_of(*lines: str) -> list[str]:
    """The lines that date the posts of a thread."""
    page = run(
        read_page("\n\n".join(("How do I tune the bells of the town", *lines)), form="text"), Options()
    )
    return [page.blocks[index].text for index in post_days(page)]


POSTS = ("ann", "4 May 2024, 10:12", SAYS, "bo", "5 May 2024, 11:20", SAYS, "cy", "6 May 2024, 9:05", SAYS)


def test_line_on_a_change_of_a_post_dates_none():
    change = "Last edited by ann on 4 May 2024, 10:30"
    assert days_of(*POSTS[:2], change, *POSTS[2:]) == list(POSTS[1::3])


def test_other_threads_below_do_not_count():
    others = (f"Ropes of hemp {number} February 2019, 10:00" for number in (9, 8, 7, 6))
    assert days_of(*POSTS, *others) == list(POSTS[1::3])


def test_time_at_which_the_page_was_read_dates_no_post():
    page = run(
        read_page("\n\n".join(("2 August 2024, 15:00", "How do I tune the bells", *POSTS)), form="text"),
        Options(),
    )
    assert [page.blocks[index].text for index in post_days(page)] == list(POSTS[1::3])
