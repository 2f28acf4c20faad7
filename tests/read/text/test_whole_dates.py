"""Dates stay in one line where line breaks are put back."""

from __future__ import annotations

import numpy as np
import pytest

from articlex.read.text.lost_breaks.pieces import pieces_of
from articlex.read.text.lost_breaks.whole_dates import with_dates_whole


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("By Ann Lee 6 May 2024 , 6:15am Share", [0, 1, 2, 7]),
        ("Home 2024年5月6日 10時15分 記者", [0, 5]),
        ("Новости14 апреля 2018, 12:40Вагон", [0, 4]),
        ("Home News Sport", [0, 1]),
        ("Top 10 Stories", [0, 1]),
    ],
)
def test_a_line_may_end_anywhere_but_inside_a_date(text: str, gaps: list[int]) -> None:
    words, _, between = pieces_of(text)
    odds = with_dates_whole(words, between, np.ones(len(words) - 1), limit=0.0)
    assert (odds > 0).nonzero()[0].tolist() == gaps
