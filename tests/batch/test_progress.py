"""What a run tells while it is at work: lines in a log, a bar on a terminal."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Literal

import pytest

from articlex.batch import progress
from articlex.batch.progress import LineReporter, Total, can_draw
from articlex.batch.sources import Sources
from articlex.batch.summary import Summary
from articlex.batch.unit import Item, Row

from .conftest import fill


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


@pytest.mark.parametrize(("stopped", "said"), [("", True), ("interrupted", False)])
def test_that_there_are_no_pages_is_said_of_a_run_that_came_to_its_end(
    stopped: str, said: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    LineReporter("text", 0).end(Summary(stopped=stopped), 0)
    assert ("articlex: no pages were found [no-pages]" in capsys.readouterr().err) is said


@pytest.mark.parametrize("verbosity", [-1, 0])
def test_a_traceback_is_of_failures_and_tells_nothing_else(
    verbosity: int, capsys: pytest.CaptureFixture[str]
) -> None:
    reporter = LineReporter("text", verbosity, traceback=True)
    reporter.row(Item("a", "a"), Row("a", "failed", code="internal", error="odd", trace="Traceback ..."))
    reporter.row(Item("b", "b"), Row("b", "done", verdict="empty"))
    assert capsys.readouterr().err == "articlex: a: odd [internal]\nTraceback ...\n"


@pytest.mark.parametrize(("wanted", "trace"), [(True, "Traceback ..."), (False, None)])
def test_a_traceback_in_a_json_log_is_in_the_object_of_its_page(
    wanted: bool, trace: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    reporter = LineReporter("json", -1, traceback=wanted)
    reporter.row(Item("a", "a"), Row("a", "failed", code="internal", error="odd", trace="Traceback ..."))
    (event,) = map(json.loads, capsys.readouterr().err.splitlines())
    assert event.get("traceback") == trace


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "kind", "drawn"),
    [
        (Terminal(), "xterm", True),
        (Terminal(), "dumb", False),
        (Terminal(), "", False),
        (io.StringIO(), "xterm", False),
        (None, "xterm", False),
    ],
)
def test_a_bar_is_drawn_on_a_terminal_that_can_move_its_cursor(
    stream: io.StringIO | None, kind: str, drawn: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", kind)
    assert can_draw(stream) is drawn


class AtOnce:
    """A thread that does all its work when it is started."""

    def __init__(self, target: Callable[..., None], args: tuple[object, ...], daemon: bool) -> None:
        self.start = partial(target, *args)


@pytest.mark.parametrize(
    ("names", "input_format", "total"),
    [
        (("a.html", "b/c.html"), "auto", 2),
        (("a.html", "b.tar"), "auto", None),
        (("a.html", "b.tar"), "page", 2),
        (("a.jsonl",), "jsonl", None),
    ],
)
def test_pages_are_counted_where_no_archive_is_among_them(
    names: tuple[str, ...],
    input_format: Literal["auto", "page", "jsonl"],
    total: int | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill(tmp_path, dict.fromkeys(names, b"x"))
    monkeypatch.setattr(progress.threading, "Thread", AtOnce)
    assert Total(Sources((str(tmp_path),), input_format=input_format)).value == total


def test_a_folder_that_goes_away_while_it_is_counted_has_no_total(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress.threading, "Thread", AtOnce)
    monkeypatch.setattr(progress.os.path, "isdir", lambda path: True)
    assert Total(Sources((str(tmp_path / "gone"),))).value is None


def test_a_bar_says_how_long_the_rest_takes_at_the_pace_so_far(
    clock: list[float], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "Total", lambda sources: SimpleNamespace(value=400))
    bar = progress.BarReporter(Sources(()), 0)
    for second, pages in ((1, 20), (10, 200)):
        clock[0] = 1000.0 + second
        bar.tick(Summary(counts=Counter(ok=pages - 1, failed=1)))
    assert bar._bar is not None
    assert bar._bar.tasks[0].description == (
        "200 of 400 pages  20.0 pages/s  [red]1 failed[/red]  10.0 s left"
    )
    bar.clear()
