"""Counts, and the exit code that they make."""

from __future__ import annotations

from collections import Counter

import pytest

from articlex.batch.summary import Summary, duration


@pytest.mark.parametrize(
    ("counts", "stopped", "allow_empty", "code"),
    [
        ({}, "", False, 0),
        ({"ok": 3, "uncertain": 1}, "", False, 0),
        ({"ok": 3, "no_article": 1}, "", False, 1),
        ({"empty": 1}, "", False, 1),
        ({"empty": 1}, "", True, 0),
        ({"empty": 1, "failed": 1}, "", True, 3),
        ({"partial": 1}, "", False, 3),
        ({"ok": 1}, "error", False, 3),
        ({"failed": 1}, "interrupted", False, 130),
    ],
)
def test_exit_code(counts: dict[str, int], stopped: str, allow_empty: bool, code: int) -> None:
    assert Summary(counts=Counter(counts), stopped=stopped).exit_code(allow_empty) == code


def test_the_line_for_people() -> None:
    summary = Summary(counts=Counter(ok=1200, failed=1), extracted=201, unchanged=1000, seconds=10)
    assert summary.line() == (
        "1,201 pages: 1,200 ok, 1 failed; 1,000 of them unchanged since an earlier run (10.0 s, 20.1 pages/s)"
    )


@pytest.mark.parametrize(
    ("seconds", "text"), [(4.21, "4.2 s"), (200, "3 min 20 s"), (7500, "2 h 05 min"), (59.94, "59.9 s")]
)
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text
