from __future__ import annotations

import time

import pytest

from articlex_lab.bench import measure
from articlex_lab.bench.measure import run_tasks


def told(task: object, error: str) -> str:
    return f"{task}: {error}"


def test_results_stand_in_the_order_of_the_tasks() -> None:
    assert run_tasks(abs, [-3, -1, -2, 0], told, jobs=2) == [3, 1, 2, 0]


def test_an_exception_is_recorded_and_the_rest_go_on() -> None:
    bad, good = run_tasks(int, ["x", "7"], told, jobs=1)
    assert str(bad).startswith("x: ValueError: ")
    assert good == 7


def test_a_task_that_hangs_is_stopped_and_the_rest_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure, "LIMIT", 0.2)
    assert run_tasks(time.sleep, [600.0], told, jobs=1) == ["600.0: over the time limit of 0.2 s"]


def test_a_process_that_dies_costs_its_task_alone() -> None:
    dying = "__import__('os')._exit(3)"
    assert run_tasks(eval, ["1", dying, "2"], told, jobs=1) == [1, f"{dying}: worker ended with status 3", 2]


def test_tasks_whose_flattener_is_missing_are_left_out() -> None:
    missing = "exec('from articlex_lab.corpora.flatteners import FlattenerMissingError as e; raise e()')"
    assert run_tasks(eval, [missing, "1"], told, jobs=1) == [1]


def test_no_tasks_give_no_results() -> None:
    assert run_tasks(abs, [], told, jobs=2) == []
