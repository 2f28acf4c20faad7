from __future__ import annotations

from articlex.pipeline import ORDER
from articlex_lab.cost.steps import PARSE, measure_steps, table

PAGE = b"<html><body><h1>Rain</h1><p>It rained all day, and the river rose, said Ann Lee.</p></body></html>"


def test_every_stage_has_a_time() -> None:
    times = measure_steps([(PAGE, PAGE, None)])
    assert {f"stage {stage.name}" for stage in ORDER} < times.keys()
    assert times[PARSE] > 0


def test_the_table_ends_with_the_sum() -> None:
    rows = table(measure_steps([(PAGE, "Rain\n\nIt rained.", None)])).splitlines()
    assert rows[-1].startswith("| together")
