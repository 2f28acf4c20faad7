from __future__ import annotations

import time

from articlex_lab.bench.pool import run_pool


def test_outcomes_stand_in_the_order_of_the_items() -> None:
    outcomes = run_pool(abs, [-3, -1, -2, 0], jobs=2)
    assert [outcome.result for outcome in outcomes] == [3, 1, 2, 0]


def test_an_exception_is_recorded_and_the_rest_go_on() -> None:
    bad, good = run_pool(int, ["x", "7"], jobs=1)
    assert bad.error.startswith("ValueError: ")
    assert good.result == 7


def test_an_item_that_hangs_is_stopped_and_the_rest_go_on() -> None:
    quick, hanging, after = run_pool(time.sleep, [0.0, 600.0, 0.0], jobs=1, limit=0.2)
    assert (quick.error, after.error) == ("", "")
    assert hanging.error.startswith("TimeoutError")


def test_a_process_that_dies_costs_its_item_alone() -> None:
    before, dead, after = run_pool(eval, ["1", "__import__('os')._exit(3)", "2"], jobs=1)
    assert dead.error.startswith("ProcessError")
    assert (before.result, after.result) == (1, 2)


def test_no_items_give_no_outcomes() -> None:
    assert run_pool(abs, []) == []
