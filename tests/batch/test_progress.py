"""What a run tells while it is at work: lines in a log."""

from __future__ import annotations

from collections import Counter

import pytest

from articlex.batch import progress
from articlex.batch.progress import LineReporter
from articlex.batch.summary import Summary


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, as a list of one number."""
    now = [1000.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_one_line_a_minute_says_the_pace_since_the_last_one(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    reporter = LineReporter("text", 0)
    for second, pages in ((1, 5), (59, 300), (60, 600), (61, 700), (119, 700), (120, 2400)):
        clock[0] = 1000.0 + second
        reporter.tick(Summary(counts=Counter(ok=pages)))
    assert capsys.readouterr().err.splitlines() == [
        "articlex: 600 pages, 10.0 pages/s, 0 failed",
        "articlex: 2,400 pages, 30.0 pages/s, 0 failed",
    ]


def test_quiet_has_no_such_line(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    reporter = LineReporter("text", -1)
    clock[0] += 90
    reporter.tick(Summary(counts=Counter(ok=600)))
    assert capsys.readouterr().err == ""
