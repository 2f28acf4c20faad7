"""Stamps of dated items: what tells quickly that a text has none says nothing else than the patterns."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from articlex.character_classes import with_ascii_digits
from articlex.signs import stamps

_SIGNS = st.text(st.sampled_from("0129356./-:： 月월日일a(٣\n"), max_size=24)


@given(_SIGNS)
def test_a_text_holds_a_stamp_if_the_patterns_say_so(text: str) -> None:
    read = with_ascii_digits(text)
    holds = bool(stamps._HAS_CLOCK.search(read) or stamps._HAS_DATE.search(read))
    assert stamps.holds_stamp(text) == holds


@given(_SIGNS)
def test_no_day_is_overlooked(text: str) -> None:
    assert stamps._may_hold_day(text) or not re.search(stamps._DAY, text)
    ends = stamps._ENDS_WITH_DATE.search(text)
    assert not ends or stamps._may_hold_day(text) or stamps._HAS_CLOCK.search(text)
