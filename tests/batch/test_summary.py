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


@pytest.mark.parametrize(("allow_empty", "code"), [(False, 1), (True, 0)])
def test_exit_code_where_nothing_was_found(allow_empty: bool, code: int) -> None:
    assert Summary(found_nothing=True).exit_code(allow_empty) == code


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (
            Summary(counts=Counter(ok=1200, failed=1), extracted=201, unchanged=1000, seconds=10),
            "1,201 pages: 1,200 ok, 1 failed; 1,000 of them unchanged since an earlier run "
            "(10.0 s, 20.1 pages/s)",
        ),
        (Summary(counts=Counter(uncertain=1), seconds=1), "1 page: 1 uncertain (1.0 s)"),
        (
            Summary(counts=Counter(no_article=1, empty=1, partial=1), pruned=2000, seconds=1),
            "3 pages: 1 no article, 1 empty, 1 partial; 2,000 pruned (1.0 s)",
        ),
        (Summary(seconds=1), "0 pages (1.0 s)"),
    ],
)
def test_the_line_for_people(summary: Summary, line: str) -> None:
    assert summary.line() == line


@pytest.mark.parametrize(
    ("seconds", "text"), [(4.21, "4.2 s"), (200, "3 min 20 s"), (7500, "2 h 05 min"), (59.94, "59.9 s")]
)
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text
