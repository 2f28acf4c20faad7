from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from articlex_lab.bench import metadata
from articlex_lab.corpora.annotated import load
from articlex_lab.peers.engines import Output
from articlex_lab.scores.metadata import judge, share


def test_only_annotated_fields_are_judged(folder: Path) -> None:
    assert judge(load(["tongues"])[0], Output(title="x")) == []


def test_right_means_equal_or_nothing_claimed_where_gold_has_none(folder: Path) -> None:
    none, some = load(["small"])
    output = Output(title="RAIN", authors=("Ann Lee",), date="2024-05-06T10:00:00Z")
    fields = ("title", "authors", "date")
    assert {j.field: j.right for j in judge(some, output)} == dict.fromkeys(fields, True)
    assert {j.field: j.right for j in judge(none, output)} == dict.fromkeys(fields, False)


def test_a_flattened_page_is_asked_only_for_what_it_contains(folder: Path) -> None:
    pytest.importorskip("babel")
    judged = judge(load(["small"])[1], Output(), text="Rain\nby Ann Lee\nIt rained.")
    assert [j.field for j in judged] == ["title", "authors"]


def test_shares_tell_gold_from_none(folder: Path) -> None:
    judged = [j for record in load(["small"]) for j in judge(record, Output())]
    assert str(share(judged, "authors", gold=True)) == "0.000 (1)"
    assert str(share(judged, "authors", gold=False)) == "1.000 (1)"


def test_misses_show_gold_and_what_was_found(folder: Path) -> None:
    options = ["--corpus", "small", "--jobs", "1", "--misses", "date", "5", "html"]
    result = CliRunner().invoke(metadata.main, options)
    assert result.exit_code == 0, result.output
    assert "small/0001  https://www.rain.example/a" in result.output
    assert "gold  2024-05-06" in result.output


@pytest.mark.parametrize(("found", "is_right"), [(("rivers", "Rain"), True), (("Rain",), False), ((), False)])
def test_tags_are_right_when_all_and_no_others_are_found_in_any_order(
    found: tuple[str, ...], is_right: bool, folder: Path
) -> None:
    record = replace(load(["small"])[1], tags=("rain", "Rivers"), annotated=frozenset({"tags"}))
    assert [j.right for j in judge(record, Output(tags=found))] == [is_right]
