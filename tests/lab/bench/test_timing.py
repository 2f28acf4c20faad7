"""Processor time of calls, in ratio to which pages are reported."""

from __future__ import annotations

import pytest

from articlex_lab.bench.timing import bare_parse, timed


@pytest.mark.parametrize(("outside", "calls"), [(0.0, 2), (9.0, 1)])
def test_a_short_call_is_made_twice_and_a_long_one_once(outside: float, calls: int) -> None:
    made: list[str] = []
    spent, _ = timed(lambda: made.append("call"), lambda _: outside)
    assert len(made) == calls
    assert spent >= outside


def test_a_page_of_nothing_can_be_parsed() -> None:
    assert bare_parse(b"") is not None
