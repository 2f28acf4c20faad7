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
